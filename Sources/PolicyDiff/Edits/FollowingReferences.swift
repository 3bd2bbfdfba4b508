internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// 随动引用: references and numbers that changed only because what they name was renumbered.
///
/// 依照本条例第十条 that became 依照本条例第十一条 says the same if article 10 became article 11.
struct FollowingReferences {
  let old: ComparedText
  let new: ComparedText
  /// For each pair of units that belong together.
  private let isPaired: Set<FamilyAligner.Pair>
  private let oldUnits: [[Int]]
  private let newUnits: [[Int]]
  /// For each old unit the new one that it became, as far as there is just one.
  private let partners: [Int: Int]

  /// The references of two texts whose units are paired.
  init(old: ComparedText, new: ComparedText, pairing: UnitPairing) {
    self.old = old
    self.new = new
    isPaired = Set(
      pairing.matches.compactMap { match in
        guard let i = match.old, let j = match.new else { return nil }
        return FamilyAligner.Pair(old: i, new: j)
      })
    partners = Dictionary(
      pairing.matches.compactMap { match in
        guard let i = match.old, let j = match.new else { return nil }
        return (i, j)
      }, uniquingKeysWith: { first, _ in first })
    oldUnits = old.unitOfNode
    newUnits = new.unitOfNode
  }

  /// Marks the edits of two units that only follow a renumbering.
  func mark(_ difference: inout UnitDifference, old: ComparedUnit, new: ComparedUnit) {
    for (index, edit) in difference.edits.enumerated()
    where !edit.isEditorial && edit.operation == .replace {
      let left = reading(edit.old, of: old)
      let right = reading(edit.new, of: new)
      if isNumber(left, of: self.old.analysis.documents[old.document])
        && isNumber(right, of: self.new.analysis.documents[new.document])
        || follows(left, right, old, new)
      {
        difference.markEditorial(index)
      }
    }
  }

  /// The new unit that a node of either text belongs to.
  func newUnit(ofTarget node: Int, in document: Int, isOld: Bool) -> Int? {
    let unit = (isOld ? oldUnits : newUnits)[document][node]
    guard unit >= 0 else { return nil }
    return isOld ? partners[unit] : unit
  }

  private func reading(_ range: Range<Int>, of unit: ComparedUnit) -> Range<Int> {
    let start = Int(unit.text.readings[range.lowerBound])
    return start..<Int(unit.text.readings[range.upperBound - 1]) + 1
  }

  /// Whether a stretch is the number of a node: （三） that became （四）.
  private func isNumber(_ range: Range<Int>, of document: AnalyzedDocument) -> Bool {
    let nodes = document.document.nodes
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].range.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < nodes.count && nodes[low].number?.range == range
  }

  /// Whether two stretches are references to the same units, number by number.
  private func follows(
    _ left: Range<Int>, _ right: Range<Int>, _ oldUnit: ComparedUnit, _ newUnit: ComparedUnit
  ) -> Bool {
    let before = targets(in: left, of: old.analysis.documents[oldUnit.document])
    let after = targets(in: right, of: new.analysis.documents[newUnit.document])
    guard let before, let after, before.count == after.count else { return false }
    return zip(before, after).allSatisfy { i, j in
      let pair = FamilyAligner.Pair(
        old: oldUnits[oldUnit.document][i], new: newUnits[newUnit.document][j])
      return isPaired.contains(pair) && isAlike(i, oldUnit.document, j, newUnit.document)
    }
  }

  /// The index of the first reference that begins at an offset or after it.
  static func firstReference(of document: AnalyzedDocument, from offset: Int) -> Int {
    var (low, high) = (0, document.references.count)
    while low < high {
      let middle = (low + high) / 2
      if document.references[middle].range.lowerBound < offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The nodes that the references of a stretch lead to, if it holds nothing but references.
  private func targets(in range: Range<Int>, of document: AnalyzedDocument) -> [Int]? {
    var targets: [Int] = []
    var end = range.lowerBound
    var low = Self.firstReference(of: document, from: range.lowerBound)
    while low < document.references.count,
      document.references[low].range.lowerBound < range.upperBound
    {
      let reference = document.references[low]
      low += 1
      guard reference.range.upperBound <= range.upperBound else { continue }
      guard reference.status == .resolved, reference.range.lowerBound - end <= 1 else { return nil }
      end = reference.range.upperBound
      for case .node(let node) in reference.targets { targets.append(node) }
    }
    return targets.isEmpty || end != range.upperBound ? nil : targets
  }

  /// Whether two nodes are the same provision: whole units are, if they are paired; paragraphs and
  /// items, if most of their words are the same.
  private func isAlike(_ i: Int, _ oldDocument: Int, _ j: Int, _ newDocument: Int) -> Bool {
    let left = old.analysis.documents[oldDocument].document.nodes[i]
    let right = new.analysis.documents[newDocument].document.nodes[j]
    guard left.level == right.level else { return false }
    guard left.level == .paragraph || left.level == .item || left.level == .subitem else {
      return true
    }
    func pairs(_ node: Node, _ reading: ReadingText) -> Set<UInt64> {
      let start = node.number?.range.upperBound ?? node.range.lowerBound
      let scalars = reading.scalars[start..<max(start, node.range.upperBound)]
      return Set(
        zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
    }
    let before = pairs(left, old.analysis.reading)
    let after = pairs(right, new.analysis.reading)
    return before.intersection(after).count * 4 >= before.count + after.count
  }
}
