import PolicyText

/// Which of the words before 是指 are the term.
extension DefinitionScanner {
  /// 管理人、使用人，分别是指…: each of the terms that 分别 deals the meanings out to.
  func dealt(_ words: Range<Int>) -> [Range<Int>] {
    var end = words.upperBound
    guard words.count > 5, scalars[end - 1] == "别", scalars[end - 2] == "分" else { return [words] }
    end -= 2
    if scalars[end - 1] == "，" { end -= 1 }
    var terms: [Range<Int>] = []
    var start = words.lowerBound
    for offset in words.lowerBound..<end where isJoin(scalars[offset]) {
      if offset > start { terms.append(start..<offset) }
      start = offset + 1
    }
    if end > start { terms.append(start..<end) }
    return terms
  }

  /// A term without the words that say where it is used: 本办法中的共享单车, 本办法所指见习基地.
  func withoutOpening(_ words: Range<Int>) -> Range<Int> {
    switch scalars[words.lowerBound] {
    case "前", "上", "第": return withoutReference(words)
    case "本": break
    default: return words
    }
    for offset in words.dropFirst(2).prefix(8) where offset + 1 < words.upperBound {
      switch scalars[offset] {
      case "中":
        let start = scalars[offset + 1] == "的" ? offset + 2 : offset + 1
        return start < words.upperBound ? start..<words.upperBound : words
      case "所" where scalars[offset + 1] == "指" && offset + 2 < words.upperBound:
        return offset + 2..<words.upperBound
      default: continue
      }
    }
    return withoutReference(words)
  }

  /// 前款规定的重大事项, 第三条所称的学校: what follows the reference.
  private func withoutReference(_ words: Range<Int>) -> Range<Int> {
    for offset in words.dropFirst(3).prefix(14) where scalars[offset] == "的" {
      guard offset + 1 < words.upperBound else { return words }
      switch (scalars[offset - 2], scalars[offset - 1]) {
      case ("规", "定"), ("所", "称"), ("所", "列"), ("所", "指"), ("所", "述"):
        return offset + 1..<words.upperBound
      default: return words
      }
    }
    return words
  }
}
