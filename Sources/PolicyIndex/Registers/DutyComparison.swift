internal import PolicyText

/// Compares the duties of two texts: what is the same word for word is left out, what is much alike has
/// changed, the rest came or went.
struct DutyComparison {
  let old: [LibraryDuty]
  let new: [LibraryDuty]

  /// From which share of common pairs of characters on two duties are one that changed.
  private static let alike = 0.5

  /// What changed, in the order of the new text; what went comes last.
  var changes: [DutyChange] {
    var unmatched: [String: [Int]] = [:]
    for (index, duty) in old.enumerated() {
      unmatched[Self.key(duty), default: []].append(index)
    }
    var taken: Set<Int> = []
    var rest: [Int] = []
    for (index, duty) in new.enumerated() {
      if let same = unmatched[Self.key(duty)]?.first(where: { !taken.contains($0) }) {
        taken.insert(same)
      } else {
        rest.append(index)
      }
    }
    let pairs = old.map { Self.pairs($0.text) }
    var changes: [DutyChange] = []
    for index in rest {
      let own = Self.pairs(new[index].text)
      var best: (index: Int, score: Double)?
      for candidate in old.indices where !taken.contains(candidate) {
        let common = own.intersection(pairs[candidate]).count
        let score = 2 * Double(common) / Double(max(own.count + pairs[candidate].count, 1))
        if score >= Self.alike, score > best?.score ?? 0 { best = (candidate, score) }
      }
      if let best {
        taken.insert(best.index)
        changes.append(DutyChange(kind: .changed, old: old[best.index], new: new[index]))
      } else {
        changes.append(DutyChange(kind: .added, old: nil, new: new[index]))
      }
    }
    for index in old.indices where !taken.contains(index) {
      changes.append(DutyChange(kind: .removed, old: old[index], new: nil))
    }
    return changes
  }

  /// The same words with the same meaning; spaces and widths say nothing.
  private static func key(_ duty: LibraryDuty) -> String {
    duty.modality + String(String.UnicodeScalarView(PolicyTokenizer.read(duty.text)))
  }

  private static func pairs(_ text: String) -> Set<UInt64> {
    let words = PolicyTokenizer.read(text)
    guard words.count > 1 else { return Set(words.map { UInt64($0.value) }) }
    return Set(zip(words, words.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }
}
