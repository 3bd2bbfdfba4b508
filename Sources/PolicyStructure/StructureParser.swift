public import PolicyLexicons
public import PolicyText

/// Reads the structure of a source: documents, their trees, and what belongs to none of them.
///
/// A text is never refused. The way of a text: lines and page furniture (``Layout``), places where
/// numbers of units may stand (``MarkScanner``), frames of documents (``FrameFinder``), the parts of
/// each document (``DocumentShape``), the numbers that are units' (``UnitSelection``), the tree
/// (``TreeBuilder``).
public struct StructureParser: Sendable {
  let facts: LineFacts
  private let metadata: MetadataReader

  /// A parser with its word lists.
  public init(lexicons: Lexicons) {
    facts = LineFacts(lexicons)
    metadata = MetadataReader(lexicons: lexicons)
  }

  /// The lines of a source, with those apart that were run together.
  func layout(of source: SourceText) -> Layout {
    var layout = Layout(source)
    layout.assembleGridless(facts)
    RunTogether.split(&layout, facts: facts)
    return layout
  }

  /// The documents of a source and its residue; together they cover all that is not white space.
  public func parse(_ source: SourceText) -> ParsedSource {
    let layout = layout(of: source)
    let marks = MarkScanner(layout, facts: facts).marks()
    let joiner = LineJoiner(layout, facts: facts, marks: marks)
    var frames = FrameFinder(layout, facts: facts, marks: marks).frames()
    if frames.isEmpty { frames = wholeSource(layout, marks: marks) }
    var documents: [PolicyDocument] = []
    var residue = layout.furniture
    var covered = 0
    for frame in frames {
      appendResidue(covered..<frame.lines.lowerBound, of: layout, to: &residue)
      let inside = slice(marks, lines: frame.lines)
      let shape = DocumentShape(frame, layout: layout, facts: facts, joiner: joiner, marks: inside)
      let lines = frame.lines.lowerBound..<shape.end
      let selection = UnitSelection(
        slice(merge(inside, shape.titledAnnexes), lines: lines), layout: layout, joiner: joiner,
        skipping: shape.skipped,
        attachments: shape.attachments, isStatute: frame.isStatute)
      let pieces = PieceMaker(
        layout: layout, joiner: joiner, shape: shape, units: selection.units
      ).pieces(of: lines)
      let builder = TreeBuilder(pieces, reading: layout.reading, facts: facts)
      for line in lines {
        if case .dropped(let reason) = shape[line] {
          residue.append(
            Residue(span: layout.reading.span(of: layout.lines[line].range), reason: reason))
        }
      }
      if let first = pieces.first, let last = pieces.last {
        let nodes = builder.nodes()
        var document = PolicyDocument(
          range: first.range.lowerBound..<last.range.upperBound, nodes: nodes,
          findings: NumberingFindings(nodes, in: layout.reading).findings)
        document.findings += builder.tableRepairs.map { repair in
          let table = nodes.firstIndex {
            $0.level == .table && $0.range.contains(repair.range.lowerBound)
          }
          return repair.finding(node: table)
        }
        document.metadata = metadata.read(document: document, reading: layout.reading)
        documents.append(document)
      }
      covered = shape.end
    }
    appendResidue(covered..<layout.lines.count, of: layout, to: &residue)
    IssuingLinks.connect(&documents, in: layout.reading, reader: metadata)
    residue.sort { $0.span.start < $1.span.start }
    return ParsedSource(reading: layout.reading, documents: documents, residue: residue)
  }

  /// A source without any frame is one document: its first line is its title, if it looks like one.
  private func wholeSource(_ layout: Layout, marks: [NumberMark]) -> [Frame] {
    guard !layout.lines.isEmpty, !isChatter(layout, marks: marks) else { return [] }
    let text = layout.reading.scalars
    let first = layout.lines[0].range
    let isTitle =
      layout.lines.count > 1 && first.count >= 4 && first.count <= 60
      && !LineFacts.endsSentence(first, in: text) && !LineFacts.hasSentence(first, in: text)
      && !layout.lines[0].isRow && marks.first?.range.lowerBound != first.lowerBound
      && !first.contains { text[$0] == "，" || text[$0] == "：" }
    return [
      Frame(
        lines: 0..<layout.lines.count, bodyLine: isTitle ? 1 : 0,
        isStatute: holdsArticles(layout, marks: marks),
        titleLine: isTitle ? 0 : nil)
    ]
  }

  /// Whether articles number a source without a frame: its first words are an article's, or two follow
  /// each other.
  private func holdsArticles(_ layout: Layout, marks: [NumberMark]) -> Bool {
    var last: Int?
    for mark in marks where mark.style == .article && !mark.isReference && mark.place == .lineStart
    {
      if mark.range.lowerBound == 0 || last == mark.value - 1 { return true }
      last = mark.value
    }
    return false
  }

  /// Whether a source is a web page without any document: several lines of its furniture, no numbers.
  private func isChatter(_ layout: Layout, marks: [NumberMark]) -> Bool {
    let furniture = layout.lines.count {
      facts.clutterReason($0.range, in: layout.reading.scalars) != nil
    }
    guard furniture >= 3 else { return false }
    // On one line the numbers of a document stand behind its sentences.
    return marks.count { !$0.isReference && $0.place == .lineStart } < 3
      && marks.count { !$0.isReference && $0.place == .afterSentence && $0.style == .chinese } < 3
  }

  /// Marks with others among them, in the order of the text.
  private func merge(
    _ marks: ArraySlice<NumberMark>, _ others: [NumberMark]
  ) -> ArraySlice<NumberMark> {
    guard !others.isEmpty else { return marks }
    return ArraySlice((marks + others).sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// The marks that stand in a run of lines.
  private func slice(_ marks: some RandomAccessCollection<NumberMark>, lines: Range<Int>)
    -> ArraySlice<NumberMark>
  {
    // Marks stand in the order of their lines.
    func first(from line: Int) -> Int {
      var (low, high) = (0, marks.count)
      while low < high {
        let middle = (low + high) / 2
        if marks[marks.index(marks.startIndex, offsetBy: middle)].line < line {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    return ArraySlice(
      marks.dropFirst(first(from: lines.lowerBound)).prefix { $0.line < lines.upperBound })
  }

  private func appendResidue(_ lines: Range<Int>, of layout: Layout, to residue: inout [Residue]) {
    let text = layout.reading.scalars
    for line in lines {
      let range = layout.lines[line].range
      let reason =
        facts.clutterReason(range, in: text) ?? facts.leadingReason(range, in: text)
        ?? (range.count >= 20 && range.contains { text[$0] == "。" || text[$0] == "，" }
          ? .prose : .other)
      residue.append(Residue(span: layout.reading.span(of: range), reason: reason))
    }
  }
}
