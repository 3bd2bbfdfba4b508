internal import PolicyText

extension AnalysisJSON {
  /// Where stretches of the text stand in the file; nothing for plain text.
  func write(_ places: [SourcePlace], to writer: inout JSONWriter) {
    guard !places.isEmpty else { return }
    writer.key("places")
    writer.beginArray()
    for place in places {
      writer.beginObject()
      writer.key("span")
      writer.span(place.span.start, place.span.end)
      write("page", place.page, to: &writer)
      write("paragraph", place.paragraph, to: &writer)
      write("table", place.table, to: &writer)
      write("row", place.row, to: &writer)
      write("column", place.column, to: &writer)
      if let part = place.part {
        writer.key("part")
        writer.string(part.rawValue)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ key: StaticString, _ number: Int?, to writer: inout JSONWriter) {
    guard let number else { return }
    writer.key(key)
    writer.integer(number)
  }
}
