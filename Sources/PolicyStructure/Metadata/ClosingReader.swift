import PolicyLexicons
import PolicyText

/// What the end of a document says: signature, colophon, and the article on 施行.
struct ClosingReader {
  let reader: MetadataReader
  let reading: ReadingText
  let document: PolicyDocument

  /// The article on taking effect is among the last so many units.
  private static let closingUnits = 14

  private var scalars: [Unicode.Scalar] { reading.scalars }

  // MARK: Signature

  /// The names that sign, line by line, without dates and posts.
  func signatories() -> [Range<Int>] {
    var names: [Range<Int>] = []
    for node in document.nodes where node.level == .signature {
      for line in MetadataReader.lines(of: node.range, in: reading) {
        let end = line.first { DateReader.date(in: scalars, from: $0, to: line.upperBound) != nil }
        let name = line.lowerBound..<(end ?? line.upperBound)
        guard name.count > 2,
          reader.organEndings.longest(in: scalars, endingAt: name.upperBound, from: name.lowerBound)
            != nil || scalars[name.upperBound - 1] == "行"
        else { continue }
        names.append(name)
      }
    }
    return names
  }

  // MARK: Dates

  /// Adds the dates of the end: 成文, 印发, 施行.
  func addDates(to metadata: inout DocumentMetadata) {
    let isOrder = metadata.type == "令" || metadata.type == "公告"
    for node in document.nodes {
      switch node.level {
      case .signature:
        if let date = DateReader.dates(in: scalars, range: node.range).last {
          add(date, isOrder ? .promulgated : .issued, to: &metadata)
        }
      case .colophon:
        if let date = DateReader.dates(in: scalars, range: node.range).last {
          add(date, .issued, to: &metadata)
        }
      default: continue
      }
    }
    // What the note on adoption says of taking effect is said of this version.
    guard !metadata.dates.contains(where: { $0.kind == .effective }) else { return }
    for block in closingBlocks() where addEffect(in: block, to: &metadata) { break }
  }

  private func add(
    _ date: DateReader.Match, _ kind: DocumentDate.Kind, to metadata: inout DocumentMetadata
  ) {
    guard !metadata.dates.contains(where: { $0.kind == kind && $0.date == date.iso }) else {
      return
    }
    metadata.dates.append(DocumentDate(kind: kind, date: date.iso, range: date.range))
  }

  /// The last running words before annexes and signature, last first, and the opening of an order.
  private func closingBlocks() -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    let annex = document.nodes.firstIndex { $0.level == .attachment } ?? document.nodes.count
    for node in document.nodes[..<annex].reversed() {
      switch node.level {
      case .preface, .toc, .table, .signature, .colophon, .note: continue
      default: break
      }
      if let tail = node.tail { blocks.append(tail) }
      if !node.text.isEmpty { blocks.append(node.text) }
      if blocks.count >= Self.closingUnits { break }
    }
    return blocks
  }

  /// 自2020年1月1日起施行, 自公布之日起施行.
  private func addEffect(in block: Range<Int>, to metadata: inout DocumentMetadata) -> Bool {
    for offset in block
    where scalars[offset] == "自" || scalars[offset] == "于" || scalars[offset] == "从" {
      let start = offset + 1
      if let date = DateReader.date(in: scalars, from: start, to: block.upperBound) {
        guard takesEffect(after: date.range.upperBound, to: block.upperBound) else { continue }
        if isOfAnother(before: offset, in: block, metadata) { continue }
        add(date, .effective, to: &metadata)
        return true
      }
      if let end = dayOfPublication(from: start, to: block.upperBound),
        takesEffect(after: end, to: block.upperBound)
      {
        let published =
          metadata.dates.last { $0.kind == .promulgated }
          ?? metadata.dates.last { $0.kind == .issued }
        guard let published else { return true }
        metadata.dates.append(
          DocumentDate(kind: .effective, date: published.date, range: offset..<end))
        return true
      }
    }
    return false
  }

  /// The end of 公布之日 and its like.
  private func dayOfPublication(from start: Int, to limit: Int) -> Int? {
    let mark = Array("之日".unicodeScalars)
    var offset = start
    while offset + 2 <= limit, offset - start < 8 {
      if scalars[offset..<offset + 2].elementsEqual(mark) { return offset + 2 }
      offset += 1
    }
    return nil
  }

  /// Whether 施行 follows, after 起 and words like 正式.
  private func takesEffect(after offset: Int, to limit: Int) -> Bool {
    var index = offset
    guard index < limit else { return false }
    if scalars[index] == "起" { index += 1 }
    let end = min(limit, index + 8)
    while index + 1 < end {
      switch (scalars[index], scalars[index + 1]) {
      case ("施", "行"), ("实", "施"), ("执", "行"), ("生", "效"), ("试", "行"):
        // 起实施三年行动 carries something out; 起施行 by itself takes effect.
        return index + 2 >= limit || !isHan(scalars[index + 2])
      default: index += 1
      }
      if !isHan(scalars[index]) { return false }
    }
    return false
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  /// 《…》自…起施行 in a text that says when another one took effect.
  private func isOfAnother(
    before offset: Int, in block: Range<Int>, _ metadata: DocumentMetadata
  ) -> Bool {
    guard offset > block.lowerBound, scalars[offset - 1] == "》" else { return false }
    let title = metadata.titleRange.map { scalars[$0] } ?? []
    guard let open = (block.lowerBound..<offset).last(where: { scalars[$0] == "《" }) else {
      return true
    }
    return !scalars[open + 1..<offset - 1].elementsEqual(title)
  }
}
