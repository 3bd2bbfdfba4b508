internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// What stretches of a unit's text stand for, where that is more than their words: sorted, none over
/// another.
typealias TokenAliases = [(range: Range<Int>, hash: UInt64)]

/// 同指引用: references of two units that name the same provision under its old and its new number.
///
/// Compared by their words, the list 第三条、第四条 that became 第四条、第五条 would have 第四条 in common,
/// which names another article now. References that follow are compared by what they name.
extension FollowingReferences {
  /// A reference to a unit, and the words that it points below the unit with: 第一款 of 第六条第一款.
  private struct Pointer {
    let range: Range<Int>
    let hash: UInt64
    let words: ArraySlice<Unicode.Scalar>
  }

  /// The references of two units that are to be compared by what they name; none where more of them
  /// kept their words than follow, as in a text whose references were not brought up to date.
  func aliases(old: ComparedUnit, new: ComparedUnit) -> (old: TokenAliases, new: TokenAliases) {
    let right = pointers(of: new, in: self.new, isOld: false)
    guard !right.isEmpty else { return ([], []) }
    let left = pointers(of: old, in: self.old, isOld: true)
    guard !left.isEmpty else { return ([], []) }
    let follows = left.filter { pointer in right.contains { $0.hash == pointer.hash } }
    let stays = left.count { pointer in right.contains { $0.words == pointer.words } }
    guard follows.count > 0, follows.count >= stays,
      follows.contains(where: { pointer in
        right.contains { $0.hash == pointer.hash && $0.words != pointer.words }
      })
    else { return ([], []) }
    let partners = right.filter { pointer in left.contains { $0.hash == pointer.hash } }
    return (follows.map { ($0.range, $0.hash) }, partners.map { ($0.range, $0.hash) })
  }

  /// The references in a unit to articles of its own document that stand in both texts.
  private func pointers(
    of unit: ComparedUnit, in text: ComparedText, isOld: Bool
  ) -> [Pointer] {
    guard let first = unit.text.readings.first, let last = unit.text.readings.last else {
      return []
    }
    let document = text.analysis.documents[unit.document]
    let references = document.references
    var low = Self.firstReference(of: document, from: Int(first))
    var pointers: [Pointer] = []
    while low < references.count, references[low].range.lowerBound <= Int(last) {
      if let pointer = pointer(references[low], of: unit, in: text, isOld: isOld) {
        pointers.append(pointer)
      }
      low += 1
    }
    return pointers
  }

  private func pointer(
    _ reference: Reference, of unit: ComparedUnit, in text: ComparedText, isOld: Bool
  ) -> Pointer? {
    guard reference.status == .resolved else { return nil }
    let range = unit.text.range(ofReading: reference.range)
    let words = unit.text.folded[range]
    // 前款, 第二款: what counts within the article does not follow the numbers of articles.
    guard let mark = words.lastIndex(of: "条") else { return nil }
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var count = 0
    for case .node(let node) in reference.targets {
      guard let unit = newUnit(ofTarget: node, in: unit.document, isOld: isOld) else { return nil }
      hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3
      count += 1
    }
    guard count > 0 else { return nil }
    for scalar in words[(mark + 1)...] { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
    return Pointer(range: range, hash: hash, words: words)
  }
}
