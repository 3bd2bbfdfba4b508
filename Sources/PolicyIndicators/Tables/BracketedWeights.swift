internal import Foundation
internal import PolicyStructure
internal import PolicyText

/// Weights and codes that only the whole of a table shows: 组织领导（30） above parts of 10 and 20, and `1.` above `1.1`.
struct BracketedWeights {
  let text: [Unicode.Scalar]
  let words: TableWords

  /// Gives an indicator the number in brackets behind its name as its weight, where that is the sum of the weights of
  /// its parts; from the innermost level out.
  func add(to table: inout IndicatorTable) {
    var sums = [Decimal?](repeating: nil, count: table.indicators.count)
    var parts = [Int](repeating: 0, count: table.indicators.count)
    for index in table.indicators.indices.reversed() {
      if table.indicators[index].weight == nil, parts[index] > 0, let sum = sums[index],
        let range = table.indicators[index].range
      {
        let reading = CellReading(range, in: text, words: words, bracketsWeigh: true)
        if let weight = reading.weight, weight.value == sum,
          let open = table.indicators[index].name.lastIndex(of: "（")
        {
          table.indicators[index].weight = weight.value
          table.indicators[index].weightUnit = weight.unit
          table.indicators[index].name = String(table.indicators[index].name[..<open])
        }
      }
      guard let parent = table.indicators[index].parent, parent < index else { continue }
      let weight = table.indicators[index].weight
      sums[parent] =
        parts[parent] == 0 ? weight : weight.flatMap { mine in sums[parent].map { $0 + mine } }
      parts[parent] += 1
    }
  }

  /// The number before a name is a code where the codes of the parts begin with it: `1.` or `1 ` above `1.1` and `1.2`.
  func addCodes(to table: inout IndicatorTable) {
    for index in table.indicators.indices {
      guard let parent = table.indicators[index].parent, table.indicators[parent].code == nil,
        let code = table.indicators[index].code, let point = code.lastIndex(of: "."),
        let range = table.indicators[parent].range
      else { continue }
      let number = String(code[..<point])
      if let mark = words.mark(range, in: text) {
        guard mark.style == .arabic else { continue }
        if text[mark.range].elementsEqual(number.unicodeScalars) {
          table.indicators[parent].code = number
        }
      } else if text[range].starts(with: number.unicodeScalars),
        table.indicators[parent].name.hasPrefix(number),
        let next = table.indicators[parent].name.dropFirst(number.count).first, !next.isNumber
      {
        table.indicators[parent].code = number
        table.indicators[parent].name.removeFirst(number.count)
      }
    }
  }
}
