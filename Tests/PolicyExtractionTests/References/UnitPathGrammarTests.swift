import PolicyExtraction
import PolicyTestSupport
import Testing

/// The steps that a reference to units names.
@Suite struct UnitPathGrammarTests {
  /// Units as 5.2→7 for 第五条第二款至第七款, with the unit's initial.
  private func paths(_ text: String) throws -> [String] {
    func words(_ steps: [UnitStep]) -> String {
      steps.map { "\($0.unit)\($0.values.map(String.init).joined(separator: "-"))" }
        .joined(separator: ".")
    }
    return try ReferenceTestText(text).mentions.flatMap(\.units).map { path in
      words(path.steps) + (path.through.map { "→" + words($0) } ?? "")
    }
  }

  @Test(
    "numbers are read in all their spellings",
    arguments: [
      ("第十七条之一第二款", ["article17-1.paragraph2"]), ("第12条第3项", ["article12.item3"]),
      ("第五条第（三）项第1目", ["article5.item3.subitem1"]), ("第二章第一节", ["chapter2.section1"]),
      ("第五条第二款、第三款", ["article5.paragraph2", "article5.paragraph3"]),
      ("第五条第二款至第四款", ["article5.paragraph2→article5.paragraph4"]),
      ("第五至八条", ["article5→article8"]), ("第一百二十三条", ["article123"]),
      ("第四、五、六条", ["article4", "article5", "article6"]),
      ("第五条第一款、第六条", ["article5.paragraph1", "article6"]),
    ] as [(String, [String])])
  func numbers(text: String, expected: [String]) throws {
    #expect(try paths("违反" + text + "规定的") == expected)
  }

  @Test("an item in brackets is sure of its word, another is not")
  func falseFriends() throws {
    #expect(try paths("对第五条第（二）项目标的考核") == ["article5.item2"])
    #expect(try paths("第五条件") == [])
  }
}
