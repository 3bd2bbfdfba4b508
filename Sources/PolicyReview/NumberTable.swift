import Foundation
import PolicyStructure
import PolicyText

/// 数字表: the numbers of a table by row and column, and which rows and columns are totals.
///
/// A merged cell counts in the row that it begins in. A column is one of numbers if nothing but numbers and blanks stands
/// below its head.
struct NumberTable {
  /// A number in a cell.
  struct Value {
    let value: Decimal
    let isPercent: Bool
    let range: Range<Int>
    /// By how much its rounding may move it.
    let step: Decimal
  }

  /// A column of numbers.
  struct Column {
    let values: [Value?]
    let isPercent: Bool
    let isTotal: Bool
    /// Whether its head says that they are weights; what they make is read with the indicators.
    let isWeight: Bool
  }

  /// What a row is.
  enum RowKind {
    case leaf, subtotal, total
  }

  /// No more columns are compared with each other than this.
  private static let columnLimit = 24

  let columns: [Column]
  let rows: [RowKind]

  /// The numbers of a table; `nil` where fewer than two columns or rows have any.
  init?(_ grid: TableGrid, in text: [Unicode.Scalar], words: TableWords) {
    let body = grid.headerRows..<grid.rows.count
    guard grid.headerRows > 0, body.count >= 2 else { return nil }
    var cells = [[TableCell?]](
      repeating: Array(repeating: nil, count: body.count), count: grid.columnCount)
    var rows: [RowKind] = []
    for row in body {
      for cell in grid.rows[row] where !cell.isEmpty {
        cells[cell.column][row - body.lowerBound] = cell
      }
      rows.append(NumberTable.kind(of: grid.rows[row], in: text, words: words))
    }
    self.rows = rows
    var heads = [Range<Int>?](repeating: nil, count: grid.columnCount)
    for row in grid.rows[..<grid.headerRows] {
      for cell in row where !cell.isEmpty {
        for column in cell.column..<min(cell.column + cell.columnSpan, heads.count) {
          heads[column] = cell.range
        }
      }
    }
    var columns: [Column] = []
    for (cells, head) in zip(cells, heads) {
      guard columns.count < Self.columnLimit, let head,
        words.headMeaning(head, in: text) != "number",
        let column = NumberTable.column(cells, head: head, in: text, words: words)
      else { continue }
      columns.append(column)
    }
    guard !columns.isEmpty else { return nil }
    self.columns = columns
  }

  private static func kind(
    of row: [TableCell], in text: [Unicode.Scalar], words: TableWords
  ) -> RowKind {
    guard let label = row.first(where: { !$0.isEmpty && value($0.range, in: text) == nil }),
      words.isTotal(label.range, in: text)
    else { return .leaf }
    return text[label.range].contains("小") ? .subtotal : .total
  }

  private static func column(
    _ cells: [TableCell?], head: Range<Int>, in text: [Unicode.Scalar], words: TableWords
  ) -> Column? {
    var values: [Value?] = []
    var count = 0
    var percents = 0
    for cell in cells {
      guard let cell, !isBlank(cell.range, in: text) else {
        values.append(nil)
        continue
      }
      guard !cell.isUncertain, cell.continuations.isEmpty,
        let value = value(cell.range, in: text)
      else { return nil }
      values.append(value)
      count += 1
      percents += value.isPercent ? 1 : 0
    }
    guard count >= 2, percents == 0 || percents == count else { return nil }
    let name = text[head]
    let isRate = percents > 0 || name.contains("率") || name.contains("%")
    return Column(
      values: values, isPercent: isRate, isTotal: words.isTotal(head, in: text),
      isWeight: words.headMeaning(head, in: text) == "weight")
  }

  /// `/`, `—` and `-` stand for nothing.
  private static func isBlank(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    range.allSatisfy { "/—-－–".unicodeScalars.contains(text[$0]) }
  }

  /// `1200`, `1，200.50`, `85.3%`, `120万元`, `30分`: digits, and a unit of no more than three scalars.
  private static func value(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Value? {
    var digits = ""
    var end = range.lowerBound
    scan: while end < range.upperBound {
      switch text[end] {
      case "0"..."9", ".": digits.unicodeScalars.append(text[end])
      case "，", ",":
        // Thousands: three digits follow.
        guard end + 3 < range.upperBound, !digits.isEmpty,
          text[end + 1...end + 3].allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
      default: break scan
      }
      end += 1
    }
    let unit = text[end..<range.upperBound]
    guard digits.contains(where: \.isNumber), unit.count <= 3,
      !unit.contains(where: { ("0"..."9").contains($0) || "年月日-、期次/".unicodeScalars.contains($0) }),
      let value = Decimal(string: digits)
    else { return nil }
    let number = range.lowerBound..<end
    return Value(
      value: value, isPercent: unit.first == "%", range: range,
      step: digits.contains(".")
        ? WrittenPrecision.lastDigit(of: number, in: text) / 2 : 0)
  }
}
