import Foundation
import Testing

@Suite("tiaoli compare")
struct CompareTests {
  private static let pairs = [
    "plan-yunxi-slowtraffic", "reg-yunxi-carwash", "school-minghu-reading",
  ]

  private func paths(_ pair: String) -> [String] {
    ["old.txt", "new.txt"].map {
      Program.root.appendingPathComponent("corpus/revisions/\(pair)/\($0)").path
    }
  }

  @Test("real output keeps to schemas/comparison.schema.json", arguments: pairs)
  func schema(pair: String) throws {
    let run = try Program.run(["compare"] + paths(pair) + ["--format", "json"])
    #expect(run.status == 0)
    let validation = try Program.run(
      Program.root.appendingPathComponent("scripts/validate"),
      ["schemas/comparison.schema.json"], input: run.output)
    guard validation.status != 77 else { return }
    #expect(validation.status == 0, "\(validation.error)")
  }

  @Test("spans of edits hold their words, in both texts", arguments: pairs)
  func spans(pair: String) throws {
    let paths = paths(pair)
    let texts = try paths.map {
      Array(try String(contentsOfFile: $0, encoding: .utf8).unicodeScalars)
    }
    let object = try Program.run(["compare"] + paths + ["--format", "json"]).object()
    func words(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
      scalars.filter { !$0.properties.isWhitespace }
    }
    var count = 0
    for alignment in object["alignments"] as? [[String: Any]] ?? [] {
      for edit in alignment["edits"] as? [[String: Any]] ?? [] {
        for (side, keys) in [("oldSpan", "oldText"), ("newSpan", "newText")].enumerated() {
          let span = try #require(edit[keys.0] as? [Int])
          let text = try #require(edit[keys.1] as? String)
          #expect(words(texts[side][span[0]..<span[1]]) == words(text.unicodeScalars))
          count += 1
        }
      }
    }
    #expect(count > 10)
  }

  @Test(
    "two runs give the same bytes, whatever the format", arguments: ["html", "docx", "markdown"])
  func sameBytes(format: String) throws {
    let scratch = try Scratch()
    let files = ["a", "b"].map { scratch.folder.appendingPathComponent("\($0).\(format)").path }
    for file in files {
      let run = try Program.run(
        ["compare"] + paths("reg-yunxi-carwash") + ["--format", format, "-o", file])
      #expect(run.status == 0)
    }
    let bytes = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].count > 1000)
  }

  @Test("an HTML report needs no other file")
  func selfContained() throws {
    let html = try Program.run(
      ["compare"] + paths("reg-yunxi-carwash") + ["--format", "html"]
    ).text
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    for outside in ["http:", "https:", "<link", "src=", "@import"] {
      #expect(!html.contains(outside), "\(outside)")
    }
  }

  @Test("a Word report is a package whose parts are well-formed")
  func wordPackage() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appendingPathComponent("对照表.docx").path
    #expect(try Program.run(["compare"] + paths("reg-yunxi-carwash") + ["-o", file]).status == 0)
    let check = """
      import sys, zipfile, xml.dom.minidom
      package = zipfile.ZipFile(sys.argv[1])
      assert package.testzip() is None
      for name in package.namelist(): xml.dom.minidom.parseString(package.read(name))
      document = package.read("word/document.xml").decode()
      assert "<w:tblHeader/>" in document and 'w:orient="landscape"' in document
      """
    let python = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", check, file])
    #expect(python.status == 0, "\(python.error)")
  }

  @Test("what cannot be written to a terminal asks for a file")
  func needsFile() throws {
    let run = try Program.run(["compare"] + paths("reg-yunxi-carwash") + ["--format", "xlsx"])
    #expect(run.status == 64)
    #expect(run.error.contains("xlsx 不能写到终端。请用 -o 写出文件名，如 -o 对照表.xlsx。"))
  }

  @Test("a folder cannot be compared, nor a file that is not there")
  func wrongInputs() throws {
    let folder = Program.root.appendingPathComponent("corpus/texts").path
    #expect(try Program.run(["compare", folder, paths("reg-yunxi-carwash")[0]]).status == 64)
    #expect(try Program.run(["compare", "没有.txt", paths("reg-yunxi-carwash")[0]]).status == 66)
  }
}
