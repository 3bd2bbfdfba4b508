import PolicyText

/// 法规名称 without 《》 before a provision: 将商贸秩序条例第六条修改为, as 修正案 cite what they amend.
///
/// Source: the amendments to the Criminal Law (刑法修正案), which say 刑法第…条; observed in those of local regulations and
/// of charters.
struct LawName {
  private let name: [Unicode.Scalar]

  /// Shorter ends of a name are words like any other.
  private static let least = 3

  /// The name as the title of the decision gives it.
  init(_ title: String) {
    name = title.unicodeScalars.map { folded($0) }.filter { !isSpace($0) }
  }

  /// Where the name ends, or its end without the place or organ before it, if it begins at an offset and a
  /// provision follows.
  func end(in scalars: [Unicode.Scalar], from start: Int, to limit: Int) -> Int? {
    guard name.count >= Self.least else { return nil }
    for first in 0...(name.count - Self.least) where name[first] == scalars[start] {
      let end = start + name.count - first
      if end < limit, scalars[end] == "第", scalars[start..<end].elementsEqual(name[first...]) {
        return end
      }
    }
    return nil
  }
}
