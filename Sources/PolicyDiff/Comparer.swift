public import PolicyAnalysis
public import PolicyLexicons
internal import PolicyText

/// 比较器: finds what became of every unit of one text in another, and what that means.
///
/// First the units are aligned (``UnitPairing``), then the words of each pair (``UnitDifference``), and at
/// last the norms and quantities in them (`EffectFinder`). One comparer serves all threads.
public final class Comparer: Sendable {
  private let facts: EffectFacts

  /// A comparer with the facts of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  public init(lexicons: Lexicons) throws(LexiconError) {
    facts = try EffectFacts(lexicons: lexicons)
  }

  /// What became of an old text in a new one.
  public func compare(old: Analysis, new: Analysis) -> Comparison {
    let (left, right) = (ComparedText(old), ComparedText(new))
    let pairing = UnitPairing(old: left, new: right)
    let references = FollowingReferences(old: left, new: right, pairing: pairing)
    let wholes = (old: WholeStretches(old), new: WholeStretches(new))
    var breaker = WordBreaker(.word)
    var joints = JointDifferences(
      pairing, of: (left, right), wholes: wholes, modalWords: facts.modalWords)
    var differences: [UnitDifference] = []
    differences.reserveCapacity(pairing.matches.count)
    var replaced = ReplacementFinder()
    for match in pairing.matches {
      guard let i = match.old, let j = match.new else {
        differences.append(UnitDifference())
        continue
      }
      let (before, after) = (left.units[i], right.units[j])
      var difference = UnitDifference()
      if before.text.scalars != after.text.scalars {
        difference =
          joints.difference(of: match, breaker: &breaker)
          ?? UnitDifference(
            before.text, after.text, oldWholes: wholes.old.stretches(of: before),
            newWholes: wholes.new.stretches(of: after),
            aliases: aliases(before, after, references, wholes), modalWords: facts.modalWords,
            breaker: &breaker)
        difference.markForms(before.text, after.text)
        references.mark(&difference, old: before, new: after)
        replaced.add(difference.edits, before.text, after.text, newUnit: j)
      }
      differences.append(difference)
    }
    let replacements = replaced.replacements(in: right)
    let alignments = alignments(
      pairing, &differences, ReplacedWords(replacements),
      EffectFinder(old: left, new: right, facts: facts), old: left, new: right)
    let groups = GroupBuilder(old: left, new: right, wholes: wholes, modalWords: facts.modalWords)
      .groups(of: alignments, replaced: ReplacedWords(replacements), breaker: &breaker)
    return Comparison(
      old: left, new: right, alignments: alignments, groups: groups, replacements: replacements)
  }

  /// What stretches of two units are compared by in place of their words.
  private func aliases(
    _ old: ComparedUnit, _ new: ComparedUnit, _ references: FollowingReferences,
    _ wholes: (old: WholeStretches, new: WholeStretches)
  ) -> (old: TokenAliases, new: TokenAliases) {
    var aliases = references.aliases(old: old, new: new)
    let ends = RangeEnds.aliases(
      (old, wholes.old.rangeEnds(of: old)), (new, wholes.new.rangeEnds(of: new)))
    aliases.old += ends.old
    aliases.new += ends.new
    if old.family == .table, new.family == .table {
      aliases.old += SerialNumbers.aliases(in: old.text)
      aliases.new += SerialNumbers.aliases(in: new.text)
    }
    aliases.old.sort { $0.range.lowerBound < $1.range.lowerBound }
    aliases.new.sort { $0.range.lowerBound < $1.range.lowerBound }
    return aliases
  }

  private func alignments(
    _ pairing: UnitPairing, _ differences: inout [UnitDifference], _ replaced: ReplacedWords,
    _ finder: EffectFinder, old: ComparedText, new: ComparedText
  ) -> [Alignment] {
    pairing.matches.indices.map { index in
      let match = pairing.matches[index]
      guard let i = match.old, let j = match.new else {
        let effects =
          match.new.map(finder.effects(added:)) ?? match.old.map(finder.effects(removed:)) ?? []
        return Alignment(
          old: match.old, new: match.new, change: match.old == nil ? .added : .removed,
          similarity: 0, effects: effects)
      }
      let (before, after) = (old.units[i], new.units[j])
      differences[index].markThroughout(replaced, before.text, after.text)
      let difference = differences[index]
      return Alignment(
        old: i, new: j,
        change: Self.change(
          match, difference,
          isRenumbered: before.number != after.number || before.level != after.level),
        similarity: difference.similarity, edits: difference.edits,
        effects: finder.effects(old: i, new: j, difference, isPart: match.group != nil))
    }
  }

  private static func change(
    _ match: UnitPairing.Match, _ difference: UnitDifference, isRenumbered: Bool
  ) -> Alignment.Change {
    if let group = match.group { return group }
    if match.isMoved { return .moved }
    if isRenumbered && difference.edits.allSatisfy(\.isEditorial) { return .renumbered }
    return difference.edits.isEmpty ? .unchanged : .modified
  }
}
