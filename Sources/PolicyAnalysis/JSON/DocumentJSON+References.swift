internal import PolicyExtraction
internal import PolicyStructure

extension DocumentJSON {
  func writeReferences(to writer: inout JSONWriter) {
    writer.key("references")
    writer.beginArray()
    for (index, reference) in document.references.enumerated() {
      writer.beginObject()
      writer.key("id")
      writer.id("r", index)
      node(reference.node, to: &writer)
      span(reference.range, to: &writer)
      text(reference.range, to: &writer)
      writer.key("targets")
      writer.beginArray()
      for target in reference.targets { write(target, to: &writer) }
      writer.endArray()
      writer.key("status")
      writer.string(reference.status.rawValue)
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ target: Reference.Target, to writer: inout JSONWriter) {
    writer.beginObject()
    switch target {
    case .node(let index):
      node(index, to: &writer)
    case .document(let title, let documentNumber, let citation):
      optional("title", title, to: &writer)
      optional("documentNumber", documentNumber, to: &writer)
      optional("citation", citation, to: &writer)
    }
    writer.endObject()
  }

  func writeDefinitions(to writer: inout JSONWriter) {
    writer.key("definitions")
    writer.beginArray()
    for definition in document.definitions {
      writer.beginObject()
      writer.key("term")
      words(definition.term, to: &writer)
      writer.key("kind")
      writer.string(definition.kind.rawValue)
      writer.key("meaning")
      words(definition.meaning, to: &writer)
      node(definition.node, to: &writer)
      span(definition.range, to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  func writeFindings(to writer: inout JSONWriter) {
    writer.key("findings")
    writer.beginArray()
    for finding in document.findings {
      writer.beginObject()
      writeParts(of: finding, to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  /// Writes the keys and values of a finding into the object that is open.
  func writeParts(of finding: Finding, to writer: inout JSONWriter) {
    writer.key("code")
    writer.string(finding.code.rawValue)
    writer.key("severity")
    writer.string(finding.code.severity.rawValue)
    writer.key("message")
    writer.string(finding.message)
    writer.key("node")
    if let index = finding.node { id(of: index, to: &writer) } else { writer.null() }
    span(finding.range, to: &writer)
  }
}
