internal import PolicyText

/// What a document is recognised by, whoever cites it: its title and its number, made comparable.
enum DocumentKey {
  /// A title without what differs from citation to citation: 《》, spaces, 中华人民共和国 before it,
  /// brackets like （试行） and （2020修正） after it; half-width marks become full-width.
  static func title(_ title: String) -> String {
    var words: [Unicode.Scalar] = []
    for scalar in title.unicodeScalars {
      let scalar = folded(scalar)
      if isSpace(scalar) || scalar == "《" || scalar == "》" || scalar == "〈" || scalar == "〉" {
        continue
      }
      words.append(scalar)
    }
    let state = Array("中华人民共和国".unicodeScalars)
    if words.count > state.count + 1, words.starts(with: state) { words.removeFirst(state.count) }
    while words.last == "）", let open = words.lastIndex(of: "（"), open > 1 {
      words.removeSubrange(open...)
    }
    return String(String.UnicodeScalarView(words))
  }

  /// A document number with one kind of brackets and without spaces, 第 and zeros before its digits:
  /// 国办发[2019] 02号 and 国办发〔2019〕2号 are one.
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
    return String(String.UnicodeScalarView(words))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }
}
