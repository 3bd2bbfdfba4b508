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
      writer.members(of: place)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension JSONWriter {
  /// What is known of a place, as keys of an object that is begun.
  mutating func members(of place: SourcePlace) {
    member("page", place.page)
    member("paragraph", place.paragraph)
    member("table", place.table)
    member("row", place.row)
    member("column", place.column)
    if let part = place.part {
      key("part")
      string(part.rawValue)
    }
  }

  private mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    integer(number)
  }
}
