internal import PolicyStructure
internal import PolicyText

extension DocumentJSON {
  /// Writes the tree: each node with its children in it.
  func writeBody(to writer: inout JSONWriter) {
    writer.key("body")
    writer.beginArray()
    // Nodes lie in reading order, so that the open ones are a stack: no recursion over the depth of
    // the text.
    var ends: [Int] = []
    for (index, node) in document.document.nodes.enumerated() {
      while let end = ends.last, end <= index {
        close(&writer)
        ends.removeLast()
      }
      open(node, at: index, to: &writer)
      ends.append(node.subtreeEnd)
    }
    for _ in ends { close(&writer) }
    writer.endArray()
  }

  /// Writes a node up to its children.
  private func open(_ node: Node, at index: Int, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    id(of: index, to: &writer)
    writer.key("level")
    writer.string(node.level.rawValue)
    if node.level == .heading {
      writer.key("depth")
      writer.integer(max(node.depth, 1))
    }
    write(node.number, to: &writer)
    writer.key("heading")
    if let heading = node.heading { words(heading, to: &writer) } else { writer.null() }
    writer.key("citation")
    if document.citations.withUTF8(at: index, { writer.string($0) }) == nil { writer.null() }
    span(node.range, to: &writer)
    text(node.text, to: &writer)
    if let tail = node.tail {
      writer.key("tail")
      words(tail, to: &writer)
    }
    if node.level == .table { write(node.table, to: &writer) }
    writer.key("children")
    writer.beginArray()
  }

  private func close(_ writer: inout JSONWriter) {
    writer.endArray()
    writer.endObject()
  }

  private func write(_ number: UnitNumber?, to writer: inout JSONWriter) {
    writer.key("number")
    guard let number else { return writer.null() }
    writer.beginObject()
    text(number.range, to: &writer)
    writer.key("value")
    writer.numbers(number.parts, separator: number.style == .decimal ? "." : "-")
    writer.endObject()
  }

  private func write(_ table: TableGrid?, to writer: inout JSONWriter) {
    if let table {
      writer.key("headerRows")
      writer.integer(table.headerRows)
    }
    writer.key("rows")
    writer.beginArray()
    for row in table?.rows ?? [] {
      writer.beginArray()
      for cell in row { write(cell, to: &writer) }
      writer.endArray()
    }
    writer.endArray()
  }

  private func write(_ cell: TableCell, to writer: inout JSONWriter) {
    writer.beginObject()
    if cell.continuations.isEmpty {
      text(cell.range, to: &writer)
    } else {
      writer.key("text")
      writer.string(cell.pieces.map { reading.words(of: $0) }.joined())
    }
    if cell.isEmpty {
      writer.key("span")
      writer.null()
    } else {
      span(cell.range.lowerBound..<(cell.pieces.last ?? cell.range).upperBound, to: &writer)
    }
    if cell.rowSpan > 1 {
      writer.key("rowSpan")
      writer.integer(cell.rowSpan)
    }
    if cell.columnSpan > 1 {
      writer.key("columnSpan")
      writer.integer(cell.columnSpan)
    }
    if cell.isUncertain {
      writer.key("uncertain")
      writer.bool(true)
    }
    writer.endObject()
  }
}
