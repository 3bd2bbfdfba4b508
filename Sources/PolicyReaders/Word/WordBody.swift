internal import PolicyText

/// Reads the text of a part of a Word document: its body, its notes, a header or a footer.
///
/// Everything that has words is read in the order of the file. A text box follows the paragraph that
/// it is anchored in, and is read once, though the file holds it twice, for old programs and new.
final class WordBody: MarkupHandler {
  private let styles: WordStyles
  private let lists: WordNumbering
  private let revisions: RevisionView
  private let characterLimit: Int
  private let ignoresFields: Bool
  private var counters: ListCounters
  /// What is read so far.
  var assembler: TextAssembler

  /// How many tracked changes there are.
  private(set) var revisionCount = 0
  /// How many pieces of words are hidden and left out.
  private(set) var hiddenCount = 0
  /// Whether the text grew beyond what is read.
  private(set) var isTooLong = false
  /// Whether the program that wrote the file has marked where its pages ended.
  private(set) var knowsPages = false

  /// The paragraphs that are being read: one in the body, further ones in text boxes.
  private var paragraphs: [WordParagraph] = []
  /// A paragraph whose end is taken away.
  private var carried: WordParagraph?
  /// The paragraphs of text boxes, to follow the one that they are anchored in.
  private var boxed: [[Unicode.Scalar]] = []
  private var boxDepth = 0
  private var rows: [WordRow] = []
  private var cells: [WordCell] = []
  /// The kinds of properties that are being read.
  private var properties: [WordName] = []
  /// How deep a place lies in an element that is passed over.
  private var skipped = 0
  private var fields = FieldStack()
  private var page = 1
  private var isRunHidden = false
  private var isInText = false

  init(
    styles: WordStyles, lists: WordNumbering, options: ReadingOptions, assembler: TextAssembler,
    ignoresFields: Bool = false
  ) {
    self.styles = styles
    self.lists = lists
    self.ignoresFields = ignoresFields
    self.assembler = assembler
    revisions = options.revisions
    characterLimit = options.limits.characters
    counters = ListCounters(lists)
  }

  /// Whether a field was begun and never ended, so that what follows was taken for its instruction.
  var hasOpenFields: Bool { !fields.isEmpty }

  // MARK: Elements

