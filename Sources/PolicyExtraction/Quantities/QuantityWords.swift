import Foundation
import PolicyLexicons
import PolicyText

/// What the lexicons say of the words around numbers, ready to be looked up.
///
/// A class, since every reader of a number holds it: a copy of a reference costs nothing.
final class QuantityWords: Sendable {
  /// Where a word of a role counts.
  enum RoleScope: String, CaseIterable, Sendable {
    /// In every text.
    case all
    /// In plans: there 建成 and 培训 set targets.
    case plan
    /// For bans that go with a sanction: 给予警告，一年内不得….
    case ban
  }

  /// What kind of unit a word is.
  enum UnitKind: Sendable, Hashable {
    case money, measure, count, event, score, multiple, percent, permille, point, tenth, time
  }

  /// A word that follows a number.
  struct Unit: Sendable {
    let kind: UnitKind
    /// The form that it is given in: CNY, 平方米, 日.
    let name: String
    /// What one of it counts in the named unit.
    let factor: Decimal
    /// The designator of ISO 8601, with T before the parts of a day; empty where there is none.
    let designator: String
  }

  /// A word that compares.
  struct Comparison: Sendable {
    /// `nil` for a word that only looks like a comparison.
    let comparator: Comparator?
    /// Whether a verb may stand between the word and the number.
    let isAdverb: Bool
  }

  let units: [Unit]
  let unitTrie: WordTrie
  let before: [Comparison]
  let beforeTrie: WordTrie
  let after: [Comparison]
  let afterTrie: WordTrie
  let negations: WordTrie
  let identifiersBefore: WordTrie
  let identifiersAfter: WordTrie
  let numeralWords: WordTrie
  let lookalikes: WordTrie
  let denominators: [String]
  let denominatorTrie: WordTrie
  let dateBefore: [Comparator?]
  let dateBeforeTrie: WordTrie
  let dateAfter: [Comparator?]
  let dateAfterTrie: WordTrie
  let measuredHeads: WordTrie
  let roles: [Quantity.Role]
  let roleTrie: WordTrie
  let roleScopes: [RoleScope]
  let conditionStarts: WordTrie
  let phraseLeads: WordTrie
  let manners: [String: DocumentManner.Manner]
  let countingVerbs: WordTrie
  let averages: WordTrie
  let averageUnits: [String]
  let columns: [TableColumns.Meaning]
  let columnTrie: WordTrie
  /// The scalars that a number may begin with, a bit each.
  let starters: [UInt64]

