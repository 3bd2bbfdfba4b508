/// 标题 as others cite it.
enum DocumentTitle {
  /// A title without what differs from citation to citation: 中华人民共和国 before it, brackets like
  /// （试行） and （2020修正） after it.
  static func comparable(_ title: String) -> String {
    var words = Substring(title)
    if words.hasPrefix("中华人民共和国") { words = words.dropFirst(7) }
    while words.hasSuffix("）") || words.hasSuffix(")"),
      let open = words.lastIndex(where: { $0 == "（" || $0 == "(" })
    {
      words = words[..<open]
    }
    return String(words)
  }

  /// The title that a title quotes: 关于修改《…》的决定.
  static func quoted(in title: String) -> String? {
    guard let open = title.firstIndex(of: "《"), let close = title.lastIndex(of: "》"), open < close
    else { return nil }
    return String(title[title.index(after: open)..<close])
  }
}