  func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch name {
    case .fallback, .rubyText, .runPropertiesChange, .rowPropertiesChange, .cellPropertiesChange:
      skipped = 1
    case .paragraphPropertiesChange: startOldProperties()
    case .paragraphProperties, .runProperties, .rowProperties, .cellProperties:
      properties.append(name)
    case .inserted, .movedTo: startRevision(isRead: revisions == .final)
    case .deleted, .movedFrom: startRevision(isRead: revisions == .original)
    case .footnote, .endnote:
      // Notes of other types are the lines drawn above notes.
      if let type = attributes[.type], type != "normal" { skipped = 1 }
    case .paragraph: startParagraph()
    case .textBox: boxDepth += 1
    case .table:
      beginCell()
      flushCarried()
      if boxDepth == 0 { assembler.beginTable() }
    case .row: rows.append(WordRow())
    case .cell: startCell()
    case .run: isRunHidden = false
    default:
      if properties.isEmpty {
        readContent(name, attributes)
      } else {
        readProperty(name, attributes)
      }
    }
  }

  func end(_ name: WordName) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case .paragraph: endParagraph()
    case .paragraphProperties, .runProperties, .rowProperties, .cellProperties:
      _ = properties.popLast()
    case .textBox: boxDepth = max(0, boxDepth - 1)
    case .table:
      flushCarried()
      if boxDepth == 0 { assembler.endTable() }
    case .row:
      if let row = rows.popLast(), row.isBegun, boxDepth == 0 { assembler.endRow() }
    case .cell:
      flushCarried()
      beginCell()
      _ = cells.popLast()
      if boxDepth == 0 { assembler.endCell() }
    case .text, .mathText, .deletedText: isInText = false
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard skipped == 0 else { return }
    guard isInText else {
      if fields.isInInstruction { fields.addInstruction(bytes) }
      return
    }
    guard !fields.isInInstruction, let last = paragraphs.indices.last else { return }
    if isRunHidden {
      hiddenCount += 1
      return
    }
    guard assembler.count + paragraphs[last].words.count < characterLimit else {
      isTooLong = true
      return
    }
    if paragraphs[last].page == nil { paragraphs[last].page = page }
    paragraphs[last].words.append(utf8: bytes)
  }

  // MARK: Content

  private func readContent(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
    switch name {
    case .text, .mathText: isInText = true
    case .deletedText: isInText = revisions == .original
    case .tab: append("\t")
    case .break:
      // Breaks of pages and columns end no line of their own.
      if attributes[.type] ?? "textWrapping" == "textWrapping" { append("\n") }
    case .carriageReturn: append("\n")
    case .noBreakHyphen: append("-")
    case .symbol:
      let code = attributes[.character].flatMap { UInt32($0, radix: 16) } ?? 0xFFFD
      append(WordSymbols.scalar(code: code, font: attributes[.font] ?? ""))
    case .pageBreak:
      page += 1
      knowsPages = true
    case .fieldCharacter where !ignoresFields:
      switch attributes[.fieldCharacterType] {
      case "begin": fields.begin()
      case "separate": fields.separate()
      case "end": fields.end()?.unicodeScalars.forEach(append)
      default: break
      }
    default: break
    }
  }

  private func append(_ scalar: Unicode.Scalar) {
    guard !fields.isInInstruction, !isRunHidden, let last = paragraphs.indices.last else { return }
    paragraphs[last].words.append(scalar)
  }

  // MARK: Properties

  private func readProperty(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
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
      if name == .vanish, !isParagraphMark { isRunHidden = attributes.isOn(.value) }
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
      case .verticalMerge: cells[last].continues = attributes[.value] != "restart"
      default: break
      }
    default: break
    }
  }

  /// Whether the properties of a run are those of the mark that ends a paragraph.
  private var isParagraphMark: Bool { properties.contains(.paragraphProperties) }

  /// In the original, a paragraph has the properties that it had before they were changed.
  private func startOldProperties() {
    guard revisions == .original, let last = paragraphs.indices.last else {
      skipped = 1
      return
    }
    paragraphs[last].style = nil
    paragraphs[last].numbering = WordStyles.Numbering()
  }

  // MARK: Changes

  /// A change begins: of words, of the end of a paragraph, of a row, of a number.
  private func startRevision(isRead: Bool) {
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

  // MARK: Paragraphs

  private func startParagraph() {
    beginCell()
    var paragraph = WordParagraph()
    if boxDepth == 0, let carried {
      paragraph.words = carried.words
      paragraph.page = carried.page
      self.carried = nil
    }
    paragraphs.append(paragraph)
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    if boxDepth > 0 {
      boxed.append(written(paragraph))
      return
    }
    if paragraph.isEndless {
      carried = paragraph
      return
    }
    emit(paragraph)
  }

  private func flushCarried() {
    guard boxDepth == 0, let paragraph = carried else { return }
    carried = nil
    if !paragraph.words.isEmpty { emit(paragraph) }
  }

  private func emit(_ paragraph: WordParagraph) {
    if assembler.part == nil { assembler.page = paragraph.page ?? page }
    assembler.append(written(paragraph))
    assembler.endParagraph()
    guard !boxed.isEmpty else { return }
    let part = assembler.part
    assembler.part = part ?? .textBox
    for words in boxed {
      assembler.append(words)
      assembler.endParagraph()
    }
    assembler.part = part
    boxed = []
  }

  /// The words of a paragraph behind its number.
  private func written(_ paragraph: WordParagraph) -> [Unicode.Scalar] {
    var paragraph = paragraph
    paragraph.settleTabs(inContents: styles.isContents(paragraph.style))
    guard
      let place = styles.numbering(
        of: paragraph.numbering, style: paragraph.style, in: lists),
      let number = counters.next(list: place.list, level: place.level)
    else { return paragraph.words }
    return number + paragraph.words.drop { isSpace($0) || $0 == "　" }
  }

  // MARK: Cells

  private func startCell() {
    guard let row = rows.indices.last, !rows[row].isGone else {
      skipped = 1
      return
    }
    if !rows[row].isBegun, boxDepth == 0 {
      rows[row].isBegun = true
      assembler.beginRow(isHead: rows[row].isHead)
      assembler.skipColumns(rows[row].columnsBefore)
    }
    cells.append(WordCell())
  }

  /// Begins the cell, once its properties are read.
  private func beginCell() {
    guard let last = cells.indices.last, !cells[last].isBegun, boxDepth == 0 else { return }
    cells[last].isBegun = true
    assembler.beginCell(
      columnSpan: cells[last].columnSpan, merge: cells[last].continues ? .continues : .rows(1))
  }
}

/// A row of a table while it is being read.
private struct WordRow {
  var isHead = false
  var columnsBefore = 0
  /// Whether a change takes it away.
  var isGone = false
  var isBegun = false
}

/// A cell of a table while it is being read.
private struct WordCell {
  var columnSpan = 1
  var continues = false
  var isBegun = false
}
