internal import PolicyLexicons

/// 机构更名: organs that have another name since a reform of institutions, with the same business.
struct OrganRenames: Sendable {
  private struct Rename: Sendable {
    let old: [Unicode.Scalar]
    /// Each successor and the year in which it took over.
    let successors: [(name: [Unicode.Scalar], year: String)]
  }

  /// The longest business first.
  private let renames: [Rename]

  /// The facts of a list.
  ///
  /// - Throws: ``LexiconError`` if a column is missing.
  init(_ lexicon: Lexicon) throws(LexiconError) {
    guard !lexicon.rows.isEmpty else {
      renames = []
      return
    }
    let (new, year) = (try lexicon.column("new"), try lexicon.column("year"))
    renames = lexicon.rows.map { row in
      let names = row[new].split(separator: "/").map { Array($0.unicodeScalars) }
      let years = row[year].split(separator: "/").map(String.init)
      return Rename(
        old: Array(row[0].unicodeScalars), successors: zip(names, years).map { ($0, $1) })
    }
    .sorted { $0.old.count > $1.old.count }
  }

  /// Organs that took over from others, as far as a reform explains it.
  struct Succession {
    var old: [String]
    var new: [String]
    /// What is said of it; empty for those that no reform explains.
    var note = ""
  }

  /// Names that are gone and names that came, those together of which a reform made one the other; what
  /// is left over stands together at the end.
  func successions(_ old: [String], _ new: [String]) -> [Succession] {
    var (gone, come) = (old, new)
    var found: [Succession] = []
    for name in new {
      let olds = gone.filter { !note($0, name).isEmpty }
      if let first = olds.first {
        found.append(Succession(old: olds, new: [name], note: note(first, name)))
        gone.removeAll { olds.contains($0) }
        come.removeAll { $0 == name }
      } else if let place = found.firstIndex(where: { $0.old.contains { !note($0, name).isEmpty } })
      {
        found[place].new.append(name)
        come.removeAll { $0 == name }
      }
    }
    return gone.isEmpty && come.isEmpty ? found : found + [Succession(old: gone, new: come)]
  }

  /// What is said of a change of names that a reform explains: the organ is the same.
  ///
  /// Empty where none does.
  func note(_ old: String, _ new: String) -> String {
    let name = Self.business(of: old)
    let successor = Array(new.unicodeScalars)
    for rename in renames where Self.stands(rename.old, in: name) {
      if let found = rename.successors.first(where: { successor.offset(of: $0.name) != nil }) {
        return "（\(found.year)年机构改革后由其承接职责）"
      }
    }
    return ""
  }

  /// A name without the government that the organ belongs to: 人民政府 is no 民政.
  private static func business(of name: String) -> [Unicode.Scalar] {
    var business = Array(name.unicodeScalars)
    while let end = business.offset(of: government).map({ $0 + government.count }) {
      let isOfPeople = business[..<(end - government.count)].suffix(2).elementsEqual(people)
      business.removeSubrange(end - government.count - (isOfPeople ? 2 : 0)..<end)
    }
    return business
  }

  private static let government = Array("政府".unicodeScalars)
  private static let people = Array("人民".unicodeScalars)

  /// Whether a business stands in a name as what its organ does, as 人事 in 退役军人事务部门 does not.
  ///
  /// It is followed by the kind of organ (局, 主管部门), by another business, or by nothing.
  private static func stands(_ business: [Unicode.Scalar], in name: [Unicode.Scalar]) -> Bool {
    guard let start = name.offset(of: business) else { return false }
    let end = start + business.count
    guard end < name.count else { return true }
    return "行主管部局委厅署机监、和及与等".unicodeScalars.contains(name[end])
  }
}

extension [Unicode.Scalar] {
  /// Where some words stand first; `nil` if they stand nowhere.
  fileprivate func offset(of words: [Unicode.Scalar]) -> Int? {
    guard let first = words.first, count >= words.count else { return nil }
    return (0...(count - words.count)).first {
      self[$0] == first && self[$0..<$0 + words.count].elementsEqual(words)
    }
  }
}
