import PolicyReaders
import PolicyTestSupport
import PolicyText
import Testing

@Suite("archives of documents")
struct ArchiveTests {
  @Test("every file is a source of its own; no name leads out of the archive")
  func members() throws {
    let bytes = PackageWriter.bytes([
      (name: "a/甲.txt", text: "第一条　甲。"), (name: "../../etc/乙.txt", text: "第一条　乙。"),
      (name: "/丙.txt", text: "第一条　丙。"), (name: "__MACOSX/a/._甲.txt", text: "x"),
    ])
    let archive = try #require(DocumentArchive(bytes))
    #expect(archive.members.map(\.name) == ["a/甲.txt", "etc/乙.txt", "丙.txt"])
    #expect(archive.bytes(of: archive.members[1]) == Array("第一条　乙。".utf8))
  }

  @Test("a link is a member without bytes; a file beside it is read")
  func links() throws {
    let bytes = PackageWriter.bytes(
      [
        (name: "链接.txt", text: "/etc/passwd"), (name: "好.txt", text: "第一条　甲。"),
      ], links: ["链接.txt"])
    let archive = try #require(DocumentArchive(bytes))
    #expect(archive.members.map(\.isLink) == [true, false])
    #expect(archive.bytes(of: archive.members[0]) == nil)
    #expect(archive.bytes(of: archive.members[1]) == Array("第一条　甲。".utf8))
  }

  @Test("names that say that they are in UTF-8 are read in every locale")
  func markedNames() throws {
    var bytes = PackageWriter.bytes([(name: "办法.txt", text: "第一条　甲。")])
    // Bit 11 of the flags, at 6 in a local header and at 8 in the central directory.
    for start in 0..<bytes.count - 8 where bytes[start] == 0x50 && bytes[start + 1] == 0x4B {
      if bytes[start + 2] == 3 { bytes[start + 7] |= 8 }
      if bytes[start + 2] == 1 { bytes[start + 9] |= 8 }
    }
    #expect(DocumentArchive(bytes)?.members.map(\.name) == ["办法.txt"])
  }

  @Test("names in GBK are read")
  func names() throws {
    var bytes = PackageWriter.bytes([(name: "AAAA.txt", text: "第一条　甲。")])
    let name = TextEncoder(.gb18030).bytes(of: "办法")
    for start in 0..<bytes.count - 8
    where bytes[start..<start + 8].elementsEqual(Array("AAAA.txt".utf8)) {
      bytes.replaceSubrange(start..<start + 4, with: name)
    }
    #expect(DocumentArchive(bytes)?.members.map(\.name) == ["办法.txt"])
  }

  @Test("a Word document is no archive, and an archive no document")
  func kinds() {
    #expect(DocumentArchive(WordFile(body: "").bytes) == nil)
    #expect(DocumentArchive(Array("第一条".utf8)) == nil)
    let bytes = PackageWriter.bytes([(name: "甲.txt", text: "第一条　甲。")])
    #expect(throws: (any Error).self) { try reading(bytes, name: "a.docx") }
  }
}
