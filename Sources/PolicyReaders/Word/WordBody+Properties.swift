/// What properties say of a paragraph, run, row or cell, and of its changes.
extension WordBody {
  // MARK: Properties

  func readProperty(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
    switch properties.last {
    case .paragraphProperties:
      guard let last = paragraphs.indices.last else { return }
      switch name {
      case .paragraphStyle: paragraphs[last].style = attributes[.value]
      case .numberId: paragraphs[last].numbering.list = attributes[.value]
      case .levelIndex: paragraphs[last].numbering.level = attributes.integer(.value)
      default: break
      }
    case .runProperties:
      guard !isParagraphMark else { return }
      switch name {
      case .vanish: isRunHidden = attributes.isOn(.value)
      case .runStyle: isRunHidden = styles.hides(attributes[.value])
      case .verticalAlignment: isRunRaised = attributes.has(.value, "superscript") == true
      default: break
      }
    case .rowProperties:
      guard let last = rows.indices.last else { return }
      switch name {
      case .header: rows[last].isHead = attributes.isOn(.value)
      case .gridBefore: rows[last].columnsBefore = attributes.integer(.value) ?? 0
      default: break
      }
    case .cellProperties:
      guard let last = cells.indices.last else { return }
      switch name {
      case .gridSpan: cells[last].columnSpan = attributes.integer(.value) ?? 1
      case .verticalMerge: cells[last].continues = attributes.has(.value, "restart") != true
      case .horizontalMerge: cells[last].widens = attributes.has(.value, "restart") != true
      case .cellInserted, .cellDeleted:
        revisionCount += 1
        let kept = name == .cellInserted ? RevisionView.final : .original
        if revisions != kept { cells[last].isGone = true }
      default: break
      }
    default: break
    }
  }

  /// Whether the properties of a run are those of the mark that ends a paragraph.
  private var isParagraphMark: Bool { properties.contains(.paragraphProperties) }

  /// In the original, a paragraph has the properties that it had before they were changed.
  func startOldProperties() {
    guard revisions == .original, let last = paragraphs.indices.last else {
      skipped = 1
      return
    }
    paragraphs[last].style = nil
    paragraphs[last].numbering = WordStyles.Numbering()
  }

  // MARK: Changes

  /// A change begins: of words, of the end of a paragraph, of a row, of a number.
  func startRevision(isRead: Bool) {
    revisionCount += 1
    switch properties.last {
    case .none: if !isRead { skipped = 1 }
    case .runProperties where isParagraphMark:
      if !isRead, let last = paragraphs.indices.last { paragraphs[last].isEndless = true }
    case .rowProperties:
      if !isRead, let last = rows.indices.last { rows[last].isGone = true }
    case .paragraphProperties:
      if !isRead, let last = paragraphs.indices.last {
        paragraphs[last].numbering = WordStyles.Numbering(list: "0", level: 0)
      }
    default: break
    }
  }
}
