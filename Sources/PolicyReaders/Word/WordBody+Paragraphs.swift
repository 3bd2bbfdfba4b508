internal import PolicyText

/// How paragraphs and cells become text.
extension WordBody {
  // MARK: Paragraphs

  func startParagraph() {
    beginCell()
    var paragraph = WordParagraph()
    if boxDepth == 0, let carried {
      paragraph.words = carried.words
      paragraph.page = carried.page
      self.carried = nil
    }
    paragraphs.append(paragraph)
  }

  func endParagraph() {
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

  /// 艺术字: its words stand in an attribute; they follow their paragraph, as those of a text box do.
  func addWordArt(_ attributes: MarkupAttributes<WordName>) {
    guard let words = attributes[.wordArtWords] else { return }
    boxed.append(Array(words.unicodeScalars))
  }

  func flushCarried() {
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

  func startCell() {
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

  /// A cell that a change takes away is passed over, once its properties are read.
  func passOverGoneCell() {
    guard cells.last?.isGone == true else { return }
    cells.removeLast()
    skipped = 1
  }

  /// Begins the cell, once its properties are read.
  func beginCell() {
    guard let last = cells.indices.last, !cells[last].isBegun, boxDepth == 0 else { return }
    cells[last].isBegun = true
    let cell = cells[last]
    assembler.beginCell(
      columnSpan: cell.columnSpan,
      merge: cell.widens ? .widens : cell.continues ? .continues : .rows(1))
  }
}

/// A row of a table while it is being read.
struct WordRow {
  var isHead = false
  var columnsBefore = 0
  /// Whether a change takes it away.
  var isGone = false
  var isBegun = false
}

/// A cell of a table while it is being read.
struct WordCell {
  var columnSpan = 1
  /// Whether it goes on with the cell above it, or with the one in front of it.
  var continues = false
  var widens = false
  /// Whether a change takes it away.
  var isGone = false
  var isBegun = false
}
