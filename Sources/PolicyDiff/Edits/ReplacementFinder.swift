/// Finds words that were replaced all over a text, so that it can be said once.
struct ReplacementFinder {
  /// In how many units it must be.
  private static let least = 3
  /// Longer words are a sentence, not a term.
  fileprivate static let longest = 30

  fileprivate struct Words: Hashable {
    let old: [Unicode.Scalar]
    let new: [Unicode.Scalar]
  }

  private var places: [Words: [Int]] = [:]
  private var order: [Words] = []

  /// Takes down the edits of a pair of units.
  mutating func add(_ edits: [Edit], _ old: UnitText, _ new: UnitText, newUnit: Int) {
    for edit in edits where edit.operation == .replace && !edit.isEditorial {
      guard edit.old.count <= Self.longest, edit.new.count <= Self.longest else { continue }
      let words = Words(old: Array(old.scalars[edit.old]), new: Array(new.scalars[edit.new]))
      if places[words] == nil { order.append(words) }
      places[words, default: []].append(newUnit)
    }
  }

  /// The replacements, the most frequent first: what stands in the provisions of the new text still
  /// was not replaced throughout.
  func replacements(in new: ComparedText) -> [Replacement] {
    var found: [Replacement] = []
    for words in order {
      let all = places[words] ?? []
      let units = Set(all).sorted()
      guard units.count >= Self.least, !stands(words.old, in: new) else { continue }
      found.append(
        Replacement(
          old: Self.string(words.old), new: Self.string(words.new), count: all.count,
          units: units))
    }
    return found.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }

  private func stands(_ words: [Unicode.Scalar], in text: ComparedText) -> Bool {
    guard let first = words.first else { return true }
    return text.units.contains { unit in
      guard unit.family == .provision else { return false }
      let scalars = unit.text.scalars
      return scalars.indices.contains { offset in
        scalars[offset] == first && scalars[offset...].starts(with: words)
      }
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// The words of the replacements of a comparison, to be asked whether an edit is one of them.
struct ReplacedWords {
  private let pairs: Set<ReplacementFinder.Words>

  /// The words of some replacements.
  init(_ replacements: [Replacement]) {
    pairs = Set(
      replacements.map {
        ReplacementFinder.Words(
          old: Array($0.old.unicodeScalars), new: Array($0.new.unicodeScalars))
      })
  }

  /// Whether an edit does what is done all over the text.
  func contain(_ edit: Edit, _ old: UnitText, _ new: UnitText) -> Bool {
    guard !pairs.isEmpty, edit.operation == .replace,
      edit.old.count <= ReplacementFinder.longest, edit.new.count <= ReplacementFinder.longest
    else { return false }
    return pairs.contains(
      ReplacementFinder.Words(
        old: Array(old.scalars[edit.old]), new: Array(new.scalars[edit.new])))
  }
}
