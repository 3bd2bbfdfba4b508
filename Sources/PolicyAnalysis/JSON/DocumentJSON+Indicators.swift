internal import Foundation
internal import PolicyIndicators

extension DocumentJSON {
  func writeIndicators(to writer: inout JSONWriter) {
    writer.key("indicators")
    writer.beginArray()
    for (index, indicator) in document.indicators.enumerated() {
      writer.beginObject()
      writer.key("id")
      writer.id("i", index)
      optional("code", indicator.code, to: &writer)
      writer.key("name")
      writer.string(indicator.name)
      writer.key("level")
      writer.integer(indicator.level)
      writer.key("parent")
      if let parent = indicator.parent { writer.id("i", parent) } else { writer.null() }
      optional("weight", indicator.weight.map { "\($0)" }, to: &writer)
      optional("weightUnit", indicator.weightUnit, to: &writer)
      optional("target", indicator.target, to: &writer)
      optional("actual", indicator.actual, to: &writer)
      optional("result", indicator.result, to: &writer)
      optional("criterion", indicator.criterion, to: &writer)
      strings("departments", indicator.departments, to: &writer)
      if let place = indicator.node {
        node(place, to: &writer)
      } else {
        writer.key("node")
        writer.null()
      }
      if let range = indicator.range {
        span(range, to: &writer)
      } else {
        writer.key("span")
        writer.null()
      }
      ids("quantities", "q", indicator.quantities, to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  func writeLinks(to writer: inout JSONWriter) {
    writer.key("links")
    writer.beginArray()
    for link in document.links {
      writer.beginObject()
      writer.key("indicator")
      writer.id("i", link.indicator)
      writer.key("subject")
      switch link.subject {
      case .norm(let index): writer.id("n", index)
      case .quantity(let index): writer.id("q", index)
      case .assignment(let index): writer.id("a", index)
      }
      writer.key("score")
      writer.number(hundredths: Int((link.score * 100).rounded()))
      strings("evidence", link.evidence, to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}
