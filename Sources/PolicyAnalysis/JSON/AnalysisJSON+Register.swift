internal import PolicyExtraction

extension AnalysisJSON {
  /// A register of duties as a JSON array, an object a row, as UTF-8.
  public static func register(_ register: DutyRegister) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginArray()
    for duty in register.duties {
      writer.beginObject()
      writer.key("number")
      writer.integer(duty.number)
      let words: [(StaticString, String)] = [
        ("id", duty.id), ("title", duty.title), ("documentNumber", duty.documentNumber),
        ("authorityLevel", duty.authorityLevel), ("validity", duty.validity),
        ("citation", duty.citation), ("text", duty.text),
        ("place", duty.place),
      ]
      // A plain text has no places.
      for (key, value) in words where key.description != "place" || !value.isEmpty {
        writer.key(key)
        writer.string(value)
      }
      strings("bearers", duty.bearers, to: &writer)
      writer.key("modality")
      writer.string(duty.modality.rawValue)
      writer.key("action")
      writer.string(duty.action)
      strings("conditions", duty.conditions, to: &writer)
      strings("terms", duty.terms, to: &writer)
      strings("amounts", duty.amounts, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endLine()
    return writer.finish().flatMap(\.self)
  }

  private static func strings(
    _ key: StaticString, _ values: [String], to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.beginArray()
    for value in values { writer.string(value) }
    writer.endArray()
  }
}
