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
      if next < aliases.count, aliases[next].term.contains(offset) {
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
    return zip(aliases, names).filter { !used.contains($1) }.map { alias, name in
      Finding(
        .aliasUnused, "定义了简称“\(name)”，但后文没有使用。", node: alias.node, range: alias.term)
    }
  }
}
