internal import Foundation
internal import PolicyAnalysis
internal import PolicyDiff

/// A record of `corpus/revisions`: which unit became which, or what a change means.
struct RevisionRecord: Decodable {
  let task: String
  /// Of an alignment, the ids of the units.
  let old: String?
  let new: String?
  let change: String?
  /// Of an effect, the id of the new unit, its kind, the words before and after, and the direction.
  let unit: String?
  let kind: String?
  let from: String?
  let to: String?
  let direction: String?
}

/// Scores a comparison against `corpus/revisions`: alignments of provisions, chapters, annexes and tables,
/// and the effects on numbers, modality and bearers.
struct RevisionScorer {
  /// The name of the pair, whose first word is its kind.
  let name: String
  let comparison: Comparison
  private(set) var board: ScoreBoard

  private var kind: String { String(name.prefix { $0 != "-" }) }
  /// The effects that are annotated completely.
  private static let kinds: Set<String> = [
    "threshold", "deadline", "penalty", "modality", "bearer",
  ]

  /// Scores against some records.
  mutating func score(_ records: [RevisionRecord]) {
    scoreAlignments(records.filter { $0.task == "alignment" })
    scoreEffects(records.filter { $0.task == "effect" })
  }

  private mutating func scoreAlignments(_ gold: [RevisionRecord]) {
    let given = comparison.alignments.compactMap {
      alignment -> (old: String?, new: String?, change: String)? in
      let old = alignment.old.map { comparison.old.units[$0] }
      let new = alignment.new.map { comparison.new.units[$0] }
      guard let family = (new ?? old)?.family, family != .frame else { return nil }
      return (old?.id, new?.id, alignment.change.rawValue)
    }
    var hits = 0
    for record in gold {
      guard let found = given.first(where: { $0.old == record.old && $0.new == record.new }) else {
        board.miss(
          .revisions, "漏 alignment \(name) \(record.old ?? "-")>\(record.new ?? "-")")
        continue
      }
      hits += 1
      let isRight = found.change == record.change
      board.add(.revisions, kind, .change, Score(hits: isRight ? 1 : 0, given: 1, gold: 1))
      if !isRight {
        board.miss(
          .revisions,
          "错 change \(name) \(record.old ?? "-")>\(record.new ?? "-") 应为\(record.change ?? "-")，得到\(found.change)"
        )
      }
    }
    board.add(
      .revisions, kind, .alignment, Score(hits: hits, given: given.count, gold: gold.count))
  }

  private mutating func scoreEffects(_ gold: [RevisionRecord]) {
    let gold = gold.filter { Self.kinds.contains($0.kind ?? "") }
    var given: [(unit: String, effect: Effect)] = []
    for alignment in comparison.alignments {
      guard let old = alignment.old, let new = alignment.new,
        [.provision, .table].contains(comparison.old.units[old].family)
      else { continue }
      for effect in alignment.effects where Self.kinds.contains(effect.kind.rawValue) {
        given.append((comparison.new.units[new].id, effect))
      }
    }
    let count = given.count
    var hits = 0
    for record in gold {
      let place = given.firstIndex {
        $0.unit == record.unit && $0.effect.kind.rawValue == record.kind
          && isSame($0.effect.old, record.from) && isSame($0.effect.new, record.to)
      }
      guard let place else {
        board.miss(
          .revisions,
          "漏 effect \(name) \(record.unit ?? "-") \(record.kind ?? "-") \(record.from ?? "")→\(record.to ?? "")"
        )
        continue
      }
      hits += 1
      let found = given.remove(at: place).effect
      if let direction = record.direction {
        let isRight = found.direction.rawValue == direction
        board.add(.revisions, kind, .direction, Score(hits: isRight ? 1 : 0, given: 1, gold: 1))
        if !isRight {
          board.miss(.revisions, "错 direction \(name) \(record.unit ?? "-") \(found.message)")
        }
      }
    }
    for extra in given {
      board.miss(
        .revisions,
        "多 effect \(name) \(extra.unit) \(extra.effect.kind.rawValue) \(extra.effect.message)")
    }
    board.add(.revisions, kind, .effect, Score(hits: hits, given: count, gold: gold.count))
  }

  /// Whether the words of an effect are those of the record, or hold them.
  private func isSame(_ words: String, _ record: String?) -> Bool {
    guard let record, !record.isEmpty else { return words.isEmpty }
    return words.contains(record)
  }
}
