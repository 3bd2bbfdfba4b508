internal import Foundation
internal import PolicyExtraction

extension DocumentJSON {
  func writeEntities(to writer: inout JSONWriter) {
    writer.key("entities")
    writer.beginArray()
    for (index, entity) in document.entities.enumerated() {
      writer.beginObject()
      writer.key("id")
      writer.id("e", index)
      writer.key("canonical")
      writer.string(entity.canonical)
      writer.key("kind")
      writer.string(entity.kind.rawValue)
      optional("function", entity.function, to: &writer)
      optional("level", entity.level?.rawValue, to: &writer)
      writer.key("generic")
      writer.bool(entity.generic)
      if entity.open {
        writer.key("open")
        writer.bool(true)
      }
      writer.key("mentions")
      writer.beginArray()
      for mention in entity.mentions {
        writer.beginObject()
        text(mention.range, to: &writer)
        span(mention.range, to: &writer)
        node(mention.node, to: &writer)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  func writeNorms(to writer: inout JSONWriter) {
    writer.key("norms")
    writer.beginArray()
    for (index, norm) in document.norms.enumerated() {
      writer.beginObject()
      writer.key("id")
      writer.id("n", index)
      node(norm.node, to: &writer)
      span(norm.range, to: &writer)
      text(norm.range, to: &writer)
      writer.key("modality")
      writer.string(norm.modality.rawValue)
      passage("marker", norm.marker, to: &writer)
      write(norm.bearers, to: &writer)
      passage("action", norm.action, to: &writer)
      ids("items", ofNodes: norm.items, to: &writer)
      passages("conditions", norm.conditions, to: &writer)
      passages("exceptions", norm.exceptions, to: &writer)
      ids("quantities", "q", norm.quantities, to: &writer)
      ids("references", "r", norm.references, to: &writer)
      writer.key("rule")
      writer.string(norm.rule)
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ bearers: [Bearer], to writer: inout JSONWriter) {
    writer.key("bearers")
    writer.beginArray()
    for bearer in bearers {
      writer.beginObject()
      writer.key("entity")
      if let entity = bearer.entity { writer.id("e", entity) } else { writer.null() }
      text(bearer.range, to: &writer)
      span(bearer.range, to: &writer)
      writer.key("origin")
      writer.string(bearer.origin.rawValue)
      writer.key("role")
      writer.string(bearer.role.rawValue)
      writer.endObject()
    }
    writer.endArray()
  }

  func writeQuantities(to writer: inout JSONWriter) {
    writer.key("quantities")
    writer.beginArray()
    for (index, quantity) in document.quantities.enumerated() {
      writer.beginObject()
      writer.key("id")
      writer.id("q", index)
      node(quantity.node, to: &writer)
      span(quantity.range, to: &writer)
      text(quantity.range, to: &writer)
      writer.key("kind")
      writer.string(quantity.kind.rawValue)
      optional("comparator", quantity.comparator?.rawValue, to: &writer)
      // `Decimal` is exact, and its description never uses an exponent.
      optional("value", quantity.value?.description, to: &writer)
      optional("low", quantity.low?.description, to: &writer)
      optional("high", quantity.high?.description, to: &writer)
      optional("lowInclusive", quantity.lowInclusive, to: &writer)
      optional("highInclusive", quantity.highInclusive, to: &writer)
      optional("unit", quantity.unit, to: &writer)
      strings("per", quantity.per, to: &writer)
      optional("iso", quantity.iso, to: &writer)
      writer.key("role")
      writer.string(quantity.role.rawValue)
      writer.key("measures")
      if let measures = quantity.measures { words(measures, to: &writer) } else { writer.null() }
      writer.key("base")
      if let base = quantity.base { words(base, to: &writer) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
  }

  func writeAssignments(to writer: inout JSONWriter) {
    writer.key("assignments")
    writer.beginArray()
    for (index, assignment) in document.assignments.enumerated() {
      writer.beginObject()
      writer.key("id")
      writer.id("a", index)
      node(assignment.node, to: &writer)
      span(assignment.range, to: &writer)
      ids("scope", ofNodes: assignment.scope, to: &writer)
      writer.key("parties")
      writer.beginArray()
      for party in assignment.parties {
        writer.beginObject()
        writer.key("entity")
        writer.id("e", party.entity)
        text(party.range, to: &writer)
        writer.key("role")
        writer.string(party.role.rawValue)
        span(party.range, to: &writer)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  private func optional(_ key: StaticString, _ value: Bool?, to writer: inout JSONWriter) {
    writer.key(key)
    if let value { writer.bool(value) } else { writer.null() }
  }
}
