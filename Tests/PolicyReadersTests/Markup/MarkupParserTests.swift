import PolicyTestSupport
import Testing

@testable import PolicyReaders

@Suite("reading of markup")
struct MarkupParserTests {
  /// Writes down what it hears.
  private final class Listener: MarkupHandler {
    var heard = ""

    func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
      heard += "<\(name.rawValue)"
      for name in [WordName.value, .type] {
        if let value = attributes[name] { heard += " \(name.rawValue)=\(value)" }
      }
      heard += ">"
    }
    func end(_ name: WordName) { heard += "</\(name.rawValue)>" }
    func text(_ bytes: UnsafeRawBufferPointer) { heard += String(decoding: bytes, as: UTF8.self) }
  }

  /// What is heard of bytes that come in pieces; `nil` if they are refused.
  private func heard(_ bytes: [UInt8], pieces: Int = .max, depth: Int = 256) -> String? {
    let listener = Listener()
    let parser = MarkupParser(listener, depth: depth)
    do {
      var rest = bytes[...]
      repeat {
        try parser.read(Array(rest.prefix(pieces)))
        rest = rest.dropFirst(pieces)
      } while !rest.isEmpty
      try parser.finish()
    } catch {
      return nil
    }
    return listener.heard
  }

  private func heard(_ text: String) -> String? { heard(Array(text.utf8)) }

  private static let space =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#

  @Test("names count in their namespace, whatever its prefix")
  func namespaces() {
    let uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    #expect(
      heard("<p xmlns='\(uri)'><r x:val='1' xmlns:x='\(uri)'/></p>")
        == "<w:p><w:r w:val=1></w:r></w:p>")
    #expect(heard("<p><w:p \(Self.space)/><w:p/></p>") == "<w:p></w:p>")
    #expect(
      heard("<w:p \(Self.space)><w:p xmlns:w='urn:other'/><w:p/></w:p>") == "<w:p><w:p></w:p></w:p>"
    )
  }

  @Test("references stand for their characters, and no others are known")
  func references() {
    let open = "<w:p \(Self.space) w:val='&lt;&#x7532;\"'>"
    #expect(
      heard("\(open)&amp;&#30002;&gt;<![CDATA[<&amp;]]></w:p>") == "<w:p w:val=<甲\">&甲><&amp;</w:p>"
    )
    for wrong in ["&nbsp;", "&;", "&#0;", "&#xD800;", "&#x110000;", "&#;", "& ", "&lt"] {
      #expect(heard("\(open)\(wrong)</w:p>") == nil, "\(wrong)")
    }
  }

  @Test(
    "what is not well-formed is refused",
    arguments: [
      "", "甲", "<a>", "<a></b>", "</a>", "<a/><b/>", "<a/>甲", "<a b='1/>", "<a <b/>",
      "<!DOCTYPE a><a/>", "<!ELEMENT a><a/>", "<a", "<a><!-- </a>", "<>", "< a/>",
    ])
  func malformed(text: String) { #expect(heard(text) == nil) }

  @Test(
    "wrong attributes of elements that somebody listens to are refused",
    arguments: ["b", "b=c", "b='<'", "b='1'c='&x;' w:val='&x;'", "='1'"])
  func malformedAttributes(attributes: String) {
    #expect(heard("<w:p \(Self.space)><w:r \(attributes)/></w:p>") == nil)
  }

  @Test("elements too deep in each other are refused")
  func depth() {
    #expect(heard(Array("<a><b><c/></b></a>".utf8), depth: 2) == nil)
    #expect(heard(Array("<a><b><c/></b></a>".utf8), depth: 3) == "")
  }

  private func sample(using random: inout SeededGenerator) -> String {
    let pieces = [
      "<w:p>", "</w:p>", "<w:r w:val=\"甲&amp;乙\">", "</w:r>", "<w:t xml:space='preserve'>",
      "</w:t>",
      "第一条　应当", "&lt;", "&#30002;", "<!-- 注 -->", "<?x y?>", "<![CDATA[<丙>]]>", "<w:tab/>", "\r\n",
      "<o:x xmlns:o='urn:x' o:val='1'>", "</o:x>", "<w:br w:type='page' />", "é", "𠮷",
    ]
    var open: [String] = []
    var text = "<?xml version=\"1.0\"?><w:document \(Self.space)>"
    for _ in 0..<30 {
      let piece = pieces.randomElement(using: &random) ?? ""
      if piece.hasPrefix("</") {
        if let last = open.popLast() { text += last }
      } else {
        text += piece
        if piece.hasPrefix("<w:p") { open.append("</w:p>") }
        if piece.hasPrefix("<w:r") { open.append("</w:r>") }
        if piece.hasPrefix("<w:t ") { open.append("</w:t>") }
        if piece.hasPrefix("<o:x") { open.append("</o:x>") }
      }
    }
    return text + open.reversed().joined() + "</w:document>"
  }

  /// The same characters in UTF-16, which libxml2 reads.
  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test("our reading of UTF-8 is that of libxml2, in pieces of any size", arguments: 0..<UInt64(60))
  func scanner(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = sample(using: &random)
    let expected = try #require(heard(utf16(text)))
    #expect(heard(text) == expected)
    for pieces in [1, 2, 3, 7, 64] { #expect(heard(Array(text.utf8), pieces: pieces) == expected) }
  }

  @Test("what libxml2 reads after random changes, we read alike", arguments: 0..<UInt64(200))
  func changedScanner(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var characters = Array(sample(using: &random))
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 40..<characters.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: characters.remove(at: place)
      case 1: characters.insert("<>/&;\"'= !?-".randomElement(using: &random) ?? "<", at: place)
      default: characters.swapAt(place, 40)
      }
    }
    let text = String(characters)
    // We are less strict about what names may be called, never more.
    guard let expected = heard(utf16(text)) else {
      _ = heard(text)
      return
    }
    #expect(heard(text) == expected)
    #expect(heard(Array(text.utf8), pieces: 5) == expected)
  }
}
