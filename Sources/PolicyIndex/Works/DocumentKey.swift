internal import PolicyText

/// What a document is recognised by, whoever cites it: its title and its number, made comparable.
enum DocumentKey {
  /// A title without what differs from citation to citation: 《》, spaces, 、 between issuers, 中华人民共和国,
  /// brackets like （试行） and （2020修正） after it; half-width marks become full-width.
  ///
  /// What tells one document from another stays: the number in 解释（二）, and （草案）, which is no version of
  /// what is in force.
  static func title(_ title: String) -> String {
    var words: [Unicode.Scalar] = []
    for scalar in title.unicodeScalars {
      let scalar = folded(scalar)
      switch scalar {
      case "《", "》", "〈", "〉", "、": continue
      case let scalar where isSpace(scalar): continue
      case let scalar: words.append(scalar)
      }
    }
    words = withoutState(words)
    while words.last == "）", let open = words.lastIndex(of: "（"), open > 1,
      !tellsApart(words[(open + 1)..<(words.count - 1)])
    {
      words.removeSubrange(open...)
    }
    return String(String.UnicodeScalarView(words))
  }

  /// A document number with one kind of brackets and without spaces, 中华人民共和国, 第 and zeros before its
  /// digits: 国办发[2019] 02号 and 国办发〔2019〕2号 are one.
  static func number(_ number: String) -> String {
    var words: [Unicode.Scalar] = []
    for scalar in number.unicodeScalars {
      switch folded(scalar) {
      case "[", "［", "【", "（", "﹝", "〔": words.append("〔")
      case "]", "］", "】", "）", "﹞", "〕": words.append("〕")
      case "第": continue
      case "0" where words.last.map { !isDigit($0) } ?? true: continue
      case let scalar where isSpace(scalar): continue
      case let scalar: words.append(scalar)
      }
    }
    return String(String.UnicodeScalarView(withoutState(words)))
  }

  private static let state = Array("中华人民共和国".unicodeScalars)
  private static let drafts = ["草案", "稿"].map { Array($0.unicodeScalars) }

  /// Words without the full name of the state, unless they are no more than that.
  private static func withoutState(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < words.count {
      if words[index...].starts(with: state) {
        index += state.count
      } else {
        kept.append(words[index])
        index += 1
      }
    }
    return kept.count > 1 ? kept : words
  }

  /// Whether words in brackets after a title make it another document: a number in a series, a draft.
  private static func tellsApart(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let isNumber = words.allSatisfy { "〇零一二三四五六七八九十百".unicodeScalars.contains($0) }
    // 2 is a number in a series, 2020 a year.
    let isShort = words.count < 4 && words.allSatisfy(isDigit)
    let isDraft = drafts.contains { words.suffix($0.count).elementsEqual($0) }
    return !words.isEmpty && (isNumber || isShort || isDraft)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }
}
