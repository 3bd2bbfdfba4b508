/// What is counted: how much was found, of how much that is there, and how much was found wrongly.
struct Score {
  /// How many are right.
  var hits = 0
  /// How many the program gives.
  var given = 0
  /// How many there are.
  var gold = 0

  var precision: Double { given == 0 ? 0 : Double(hits) / Double(given) }
  var recall: Double { gold == 0 ? 0 : Double(hits) / Double(gold) }
  /// The harmonic mean of precision and recall; for an accuracy the share that is right.
  var value: Double { given + gold == 0 ? 0 : 2 * Double(hits) / Double(given + gold) }

  static func += (left: inout Score, right: Score) {
    left.hits += right.hits
    left.given += right.given
    left.gold += right.gold
  }
}

/// 评测项: one thing that is measured.
///
/// An accuracy is measured on what was found.
enum Measure: String, CaseIterable {
  case unit, unitHeading, unitText, residue, title, type, authorityLevel, documentNumber, issuers
  case wholeStructure
  case norm, directive, modality, bearer, items, action, condition, exception
  case quantity, quantityKind, value, comparator, quantityRole
  case entity, entityKind, canonical
  case party, partyScope
  case reference, target, status
  case definition
  case cell
  case indicator, indicatorName, indicatorLevel, indicatorParent, indicatorWeight, indicatorTarget
  case indicatorCriterion
  case link
  case finding
  case alignment, change, effect, direction
  case searchRecall, departmentPrecision, departmentRecall

  /// Whether it is a share of what was found and not an F1.
  var isAccuracy: Bool {
    switch self {
    case .unit, .residue, .norm, .directive, .bearer, .condition, .exception, .quantity, .entity,
      .party, .reference, .definition, .cell, .indicator, .link, .finding, .alignment,
      .effect:
      false
    default: true
    }
  }
}

/// 数据集: the parts of the corpus that are scored apart.
enum Part: String, CaseIterable {
  case structure, dev, test, revisions, library
}

/// All scores, by part, kind of text and measure; and what was missed.
struct ScoreBoard {
  private var scores: [Part: [String: [Measure: Score]]] = [:]
  /// What was missed, in the order in which it was found out.
  private(set) var misses: [(part: Part, line: String)] = []

  /// The score of a measure over a kind of text, or over all.
  func score(_ part: Part, _ measure: Measure, kind: String? = nil) -> Score {
    let kinds = scores[part] ?? [:]
    if let kind { return kinds[kind]?[measure] ?? Score() }
    return kinds.values.reduce(into: Score()) { $0 += $1[measure] ?? Score() }
  }

  /// The kinds of text of a part.
  func kinds(of part: Part) -> [String] { (scores[part] ?? [:]).keys.sorted() }

  /// Counts for one text.
  mutating func add(_ part: Part, _ kind: String, _ measure: Measure, _ score: Score) {
    scores[part, default: [:]][kind, default: [:]][measure, default: Score()] += score
  }

  /// Takes down a miss.
  mutating func miss(_ part: Part, _ line: String) { misses.append((part, line)) }
}
