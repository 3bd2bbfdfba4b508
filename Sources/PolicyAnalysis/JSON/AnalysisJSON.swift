public import PolicyStructure
package import PolicyText

/// The JSON form of an analysis, as `schemas/analysis.schema.json` has it.
///
/// Keys stand in the order of the schema. The bytes are written straight from the scalars of the
/// source, without strings or dictionaries in between, and are the same for the same analysis.
public struct AnalysisJSON: Sendable {
  /// Whether the decoded text is written along (`source.text`).
  public var includesText = true
  /// Whether lines are broken and indented for people; else an analysis is one line.
  public var pretty = false

  /// The form with the text, on one line.
  public init() {}

  /// The analysis as UTF-8, with a line break at its end.
  public func bytes(of analysis: Analysis) -> [UInt8] { chunks(of: analysis).flatMap(\.self) }

  /// The analysis as ``bytes(of:)``, in pieces to be written one after the other: a long text is
  /// never there twice.
  public func chunks(of analysis: Analysis) -> [[UInt8]] {
    var writer = JSONWriter(pretty: pretty)
    write(analysis, to: &writer)
    return writer.finish()
  }

  /// The analysis as ``bytes(of:)``, given to a sink piece by piece while it is made, so that a large
  /// one is never there as a whole.
  public func write(_ analysis: Analysis, to sink: ([UInt8]) -> Void) {
    withoutActuallyEscaping(sink) { sink in
      var writer = JSONWriter(pretty: pretty, sink: sink)
      write(analysis, to: &writer)
      _ = writer.finish()
    }
  }

  private func write(_ analysis: Analysis, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("schemaVersion")
    writer.string("1")
    writer.key("generator")
    writer.string(Generator.name)
    write(analysis.source, to: &writer)
    writer.key("documents")
    writer.beginArray()
    let ids = (1...max(analysis.documents.count, 1)).map { "d\($0)" }
    for (index, document) in analysis.documents.enumerated() {
      DocumentJSON(document: document, id: ids[index], reading: analysis.reading)
        .write(issuedBy: document.document.issuedBy.map { ids[$0] }, to: &writer)
    }
    writer.endArray()
    writer.key("residue")
    writer.beginArray()
    for piece in analysis.residue {
      writer.beginObject()
      writer.key("span")
      writer.span(piece.span.start, piece.span.end)
      writer.key("reason")
      writer.string(piece.reason.rawValue)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  private func write(_ source: DecodedSource, to writer: inout JSONWriter) {
    writer.key("source")
    writer.beginObject()
    writer.facts(of: source)
    write(source.places, to: &writer)
    if includesText {
      writer.key("text")
      source.text.scalars.withUnsafeBufferPointer { writer.string($0) }
    }
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes what identifies a source into an open object: name, form, encoding, digest, length in scalars.
  package mutating func facts(of source: DecodedSource) {
    key("name")
    string(source.text.name)
    key("mediaType")
    string(source.mediaType)
    key("encoding")
    string(source.encoding.rawValue)
    key("sha256")
    string(source.sha256)
    key("length")
    integer(source.text.scalars.count)
  }
}

/// The program that wrote an analysis.
public enum Generator {
  /// Its version.
  public static let version = "0.1.0"
  /// Its name and version, as analyses give them.
  public static let name = "tiaoli \(version)"
}

extension AnalysisJSON {
  /// What stands in the place of an analysis that could not be made, as UTF-8 on one line.
  public static func failure(name: String, code: String, message: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("name")
    writer.string(name)
    writer.key("error")
    writer.beginObject()
    writer.key("code")
    writer.string(code)
    writer.key("message")
    writer.string(message)
    writer.endObject()
    writer.endObject()
    writer.endLine()
    return writer.finish().flatMap(\.self)
  }

  /// A finding by itself, as UTF-8 on one line: with the names of its source and document, and the
  /// line and column that it begins at, and its place in a file that has pages, paragraphs or cells.
  public static func finding(
    _ finding: Finding, in document: AnalyzedDocument, number: Int, of analysis: Analysis,
    line: Int, column: Int
  ) -> [UInt8] {
    var writer = JSONWriter()
    let form = DocumentJSON(document: document, id: "d\(number + 1)", reading: analysis.reading)
    writer.beginObject()
    writer.key("name")
    writer.string(analysis.source.text.name)
    writer.key("document")
    writer.string(form.id)
    writer.key("line")
    writer.integer(line)
    writer.key("column")
    writer.integer(column)
    let start = analysis.reading.span(of: finding.range).start
    if let place = PlaceIndex(analysis.source.places).place(of: start) {
      writer.key("place")
      writer.beginObject()
      writer.members(of: place)
      writer.endObject()
    }
    form.writeParts(of: finding, to: &writer)
    form.text(finding.range, to: &writer)
    writer.endObject()
    return writer.finish().flatMap(\.self)
  }
}
