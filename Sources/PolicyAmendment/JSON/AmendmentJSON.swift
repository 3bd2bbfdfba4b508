import PolicyAnalysis

/// The JSON form of an amendment, as `schemas/amendment.schema.json` has it.
package struct AmendmentJSON: Sendable {
  /// Whether lines are broken and indented for people.
  package var pretty = false

  /// The form on one line.
  package init() {}

  /// The amendment as UTF-8, with a line break at its end, in pieces to be written one after the other.
  ///
  /// `instructions`: those of all decisions that were applied one after the other.
  package func chunks(_ instructions: [Amendment.Result], text: String) -> [[UInt8]] {
    var writer = JSONWriter(pretty: pretty)
    writer.beginObject()
    writer.key("schemaVersion")
    writer.string("1")
    writer.key("generator")
    writer.string(Generator.name)
    writer.key("instructions")
    writer.beginArray()
    for result in instructions {
      writer.beginObject()
      writer.key("text")
      writer.string(result.instruction.text)
      writer.key("kind")
      writer.string(result.instruction.kind.rawValue)
      writer.key("target")
      if let target = result.target { writer.string(target) } else { writer.null() }
      writer.key("applied")
      writer.bool(result.refusal == nil)
      writer.key("reason")
      if let refusal = result.refusal { writer.string(refusal) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
    writer.key("text")
    writer.string(text)
    writer.endObject()
    writer.endLine()
    return writer.finish()
  }
}
