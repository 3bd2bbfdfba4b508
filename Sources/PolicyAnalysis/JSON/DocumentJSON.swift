internal import PolicyStructure
internal import PolicyText

/// The JSON form of one document: what its wrapper says, then its tree, then what was found in it.
struct DocumentJSON {
  let document: AnalyzedDocument
  let id: String
  let reading: ReadingText

  /// Writes the document as one object.
  func write(issuedBy: String?, to writer: inout JSONWriter) {
    let metadata = document.document.metadata
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("span")
    writer.span(document.span.start, document.span.end)
    optional("title", metadata.title, to: &writer)
    optional("type", metadata.type, to: &writer)
    optional("authorityLevel", metadata.authorityLevel, to: &writer)
    optional("version", metadata.version, to: &writer)
    strings("issuers", metadata.issuers, to: &writer)
    strings("recipients", metadata.recipients, to: &writer)
    write(metadata.documentNumber, to: &writer)
    write(metadata.dates, to: &writer)
    strings("basis", metadata.basis, to: &writer)
    optional("issuedBy", issuedBy, to: &writer)
    writeBody(to: &writer)
    writeEntities(to: &writer)
    writeNorms(to: &writer)
    writeQuantities(to: &writer)
    writeAssignments(to: &writer)
    writeReferences(to: &writer)
    writeDefinitions(to: &writer)
    writeIndicators(to: &writer)
    writeLinks(to: &writer)
    writeFindings(to: &writer)
    writer.endObject()
  }

  private func write(_ number: DocumentNumber?, to writer: inout JSONWriter) {
    writer.key("documentNumber")
    guard let number else { return writer.null() }
    writer.beginObject()
    writer.key("text")
    writer.string(number.text)
    writer.key("agencyCode")
    writer.string(number.agencyCode)
    writer.key("year")
    if let year = number.year { writer.integer(year) } else { writer.null() }
    writer.key("number")
    if let serial = number.number { writer.integer(serial) } else { writer.null() }
    writer.endObject()
  }

  private func write(_ dates: [DocumentDate], to writer: inout JSONWriter) {
    writer.key("dates")
    writer.beginArray()
    for date in dates {
      writer.beginObject()
      writer.key("kind")
      writer.string(date.kind.rawValue)
      writer.key("date")
      writer.string(date.date)
      if let range = date.range { span(range, to: &writer) }
      writer.endObject()
    }
    writer.endArray()
  }

  // MARK: Parts that several lists share

  /// The span of a range, under the key `span`.
  func span(_ range: Range<Int>, to writer: inout JSONWriter) {
    writer.key("span")
    let span = reading.span(of: range)
    writer.span(span.start, span.end)
  }

  /// The words of a range as the source has them, as the value that comes next.
  func words(_ range: Range<Int>, to writer: inout JSONWriter) {
    reading.source.scalars.withUnsafeBufferPointer { scalars in
      reading.origins.withUnsafeBufferPointer { origins in
        writer.string(scalars, at: UnsafeBufferPointer(rebasing: origins[range]))
      }
    }
  }

  /// The words of a range, under the key `text`.
  func text(_ range: Range<Int>, to writer: inout JSONWriter) {
    writer.key("text")
    words(range, to: &writer)
  }

  /// The words and the span of a range, as an object or `null` under a key.
  func passage(_ key: StaticString, _ range: Range<Int>?, to writer: inout JSONWriter) {
    writer.key(key)
    guard let range else { return writer.null() }
    passage(range, to: &writer)
  }

  /// The words and the span of each range, as an array under a key.
  func passages(_ key: StaticString, _ ranges: [Range<Int>], to writer: inout JSONWriter) {
    writer.key(key)
    writer.beginArray()
    for range in ranges { passage(range, to: &writer) }
    writer.endArray()
  }

  /// A string or `null` under a key.
  func optional(_ key: StaticString, _ value: String?, to writer: inout JSONWriter) {
    writer.key(key)
    if let value { writer.string(value) } else { writer.null() }
  }

  /// An array of strings under a key.
  func strings(_ key: StaticString, _ values: [String], to writer: inout JSONWriter) {
    writer.key(key)
    writer.beginArray()
    for value in values { writer.string(value) }
    writer.endArray()
  }

  /// An array of ids, made of a letter and the place in a list, under a key.
  func ids(
    _ key: StaticString, _ letter: StaticString, _ indices: [Int], to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.beginArray()
    for index in indices { writer.id(letter, index) }
    writer.endArray()
  }

  /// The id of a node, under a key.
  func node(_ index: Int, key: StaticString = "node", to writer: inout JSONWriter) {
    writer.key(key)
    id(of: index, to: &writer)
  }

  /// The id of a node, as the value that comes next.
  func id(of index: Int, to writer: inout JSONWriter) {
    document.nodeIDs.withUTF8(at: index) { writer.string($0) }
  }

  /// The ids of nodes, as an array under a key.
  func ids(_ key: StaticString, ofNodes indices: [Int], to writer: inout JSONWriter) {
    writer.key(key)
    writer.beginArray()
    for index in indices { id(of: index, to: &writer) }
    writer.endArray()
  }

  private func passage(_ range: Range<Int>, to writer: inout JSONWriter) {
    writer.beginObject()
    text(range, to: &writer)
    span(range, to: &writer)
    writer.endObject()
  }
}
