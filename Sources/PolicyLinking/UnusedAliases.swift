import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// Looks for names that are defined and never used.
///
/// Source: 立法技术规范（试行）（一）: a short form is defined for a name that comes again.
enum UnusedAliases {
  static func findings(
    _ definitions: [Definition], in reading: ReadingText, document: PolicyDocument
  ) -> [Finding] {
    let aliases = definitions.filter { $0.kind == .alias }
    guard !aliases.isEmpty else { return [] }
    // 《办法》 is used where it stands in its brackets again; 办法 is part of many titles.
    let names = aliases.map {
      String(reading.scalars, in: $0.term)
    }
    let words = WordList(names)
    var used = Set<String>()
    var offset = document.range.lowerBound
    var next = 0
    while offset < document.range.upperBound {
      while next < aliases.count, aliases[next].term.upperBound <= offset { next += 1 }
      // The words that the name is given to may hold it: 市水行政主管部门（以下简称主管部门）.
      if next < aliases.count, aliases[next].range.contains(offset) {
        offset = aliases[next].term.upperBound
        continue
      }
      if let match = words.longest(
        in: reading.scalars, from: offset, to: document.range.upperBound)
      {
        used.insert(names[match.row])
        offset = match.range.upperBound
      } else {
        offset += 1
      }
    }
    used.formUnion(
      coordinated(Set(names).subtracting(used), in: reading, within: document.range))
    return zip(aliases, names).filter { !used.contains($1) }.map { alias, name in
      Finding(
        .aliasUnused, "定义了简称“\(name)”，但后文没有使用。", node: alias.node, range: alias.term)
    }
  }

  /// How far the head that members of a coordination share may stand behind the first, in scalars.
  private static let coordinationLimit = 24

  /// Names that stand as a member of a coordination whose head they share: 二级医院 in 二、三级医院, 教育部门 in
  /// 教育、财政等部门.
  private static func coordinated(
    _ names: Set<String>, in reading: ReadingText, within range: Range<Int>
  ) -> Set<String> {
    /// For each beginning of a name with the mark behind it, the names and what is left of them.
    var rests: [String: [(name: String, rest: [Unicode.Scalar])]] = [:]
    for name in names {
      let scalars = Array(name.unicodeScalars)
      for length in 1..<max(1, scalars.count - 1) where scalars.count <= coordinationLimit {
        let start = String(scalars, in: 0..<length) + "、"
        rests[start, default: []].append((name, Array(scalars[length...])))
      }
    }
    guard !rests.isEmpty else { return [] }
    let starts = rests.keys.sorted()
    let words = WordList(starts)
    var found: Set<String> = []
    for offset in range where words.begins(with: reading.scalars[offset]) {
      guard let match = words.longest(in: reading.scalars, from: offset, to: range.upperBound)
      else { continue }
      let end = match.range.upperBound
      let behind = reading.scalars[end..<min(range.upperBound, end + coordinationLimit)]
        .prefix { $0 != "。" && $0 != "；" && $0 != "，" }
      for (name, rest) in rests[starts[match.row]] ?? [] where !found.contains(name) {
        if behind.indices.contains(where: { behind[$0...].starts(with: rest) }) {
          found.insert(name)
        }
      }
    }
    return found
  }
}
