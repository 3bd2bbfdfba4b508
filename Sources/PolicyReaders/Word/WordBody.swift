internal import PolicyText

/// Reads the text of a part of a Word document: its body, its notes, a header or a footer.
///
/// Everything that has words is read in the order of the file. A text box follows the paragraph that
/// it is anchored in, and is read once, though the file holds it twice, for old programs and new.
final class WordBody: MarkupHandler {
  let styles: WordStyles
  let lists: WordNumbering
  let revisions: RevisionView
  private let characterLimit: Int
  private let ignoresFields: Bool
  var counters: ListCounters
  /// What is read so far.
  var assembler: TextAssembler

  /// How many tracked changes there are.
  var revisionCount = 0
  /// How many pieces of words are hidden and left out.
  private(set) var hiddenCount = 0
  /// Whether the text grew beyond what is read.
  private(set) var isTooLong = false
  /// Whether the program that wrote the file has marked where its pages ended.
  private(set) var knowsPages = false

  /// The paragraphs that are being read: one in the body, further ones in text boxes.
  var paragraphs: [WordParagraph] = []
  /// A paragraph whose end is taken away.
  var carried: WordParagraph?
  /// The paragraphs of text boxes, to follow the one that they are anchored in.
  var boxed: [[Unicode.Scalar]] = []
  var boxDepth = 0
  var rows: [WordRow] = []
  var cells: [WordCell] = []
  /// The kinds of properties that are being read.
  var properties: [WordName] = []
  /// How deep a place lies in an element that is passed over.
  var skipped = 0
  var fields = FieldStack()
  var page = 1
  var isRunHidden = false
  var isRunRaised = false
  private var formula = WordFormula()
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
      if attributes.has(.type, "normal") == false { skipped = 1 }
    case .paragraph: startParagraph()
    case .textBox: boxDepth += 1
    case .drawnParagraph:
      // The words of a drawing stand in a box, whether the drawing says so or not.
      boxDepth += 1
      startParagraph()
    case .table:
      beginCell()
      flushCarried()
      if boxDepth == 0 { assembler.beginTable() }
    case .row: rows.append(WordRow())
    case .cell: startCell()
    case .run:
      isRunHidden = false
      isRunRaised = false
    case .wordArt: addWordArt(attributes)
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
    case .paragraphProperties, .runProperties, .rowProperties: _ = properties.popLast()
    case .cellProperties:
      _ = properties.popLast()
      passOverGoneCell()
    case .textBox: boxDepth = max(0, boxDepth - 1)
    case .drawnParagraph:
      endParagraph()
      boxDepth = max(0, boxDepth - 1)
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
    case .text, .mathText, .drawnText, .deletedText: isInText = false
    default:
      guard WordFormula.isPart(name), let last = paragraphs.indices.last else { return }
      formula.end(name, words: &paragraphs[last].words)
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
    let start = paragraphs[last].words.count
    paragraphs[last].words.append(utf8: bytes)
    if isRunRaised { paragraphs[last].raiseNumber(from: start) }
  }

  // MARK: Content

  private func readContent(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
    switch name {
    case .text, .mathText, .drawnText: isInText = true
    case .deletedText: isInText = revisions == .original
    case .tab, .positionTab: append("\t")
    case .break:
      // Breaks of pages and columns end no line of their own.
      if attributes.has(.type, "textWrapping") ?? true { append("\n") }
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
    case .checkBox: fields.beginCheckBox()
    case .default, .checked: fields.check(attributes.isOn(.value))
    default:
      guard WordFormula.isPart(name), let last = paragraphs.indices.last else { return }
      formula.start(name, attributes, words: &paragraphs[last].words)
    }
  }

  private func append(_ scalar: Unicode.Scalar) {
    guard !fields.isInInstruction, !isRunHidden, let last = paragraphs.indices.last else { return }
    paragraphs[last].words.append(scalar)
  }
}
