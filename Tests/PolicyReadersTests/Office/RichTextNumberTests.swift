import Testing

@testable import PolicyReaders

@Suite("automatic numbers of RTF")
struct RichTextNumberTests {
  private func written(_ text: String) -> String {
    String(decoding: RichTextNumbers.writtenOut(Array(text.utf8)), as: UTF8.self)
  }

  @Test("the number that the program showed stands in front of the first words of its paragraph")
  func numbers() {
    #expect(
      written(
        #"{\rtf1{\*\listtable{\list\listid1}}{\listtext\pard\plain \u31532\'3f\u19968\'3f\u26465\'3f\tab}\pard\ls1 {\b \u20844\'3f}\par}"#
      )
        == #"{\rtf1{\*\hidden{\list\listid1}}\pard\ilvl0 {\b {\u31532\'3f\u19968\'3f\u26465\'3f }\u20844\'3f}\par}"#
    )
  }

  @Test("words of a text box or an instruction are not the first of the paragraph")
  func destinations() {
    #expect(
      written(#"{\rtf1{\listtext 1.\tab}\pard{\*\bkmkstart a}{\pict 00}\ls1 b\par}"#)
        == #"{\rtf1\pard{\*\bkmkstart a}{\pict 00}\ilvl0 {1. }b\par}"#)
  }

  @Test("dots of lists say nothing", arguments: [#"\'b7"#, #"\u61623 ?"#, "o", #"\u9679\'3f"#])
  func bullets(bullet: String) {
    #expect(written("{\\rtf1{\\listtext\\pard\\f2 \(bullet)\\tab}a\\par}") == #"{\rtf1a\par}"#)
  }

  @Test("a file without written numbers stays as it is, and a broken one ends")
  func others() {
    let plain = #"{\rtf1{\*\listtable{\list}}\ls1 a\par}"#
    #expect(written(plain) == plain)
    #expect(written(#"{\rtf1{\listtext 1."#) == #"{\rtf1"#)
    #expect(written(#"}}\listtext\bin99999999999 a{\listtext\"#).hasPrefix("}}"))
  }
}
