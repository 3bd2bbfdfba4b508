internal import PolicyAnalysis
internal import PolicyText

/// The JSON form of a comparison, as `schemas/comparison.schema.json` has it.
///
/// Spans count in the sources. An insertion has an empty span of the old text, at its place, and a
/// deletion one of the new, so that applying the edits to the old text gives the new.
public struct ComparisonJSON: Sendable {
  /// Whether lines are broken and indented for people.
  public var pretty = false

  /// The form on one line.
  public init() {}

  /// The comparison as UTF-8, with a line break at its end, in pieces to be written one after the
  /// other.
  public func chunks(of comparison: Comparison) -> [[UInt8]] {
    var writer = JSONWriter(pretty: pretty)
    writer.beginObject()
    writer.key("schemaVersion")
    writer.string("1")
    writer.key("generator")
    writer.string(Generator.name)
    writer.key("old")
    write(comparison.old, to: &writer)
    writer.key("new")
    write(comparison.new, to: &writer)
    writer.key("alignments")
    writer.beginArray()
    for alignment in comparison.alignments { write(alignment, of: comparison, to: &writer) }
    writer.endArray()
    writer.key("replacements")
    writer.beginArray()
    for replacement in comparison.replacements { write(replacement, of: comparison, to: &writer) }
    writer.endArray()
    writer.key("summary")
    write(comparison.summary, to: &writer)
    writer.endObject()
    writer.endLine()
    return writer.finish()
  }

  private func write(_ text: ComparedText, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.facts(of: text.analysis.source)
    writer.endObject()
  }

  private func write(
    _ replacement: Replacement, of comparison: Comparison, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("old")
    writer.string(replacement.old)
    writer.key("new")
    writer.string(replacement.new)
    writer.key("count")
    writer.integer(replacement.count)
    writer.key("units")
    writer.beginArray()
    for unit in replacement.units { writer.string(comparison.new.units[unit].id) }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ summary: [Alignment.Change: Int], to writer: inout JSONWriter) {
    writer.beginObject()
    for change in Alignment.Change.allCases {
      writer.key(change.key)
      writer.integer(summary[change] ?? 0)
    }
    writer.endObject()
  }

  private func write(
    _ alignment: Alignment, of comparison: Comparison, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("old")
    writer.optional(alignment.old.map { comparison.old.units[$0].id })
    writer.key("new")
    writer.optional(alignment.new.map { comparison.new.units[$0].id })
    writer.key("change")
    writer.string(alignment.change.rawValue)
    writer.key("similarity")
    writer.number(hundredths: Int((alignment.similarity * 100).rounded(.down)))
    writer.key("edits")
    writer.beginArray()
    for edit in alignment.edits { write(edit, of: alignment, comparison, to: &writer) }
    writer.endArray()
    writer.key("effects")
    writer.beginArray()
    for effect in alignment.effects { write(effect, to: &writer) }
    writer.endArray()
    writer.endObject()
  }

  private func write(
    _ edit: Edit, of alignment: Alignment, _ comparison: Comparison, to writer: inout JSONWriter
  ) {
    let (old, new) = (comparison.oldText(of: alignment), comparison.newText(of: alignment))
    writer.beginObject()
    writer.key("op")
    writer.string(edit.operation.rawValue)
    let oldSpan = old.span(of: edit.old, in: comparison.old.analysis.reading)
    let newSpan = new.span(of: edit.new, in: comparison.new.analysis.reading)
    writer.key("oldSpan")
    writer.span(oldSpan.start, oldSpan.end)
    writer.key("newSpan")
    writer.span(newSpan.start, newSpan.end)
    writer.key("oldText")
    writer.string(old.string(edit.old))
    writer.key("newText")
    writer.string(new.string(edit.new))
    writer.endObject()
  }

  private func write(_ effect: Effect, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("kind")
    writer.string(effect.kind.rawValue)
    writer.key("old")
    writer.string(effect.old)
    writer.key("new")
    writer.string(effect.new)
    writer.key("direction")
    writer.string(effect.direction.rawValue)
    writer.key("message")
    writer.string(effect.message)
    writer.endObject()
  }
}

extension Alignment.Change {
  /// The key in the summary.
  fileprivate var key: StaticString {
    switch self {
    case .unchanged: "unchanged"
    case .renumbered: "renumbered"
    case .modified: "modified"
    case .moved: "moved"
    case .added: "added"
    case .removed: "removed"
    case .split: "split"
    case .merged: "merged"
    }
  }
}

extension JSONWriter {
  /// A string, or `null`.
  fileprivate mutating func optional(_ value: String?) {
    if let value { string(value) } else { null() }
  }
}
