internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// What the subjects of links are about: the words that tell.
extension LinkPass {
  /// The part of the sentence that a quantity stands in: up to ；, and no further than it needs.
  func surroundings(of quantity: Quantity) -> [Range<Int>] {
    let limits = limits(of: quantity)
    var start = quantity.range.lowerBound
    while start > limits.lowerBound, quantity.range.lowerBound - start < 80,
      !isPartEnd(text[start - 1])
    {
      start -= 1
    }
    var end = quantity.range.upperBound
    while end < limits.upperBound, end - quantity.range.upperBound < 30, text[end] != "，",
      !isPartEnd(text[end])
    {
      end += 1
    }
    return [start..<end]
  }

  /// The clause that a quantity stands in, from mark to mark.
  func clause(of quantity: Quantity) -> Range<Int> {
    let limits = limits(of: quantity)
    var start = quantity.range.lowerBound
    while start > limits.lowerBound, text[start - 1] != "，", text[start - 1] != "：",
      !isPartEnd(text[start - 1])
    {
      start -= 1
    }
    var end = quantity.range.upperBound
    while end < limits.upperBound, text[end] != "，", !isPartEnd(text[end]) { end += 1 }
    return start..<end
  }

  /// The words that a quantity stands among: its cell in a table, else its unit.
  private func limits(of quantity: Quantity) -> Range<Int> {
    let node = document.nodes[quantity.node]
    guard let table = node.table else { return node.range }
    for row in table.rows {
      for cell in row where cell.range.contains(quantity.range.lowerBound) { return cell.range }
    }
    return quantity.range
  }

  private func isPartEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "？": true
    default: false
    }
  }

  /// The titles and first words of the units that an assignment covers.
  func scope(of assignment: Assignment) -> [Range<Int>] {
    assignment.scope.prefix(8).compactMap { index in
      let node = document.nodes[index]
      guard node.level != .table else { return assignment.range }
      let range = node.heading ?? node.text
      return range.lowerBound..<min(range.upperBound, range.lowerBound + 80)
    }
  }
}
