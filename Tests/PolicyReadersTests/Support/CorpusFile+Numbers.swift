@testable import PolicyReaders

extension CorpusFile {
  /// A Word document whose chapters, articles, items and headings are numbered by the program and not
  /// typed, as authors who know their program write them.
  ///
  /// A number that does not follow from the one before it stays typed.
  var numberedWord: [UInt8] {
    var lists: [String] = []
    var next: [String: Int] = [:]
    var list: [String: Int] = [:]
    let paragraphs = lines.map { line -> String in
      let words = line.drop { $0 == "　" || $0 == " " }
      guard
        let kind = Self.kinds.first(where: {
          words.starts(with: $0.written(1)) || words.starts(with: $0.written(next[$0.text] ?? 0))
        })
      else { return WordFile.paragraph(Self.escaped(line)) }
      // What begins with one begins anew, in a list of its own, and so do the kinds below it.
      if words.starts(with: kind.written(1)) {
        lists.append(kind.definition(lists.count + 1))
        next[kind.text] = 1
        list[kind.text] = lists.count
      }
      let number = kind.written(next[kind.text] ?? 1)
      next[kind.text] = (next[kind.text] ?? 1) + 1
      let rest = words.dropFirst(number.count).drop { $0 == "　" || $0 == " " }
      return WordFile.paragraph(Self.escaped(String(rest)), list: list[kind.text] ?? 1)
    }
    // Definitions come before the lists that use them.
    let definitions = lists.indices.map {
      "<w:abstractNum w:abstractNumId=\"\($0 + 1)\">\(lists[$0])</w:abstractNum>"
    }
    let numbers = lists.indices.map {
      "<w:num w:numId=\"\($0 + 1)\"><w:abstractNumId w:val=\"\($0 + 1)\"/></w:num>"
    }
    return WordFile(
      body: paragraphs.joined(), numbering: definitions.joined() + numbers.joined()
    ).bytes
  }

  /// A kind of number, as Word has it.
  private struct Kind {
    let format: NumberFormat
    let text: String
    /// Whether it is followed by a space.
    let isSpaced: Bool

    func written(_ number: Int) -> String {
      text.replacing("%1", with: format.text(of: number))
    }

    func definition(_ list: Int) -> String {
      """
      <w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>\
      <w:numFmt w:val="\(format.rawValue)"/><w:suff w:val="\(isSpaced ? "space" : "nothing")"/>\
      <w:lvlText w:val="\(text)"/></w:lvl>
      """
    }
  }

  private static let kinds = [
    Kind(format: .chineseCountingThousand, text: "第%1章", isSpaced: true),
    Kind(format: .chineseCountingThousand, text: "第%1条", isSpaced: true),
    Kind(format: .chineseCountingThousand, text: "%1、", isSpaced: false),
    Kind(format: .chineseCountingThousand, text: "（%1）", isSpaced: false),
    Kind(format: .decimal, text: "%1.", isSpaced: false),
  ]
}
