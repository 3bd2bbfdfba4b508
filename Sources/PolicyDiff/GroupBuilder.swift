internal import PolicyText

/// Puts alignments into the groups that a printed comparison shows as rows.
struct GroupBuilder {
  let old: ComparedText
  let new: ComparedText
  let wholes: (old: WholeStretches, new: WholeStretches)
  let modalWords: ModalWords

  /// The groups, each at the place of its first alignment.
  func groups(
    of alignments: [Alignment], replaced: ReplacedWords, breaker: inout WordBreaker
  ) -> [UnitGroup] {
    var splits: [Int: [Int]] = [:]
    var merges: [Int: [Int]] = [:]
    for (index, alignment) in alignments.enumerated() {
      if alignment.change == .split, let unit = alignment.old {
        splits[unit, default: []].append(index)
      } else if alignment.change == .merged, let unit = alignment.new {
        merges[unit, default: []].append(index)
      }
    }
    var isDone = [Bool](repeating: false, count: alignments.count)
    var groups: [UnitGroup] = []
    for (index, alignment) in alignments.enumerated() where !isDone[index] {
      var members = [index]
      if alignment.change == .split, let unit = alignment.old { members = splits[unit] ?? members }
      if alignment.change == .merged, let unit = alignment.new {
        members = merges[unit] ?? members
      }
      for member in members { isDone[member] = true }
      groups.append(group(members, of: alignments, replaced: replaced, breaker: &breaker))
    }
    return groups
  }

  private func group(
    _ members: [Int], of alignments: [Alignment], replaced: ReplacedWords,
    breaker: inout WordBreaker
  ) -> UnitGroup {
    let lefts = Set(members.compactMap { alignments[$0].old }).sorted()
    let rights = Set(members.compactMap { alignments[$0].new }).sorted()
    let joined = JoinedUnits(old: lefts, new: rights, of: (old, new))
    let (before, after) = (joined.oldText, joined.newText)
    var edits = alignments[members[0]].edits
    if members.count > 1 {
      var difference = UnitDifference(
        joined, of: (old, new), wholes: wholes, modalWords: modalWords, breaker: &breaker)
      difference.markForms(before, after)
      difference.markThroughout(replaced, before, after)
      edits = difference.edits
    }
    return UnitGroup(
      alignments: members, old: lefts, new: rights, oldText: before, newText: after, edits: edits)
  }
}
