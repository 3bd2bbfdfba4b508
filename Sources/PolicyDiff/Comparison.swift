internal import PolicyText

/// 比较结果: what became of every unit of an old text in a new one.
public struct Comparison: Sendable {
  /// The old text.
  public let old: ComparedText
  /// The new text.
  public let new: ComparedText
  /// All units, in the order of the new text; removed ones stand at their old place.
  public let alignments: [Alignment]
  /// The same in groups, each of which is one row of a printed comparison; every alignment is in one.
  public let groups: [UnitGroup]

  /// What was replaced all over the text, the most frequent first.
  public let replacements: [Replacement]

  /// How many alignments there are of each kind.
  public var summary: [Alignment.Change: Int] {
    alignments.reduce(into: [:]) { $0[$1.change, default: 0] += 1 }
  }

  /// The words of the old side of an alignment; nothing for an added unit.
  public func oldText(of alignment: Alignment) -> UnitText {
    alignment.old.map { old.units[$0].text } ?? UnitText()
  }

  /// The words of the new side of an alignment; nothing for a removed unit.
  public func newText(of alignment: Alignment) -> UnitText {
    alignment.new.map { new.units[$0].text } ?? UnitText()
  }
}
