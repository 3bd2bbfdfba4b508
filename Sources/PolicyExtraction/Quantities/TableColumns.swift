import Foundation
import PolicyStructure
import PolicyText

/// What the heads of a table's columns say of the bare numbers below them: 分值, 金额（万元）, 序号.
struct TableColumns {
  /// What the numbers of a column are.
  enum Meaning: String, CaseIterable, Sendable {
    /// 分值, 权重: what an indicator weighs.
    case weight
    /// 得分: what was reached.
    case result
    /// Amounts in the unit that stands in brackets in the head.
    case amount
    /// 序号, 年度: numbers that tell the rows apart.
    case identifier
    /// Nothing is known.
    case plain
  }

  private let reader: AmountReader
  private let heads: [Range<Int>?]
  /// How many rows at the top are heads.
  private let headRows: Int

  init(reader: AmountReader, node: Node) {
    self.reader = reader
    // Of a head of two rows, the lower one says what stands below it.
    var heads = [Range<Int>?](repeating: nil, count: node.table?.columnCount ?? 0)
    headRows = max(node.table?.headerRows ?? 1, 1)
    for row in (node.table?.rows ?? []).prefix(headRows) {
      for cell in row where !cell.isEmpty {
        for column in cell.column..<min(cell.column + cell.columnSpan, heads.count) {
          heads[column] = cell.range
        }
      }
    }
    self.heads = heads
  }

  /// Gives the bare numbers of a cell the unit of its column, and tells what part they play there.
  func read(_ amounts: inout [Amount], row: Int, column: Int) -> Quantity.Role? {
    guard row >= headRows else {
      amounts.removeAll(where: \.isBare)
      return nil
    }
    let (meaning, unit) = meaning(ofColumn: column)
    switch meaning {
    case .identifier:
      amounts.removeAll(where: \.isBare)
      return nil
    case .weight, .result:
      for index in amounts.indices where amounts[index].isBare {
        amounts[index].kind = .score
        amounts[index].unit = "分"
        amounts[index].isColumnValue = true
        if let unit, unit.unit.kind == .percent {
          amounts[index].kind = .percent
          amounts[index].unit = "%"
        }
      }
      for index in amounts.indices
      where amounts[index].kind == .score || amounts[index].kind == .percent {
        amounts[index].isColumnValue = true
      }
      return meaning == .weight ? .weight : .statistic
    case .amount:
      for index in amounts.indices where amounts[index].isBare {
        if let unit { amounts[index].take(unit.unit, scale: unit.scale) }
      }
      return nil
    case .plain:
      return nil
    }
  }

  /// What the head of a column says, and the unit in its brackets with what it is multiplied by.
  func meaning(ofColumn column: Int) -> (
    meaning: Meaning, unit: (unit: QuantityWords.Unit, scale: Decimal)?
  ) {
    guard column < heads.count, let head = heads[column] else { return (.plain, nil) }
    let unit = unit(in: head)
    var offset = head.lowerBound
    while offset < head.upperBound {
      if let found = reader.words.columnTrie.longest(
        in: reader.scalars, from: offset, to: head.upperBound)
      {
        return (reader.words.columns[found.word], unit)
      }
      offset += 1
    }
    return (unit == nil ? .plain : .amount, unit)
  }

  /// （万元）, （%）: the last bracket of a head.
  private func unit(in head: Range<Int>) -> (unit: QuantityWords.Unit, scale: Decimal)? {
    var offset = head.upperBound
    while offset > head.lowerBound, reader.scalars[offset - 1] != "（" { offset -= 1 }
    guard offset > head.lowerBound else { return nil }
    // 单位：万元.
    if let colon = (offset..<head.upperBound).first(where: { reader.scalars[$0] == "：" }) {
      offset = colon + 1
    }
    var scale: Decimal = 1
    while offset < head.upperBound {
      switch NumeralCharacter(reader.scalars[offset]) {
      case .group(let group): scale *= Decimal(group)
      case .unit(let unit): scale *= Decimal(unit)
      default:
        guard
          let found = reader.words.unitTrie.longest(
            in: reader.scalars, from: offset, to: head.upperBound),
          found.end < head.upperBound, reader.scalars[found.end] == "）"
        else { return nil }
        return (reader.words.units[found.word], scale)
      }
      offset += 1
    }
    return nil
  }
}

extension Amount {
  /// Takes the unit that the head of its column names.
  fileprivate mutating func take(_ unit: QuantityWords.Unit, scale: Decimal) {
    let factor = scale * unit.factor
    value = value.map { $0 * factor }
    low = low.map { $0 * factor }
    high = high.map { $0 * factor }
    self.unit = unit.name
    unitKind = unit.kind
    switch unit.kind {
    case .money: kind = .money
    case .percent, .permille, .point, .tenth: kind = .percent
    case .score: kind = .score
    case .time: kind = .duration
    case .measure, .count, .event, .multiple: kind = .quantity
    }
  }
}
