import PolicyText

/// The title of the law that the title of a decision names.
enum AmendedTitle {
  /// 关于修改《A》的决定 names A, A修正案（二） names A; a title with 等 names several laws and so none.
  static func law(_ title: String) -> String? {
    let words = Array(title.unicodeScalars.map { folded($0) }.filter { !isSpace($0) })
    if let open = words.firstIndex(where: { $0 == "《" || $0 == "〈" || $0 == "<" }) {
      let closing: Unicode.Scalar = words[open] == "《" ? "》" : words[open] == "〈" ? "〉" : ">"
      guard let close = words[open...].lastIndex(of: closing), close > open + 1 else { return nil }
      if close + 1 < words.count, words[close + 1] == "等" || words[close + 1] == "和" { return nil }
      let name = words[(open + 1)..<close]
      // 《A》《B》, 《A》和《B》: several.
      guard !name.contains(closing) || String(String.UnicodeScalarView(name)).contains("〈") else {
        return nil
      }
      let inner = String(String.UnicodeScalarView(name))
      // 《关于修改〈A〉的决定》 names A; 《关于适用〈A〉的解释》 is itself the name.
      let isDecision = ["修改", "修正", "修订"].contains { inner.contains($0) }
      return (isDecision ? law(inner) : nil) ?? inner
    }
    let mark = Array("修正案".unicodeScalars)
    let amendment = words.indices.first { words[$0...].starts(with: mark) }
    guard let amendment, amendment > 0 else { return nil }
    return String(words, in: 0..<amendment)
  }
}
