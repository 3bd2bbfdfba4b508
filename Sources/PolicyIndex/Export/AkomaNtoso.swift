package import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// 文件交换格式: a document as Akoma Ntoso XML.
///
/// Statutes are an `act`, official documents without articles a `doc`. 条 is `article`, 款 `paragraph`, 项
/// `point`, 目 `indent`, headings of official documents are containers named `heading`; what stands around
/// the text goes into `preface`, `preamble` and `conclusions`. Ids are those of the analysis.
///
/// Source: OASIS, Akoma Ntoso Version 1.0 Part 2 (2018), schema akomantoso30.xsd.
package struct AkomaNtoso {
  private let document: AnalyzedDocument
  private let reading: ReadingText
  private var xml = XMLText()

  private var nodes: [Node] { document.document.nodes }

  /// The XML of one document of an analysis, as UTF-8.
  package static func bytes(of document: AnalyzedDocument, in analysis: Analysis) -> [UInt8] {
    var writer = AkomaNtoso(document: document, reading: analysis.reading)
    writer.write()
    return writer.xml.bytes
  }

  private init(document: AnalyzedDocument, reading: ReadingText) {
    self.document = document
    self.reading = reading
  }

  private mutating func write() {
    let isAct = nodes.contains { $0.level == .article }
    let name = document.document.metadata.type ?? (isAct ? "规则" : "文件")
    xml.open(
      "akomaNtoso", [("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")])
    xml.open(isAct ? "act" : "doc", [("name", name)])
    AkomaNtosoMetadata(document.document.metadata).write(isAct: isAct, to: &xml)
    let body = bodyRange()
    writeBlocks("preface", nodes.indices.filter { isPreface($0, before: body.lowerBound) })
    writeBlocks("preamble", (0..<body.lowerBound).filter { nodes[$0].level == .preamble })
    xml.open(isAct ? "body" : "mainBody", [])
    writeBody(body)
    xml.close()
    writeBlocks("conclusions", nodes.indices.filter { isConclusion($0) })
    xml.close()
    xml.close()
  }

  // MARK: Around the body

  /// The nodes of the body: from the first unit after title and preamble to the last before signature.
  private func bodyRange() -> Range<Int> {
    let first = nodes.indices.first { index in
      switch nodes[index].level {
      case .preface, .toc, .preamble: false
      default: true
      }
    }
    return (first ?? nodes.count)..<nodes.count
  }

  private func isPreface(_ index: Int, before body: Int) -> Bool {
    index < body && (nodes[index].level == .preface || nodes[index].level == .toc)
  }

  private func isConclusion(_ index: Int) -> Bool {
    guard nodes[index].parent == nil else { return false }
    switch nodes[index].level {
    case .signature, .colophon, .note: return true
    default: return false
    }
  }

  private mutating func writeBlocks(_ name: String, _ indices: [Int]) {
    guard !indices.isEmpty else { return }
    xml.open(name, [])
    for index in indices {
      for line in lines(of: nodes[index].range) {
        xml.open("p", [])
        if name == "preface", isTitle(line) {
          xml.element("docTitle", [], reading.words(of: line))
        } else {
          xml.text(reading.words(of: line))
        }
        xml.close()
      }
    }
    xml.close()
  }

  private func isTitle(_ line: Range<Int>) -> Bool {
    guard let title = document.document.metadata.titleRange else { return false }
    return title.lowerBound <= line.lowerBound && line.upperBound <= title.upperBound
  }

  /// A stretch cut where the source breaks lines.
  private func lines(of range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range.dropFirst() {
      let between = Int(reading.origins[offset - 1]) + 1..<Int(reading.origins[offset])
      guard reading.source.scalars[between].contains(where: isLineBreak) else { continue }
      lines.append(start..<offset)
      start = offset
    }
    if start < range.upperBound { lines.append(start..<range.upperBound) }
    return lines
  }

  // MARK: Body

  /// Writes the units one after the other; a stack holds those that are open, so that no text is too deep.
  private mutating func writeBody(_ range: Range<Int>) {
    var open: [Int] = []
    var isEmpty = true
    for index in range {
      while let last = open.last, nodes[last].subtreeEnd <= index {
        close(last)
        open.removeLast()
      }
      if isConclusion(index) { continue }
      isEmpty = false
      begin(index)
      open.append(index)
    }
    for index in open.reversed() { close(index) }
    if isEmpty {
      xml.open("hcontainer", [("name", "text"), ("eId", "text_1")])
      content([])
      xml.close()
    }
  }

  private mutating func begin(_ index: Int) {
    let node = nodes[index]
    var attributes = [("eId", document.nodeIDs[index])]
    let element = Self.element(of: node.level)
    if element == "hcontainer" { attributes.insert(("name", node.level.rawValue), at: 0) }
    xml.open(element, attributes)
    if let number = node.number { xml.element("num", [], reading.words(of: number.range)) }
    if let heading = node.heading { xml.element("heading", [], reading.words(of: heading)) }
    if node.level == .table {
      content(node.table?.rows ?? [])
    } else if hasChildren(index) {
      if !node.text.isEmpty { block("intro", reading.words(of: node.text)) }
    } else {
      block("content", node.text.isEmpty ? "" : reading.words(of: node.text))
    }
  }

  private mutating func close(_ index: Int) {
    let node = nodes[index]
    if hasChildren(index), let tail = node.tail { block("wrapUp", reading.words(of: tail)) }
    xml.close()
  }

  private func hasChildren(_ index: Int) -> Bool {
    let end = nodes[index].subtreeEnd
    return end > index + 1 && nodes[index].level != .table
  }

  private mutating func block(_ name: String, _ words: String) {
    xml.open(name, [])
    xml.element("p", [], words)
    xml.close()
  }

  private mutating func content(_ rows: [[TableCell]]) {
    xml.open("content", [])
    if rows.isEmpty {
      xml.element("p", [], "")
    } else {
      xml.open("table", [])
      for row in rows where !row.isEmpty {
        xml.open("tr", [])
        for cell in row {
          var attributes: [(String, String)] = []
          if cell.columnSpan > 1 { attributes.append(("colspan", String(cell.columnSpan))) }
          if cell.rowSpan > 1 { attributes.append(("rowspan", String(cell.rowSpan))) }
          xml.open("td", attributes)
          xml.element("p", [], cell.pieces.map { reading.words(of: $0) }.joined())
          xml.close()
        }
        xml.close()
      }
      xml.close()
    }
    xml.close()
  }

  private static func element(of level: NodeLevel) -> String {
    switch level {
    case .part: "part"
    case .subpart: "subpart"
    case .chapter: "chapter"
    case .section: "section"
    case .article: "article"
    case .paragraph: "paragraph"
    case .item: "point"
    case .subitem: "indent"
    default: "hcontainer"
    }
  }
}