  /// - Throws: ``LexiconError`` with the first cell at fault.
  init(_ lexicons: Lexicons) throws(LexiconError) {
    var terms: [String] = []
    var units: [Unit] = []
    func add(_ row: LexiconRow, _ kind: UnitKind, name: String, factor: Decimal = 1) {
      terms.append(row[0])
      units.append(Unit(kind: kind, name: name, factor: factor, designator: ""))
    }
    for row in lexicons[.units].rows { add(row, .measure, name: row[1]) }
    for (row, kind) in zip(
      lexicons[.classifiers].rows,
      try lexicons[.classifiers].values(of: "kind", as: Classifier.self)
    ) {
      add(row, kind.unitKind, name: kind.name ?? row[0])
    }
    for row in lexicons[.currencies].rows {
      add(row, .money, name: row[1], factor: Decimal(string: row[2]) ?? 1)
    }
    for row in lexicons[.timeUnits].rows {
      terms.append(row[0])
      units.append(
        Unit(kind: .time, name: row[1], factor: 1, designator: row[2] == "-" ? "" : row[2]))
    }
    self.units = units
    unitTrie = WordTrie(terms)

    let comparators = lexicons[.comparators]
    let sides = try comparators.values(of: "side", as: Side.self)
    let values = try comparators.values(of: "comparator", as: ComparatorCell.self)
    var before: [Comparison] = []
    var beforeWords: [String] = []
    var after: [Comparison] = []
    var afterWords: [String] = []
    for (row, (side, value)) in zip(comparators.rows, zip(sides, values)) {
      let comparison = Comparison(comparator: value.comparator, isAdverb: side == .adverb)
      if side == .after {
        after.append(comparison)
        afterWords.append(row[0])
      } else {
        before.append(comparison)
        beforeWords.append(row[0])
      }
    }
    self.before = before
    beforeTrie = WordTrie(beforeWords, backward: true)
    self.after = after
    afterTrie = WordTrie(afterWords)
    negations = WordTrie(lexicons[.negations].rows.map { $0[0] }, backward: true)
    let contexts = lexicons[.identifyingContexts]
    let contextSides = try contexts.values(of: "side", as: Side.self)
    let placed = Array(zip(contexts.rows, contextSides))
    identifiersBefore = WordTrie(
      placed.filter { $0.1 != .after }.map { $0.0[0] }, backward: true)
    identifiersAfter = WordTrie(placed.filter { $0.1 == .after }.map { $0.0[0] })
    numeralWords = WordTrie(lexicons[.numeralWords].rows.map { $0[0] })
    lookalikes = WordTrie(lexicons[.unitLookalikes].rows.map { $0[0] })
    denominators = lexicons[.denominators].rows.map { $0[0] }
    denominatorTrie = WordTrie(denominators)

    let dates = lexicons[.dateComparators]
    let dateValues = try dates.values(of: "comparator", as: ComparatorCell.self)
    let dateSides = try dates.values(of: "side", as: Side.self)
    let dateRows = Array(zip(dates.rows, zip(dateSides, dateValues)))
    let leading = dateRows.filter { $0.1.0 != .after }
    let trailing = dateRows.filter { $0.1.0 == .after }
    dateBefore = leading.map { $0.1.1.comparator }
    dateBeforeTrie = WordTrie(leading.map { $0.0[0] }, backward: true)
    dateAfter = trailing.map { $0.1.1.comparator }
    dateAfterTrie = WordTrie(trailing.map { $0.0[0] })
    measuredHeads = WordTrie(lexicons[.measuredHeads].rows.map { $0[0] }, backward: true)
    roles = try lexicons[.quantityRoles].values(of: "role", as: Quantity.Role.self)
    roleTrie = WordTrie(lexicons[.quantityRoles].rows.map { $0[0] })
    roleScopes = try lexicons[.quantityRoles].values(of: "scope", as: RoleScope.self)
    conditionStarts = WordTrie(lexicons[.conditionStarts].rows.map { $0[0] })
    phraseLeads = WordTrie(lexicons[.phraseLeads].rows.map { $0[0] })
    let manners = lexicons[.documentManners]
    self.manners = Dictionary(
      zip(
        manners.rows.map { $0[0] },
        try manners.values(of: "manner", as: DocumentManner.Manner.self)),
      uniquingKeysWith: { $1 })
    countingVerbs = WordTrie(lexicons[.countingVerbs].rows.map { $0[0] }, backward: true)
    averages = WordTrie(lexicons[.averages].rows.map { $0[0] }, backward: true)
    averageUnits = lexicons[.averages].rows.map { $0[1] }
    columns = try lexicons[.columnHeads].values(of: "meaning", as: TableColumns.Meaning.self)
    columnTrie = WordTrie(lexicons[.columnHeads].rows.map { $0[0] })
    starters = Self.numeralStarters()
  }

  /// Every scalar that ``NumeralCharacter`` knows, 半, and the point of .5.
  private static func numeralStarters() -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 1024)
    for value in UInt32(0)..<65536 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      guard NumeralCharacter(scalar) != .none || scalar == "半" || scalar == "." else { continue }
      bits[Int(value >> 6)] |= 1 << UInt64(value & 63)
    }
    return bits
  }

  /// Whether a heading speaks of advice.
  func contains(adviceIn heading: ArraySlice<Unicode.Scalar>) -> Bool {
    zip(heading, heading.dropFirst()).contains { $0 == "建" && $1 == "议" }
  }

  /// Whether a number may begin with a scalar.
  func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value < 65536 && starters[Int(value >> 6)] & (1 << UInt64(value & 63)) != 0
  }

  private enum Side: String, CaseIterable { case before, adverb, after }

  private enum ComparatorCell: String, CaseIterable {
    case atLeast = ">="
    case moreThan = ">"
    case atMost = "<="
    case lessThan = "<"
    case equal = "="
    case about = "~"
    case none = "-"
    var comparator: Comparator? { Comparator(rawValue: rawValue) }
  }

  private enum Classifier: String, CaseIterable {
    case count, event, score, multiple, percent, permille, point, tenth
    var unitKind: UnitKind {
      switch self {
      case .count: .count
      case .event: .event
      case .score: .score
      case .multiple: .multiple
      case .percent: .percent
      case .permille: .permille
      case .point: .point
      case .tenth: .tenth
      }
    }
    /// The unit of the values, where it is not the word itself.
    var name: String? {
      switch self {
      case .percent, .permille, .tenth: "%"
      case .point: "百分点"
      case .count, .event, .score, .multiple: nil
      }
    }
  }
}
