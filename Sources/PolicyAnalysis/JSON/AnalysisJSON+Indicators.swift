extension AnalysisJSON {
  /// A register of indicators as JSON: an array of rows.
  public static func indicators(_ register: IndicatorRegister) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginArray()
    for row in register.rows {
      writer.beginObject()
      word("document", row.document, to: &writer)
      writer.key("level")
      writer.integer(row.level)
      word("code", row.code, to: &writer)
      word("name", row.name, to: &writer)
      word("parent", row.parent, to: &writer)
      word("weight", row.weight, to: &writer)
      word("target", row.target, to: &writer)
      word("actual", row.actual, to: &writer)
      word("result", row.result, to: &writer)
      word("criterion", row.criterion, to: &writer)
      word("departments", row.departments, to: &writer)
      writer.key("links")
      writer.beginArray()
      for link in row.links {
        writer.beginObject()
        writer.key("citation")
        writer.string(link.citation)
        writer.key("text")
        writer.string(link.words)
        writer.key("score")
        writer.number(hundredths: Int((link.score * 100).rounded()))
        writer.key("evidence")
        writer.beginArray()
        for reason in link.evidence { writer.string(reason) }
        writer.endArray()
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endLine()
    return writer.finish().flatMap { $0 }
  }

  private static func word(_ key: StaticString, _ value: String, to writer: inout JSONWriter) {
    writer.key(key)
    if value.isEmpty { writer.null() } else { writer.string(value) }
  }
}
