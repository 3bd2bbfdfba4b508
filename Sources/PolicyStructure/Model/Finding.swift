/// 问题: what a careful lawyer would mark in the margin.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Wrong: the text says what cannot be.
    case error
    /// Probably wrong, or against the drafting rules.
    case warning
    /// Worth knowing.
    case note
  }

  /// What kind of finding it is.
  public let code: FindingCode
  /// What is wrong and why, in Chinese.
  public let message: String
  /// The index of the node that it stands in, if any.
  public let node: Int?
  /// The words that it marks, in the reading text.
  public let range: Range<Int>

  /// A finding at a place.
  public init(_ code: FindingCode, _ message: String, node: Int?, range: Range<Int>) {
    self.code = code
    self.message = message
    self.node = node
    self.range = range
  }
}

/// The codes of findings: stable words that programs can rely on.
public enum FindingCode: String, Sendable, CaseIterable {
  /// A number is missing between two units.
  case numberingGap = "numbering.gap"
  /// A number stands twice.
  case numberingRepeated = "numbering.repeated"
  /// A number is lower than the one before it.
  case numberingOrder = "numbering.order"
  /// A number is written in another style than its neighbours.
  case numberingStyle = "numbering.style"
  /// A reference leads to a unit that the document does not have.
  case referenceUnresolved = "reference.unresolved"
  /// An annex is named and is not there.
  case attachmentMissing = "attachment.missing"
  /// A row of a table has another number of cells than its head.
  case tableRowWidth = "table.rowWidth"
  /// The head of a table stands again within it; it was taken out of the rows.
  case tableHeadRepeated = "table.headRepeated"
  /// Cells stood too far left, since merged cells before them were dropped; they were put back.
  case tableRowShifted = "table.rowShifted"
  /// A merged cell stands more than once; it was made one.
  case tableCellRepeated = "table.cellRepeated"
  /// A cell was cut by a line break; it was joined.
  case tableCellCut = "table.cellCut"
  /// A table stands one cell a line; its rows were found again.
  case tableGridLost = "table.gridLost"
  /// The weights of indicators do not add up to the weight of their parent or to the stated total.
  case indicatorWeightSum = "indicator.weightSum"
  /// Two indicators have one code.
  case indicatorCodeRepeated = "indicator.codeRepeated"
  /// Bytes that no encoding explains became U+FFFD.
  case encodingReplaced = "encoding.replaced"
  /// 修订: the file holds tracked changes that are neither accepted nor rejected.
  case sourceRevisions = "source.revisions"
  /// Words of the file that do not show are left out.
  case sourceHidden = "source.hidden"
  /// The text was read from images by character recognition.
  case sourceRecognized = "source.recognized"
  /// Not all of the file could be read.
  case sourceIncomplete = "source.incomplete"
  /// An alias is defined and never used.
  case aliasUnused = "alias.unused"
  /// A unit is introduced by a colon and has no content.
  case listEmpty = "list.empty"
  /// A lead-in announces another number of items than follow.
  case countAnnounced = "count.announced"
  /// A percentage does not follow from its two numbers.
  case percentMismatch = "percent.mismatch"
  /// Parts make more than the total that they are parts of.
  case sumMismatch = "sum.mismatch"
  /// A date that no calendar has.
  case dateImpossible = "date.impossible"
  /// A date and its day of the week do not fit.
  case dateWeekday = "date.weekday"
  /// Dates of the document contradict each other.
  case dateOrder = "date.order"
  /// The lower end of a range lies above its upper end.
  case rangeReversed = "range.reversed"
  /// The table of contents and the text name chapters differently.
  case contentsMismatch = "contents.mismatch"
  /// Half of a pair of brackets or quotation marks.
  case markUnpaired = "mark.unpaired"
  /// A word that the drafting rules replace by another.
  case draftingWord = "drafting.word"
  /// A name stands in full after its short form was defined.
  case termInconsistent = "term.inconsistent"
  /// The text calls itself by the name of another kind of text.
  case selfName = "self.name"

  /// How much findings of this kind matter.
  public var severity: Finding.Severity {
    switch self {
    case .numberingGap, .numberingRepeated, .numberingOrder, .referenceUnresolved,
      .dateImpossible, .rangeReversed, .indicatorWeightSum, .indicatorCodeRepeated:
      .error
    case .attachmentMissing, .tableRowWidth, .encodingReplaced, .numberingStyle, .listEmpty,
      .countAnnounced, .percentMismatch, .sumMismatch, .dateWeekday, .dateOrder,
      .contentsMismatch, .markUnpaired, .selfName, .sourceRevisions, .sourceRecognized,
      .sourceIncomplete:
      .warning
    case .aliasUnused, .draftingWord, .termInconsistent, .sourceHidden,
      .tableHeadRepeated,
      .tableRowShifted, .tableCellRepeated, .tableCellCut, .tableGridLost:
      .note
    }
  }
}
