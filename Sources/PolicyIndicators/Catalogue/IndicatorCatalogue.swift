internal import Foundation
public import PolicyText

/// 外部指标目录: indicators that come from outside the text, as CSV or JSON, so that a ministry's own set is
/// linked to any text.
///
/// Columns of a CSV, by their Chinese or English names: 代码 `code`, 名称 `name` (needed), 级别 `level`, 上级 `parent`
/// (a code or name), 权重 `weight`, 单位 `unit`, 目标值 `target`, 评价标准 `criterion`, 责任部门 `departments`
/// (parted by 、). A JSON file is an array of objects with the English names, or an object with such an array
/// as `indicators`; `children` may hold the parts of an indicator.
public struct IndicatorCatalogue: Sendable {
  /// The indicators; parents are places in this list.
  public let indicators: [Indicator]

  /// Reads a catalogue; what begins with `[` or `{` is JSON.
  ///
  /// - Throws: ``CatalogueError`` with the first row at fault.
  public init(_ text: SourceText) throws(CatalogueError) {
    let first = text.scalars.first { !isSpace($0) && $0 != "\u{FEFF}" }
    let rows =
      first == "[" || first == "{"
      ? try CatalogueRow.rows(json: text) : try CatalogueRow.rows(csv: text)
    guard !rows.isEmpty else { throw .empty(name: text.name) }
    indicators = try IndicatorCatalogue.indicators(rows, name: text.name)
  }

  /// These indicators behind those of a document.
  public func added(to others: [Indicator]) -> [Indicator] {
    others
      + indicators.map { indicator in
        var indicator = indicator
        indicator.parent = indicator.parent.map { $0 + others.count }
        return indicator
      }
  }

  private static func indicators(
    _ rows: [CatalogueRow], name: String
  ) throws(CatalogueError) -> [Indicator] {
    var places: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      if !row.code.isEmpty { places[row.code] = places[row.code] ?? index }
    }
    for (index, row) in rows.enumerated() { places[row.name] = places[row.name] ?? index }
    var indicators: [Indicator] = []
    for (index, row) in rows.enumerated() {
      guard !row.name.isEmpty else { throw .unnamed(name: name, row: index + 1) }
      var parent = row.parentIndex
      if parent == nil, !row.parent.isEmpty {
        guard let place = places[row.parent], place != index else {
          throw .unknownParent(name: name, row: index + 1, parent: row.parent)
        }
        parent = place
      }
      // Without a column of parents, codes and levels tell.
      parent = parent ?? codedParent(of: row, at: index, places) ?? outer(of: row, at: index, rows)
      guard row.weight.isEmpty || Decimal(string: row.weightDigits) != nil else {
        throw .badWeight(name: name, row: index + 1, weight: row.weight)
      }
      indicators.append(
        Indicator(
          code: row.code.isEmpty ? nil : row.code, name: row.name, level: row.level ?? 0,
          parent: parent, weight: Decimal(string: row.weightDigits),
          weightUnit: row.weightUnit, target: row.target.isEmpty ? nil : row.target,
          criterion: row.criterion.isEmpty ? nil : row.criterion,
          departments: row.departments))
    }
    setLevels(&indicators)
    return indicators
  }

  /// The row whose code is the longest beginning of a row's code.
  private static func codedParent(
    of row: CatalogueRow, at index: Int, _ places: [String: Int]
  ) -> Int? {
    guard row.level != 1 else { return nil }
    var prefix = row.code
    while !prefix.isEmpty {
      prefix.unicodeScalars.removeLast()
      if let place = places[prefix], place < index { return place }
    }
    return nil
  }

  /// The last row before a row that is of the level above it.
  private static func outer(of row: CatalogueRow, at index: Int, _ rows: [CatalogueRow]) -> Int? {
    guard let level = row.level, level > 1 else { return nil }
    return rows[..<index].lastIndex { ($0.level ?? level) < level }
  }

  /// Gives levels where the catalogue gives none: one more than the parent's.
  private static func setLevels(_ indicators: inout [Indicator]) {
    for index in indicators.indices where indicators[index].level == 0 {
      var level = 1
      var next = indicators[index].parent
      // A chain of parents is no longer than the list, unless it leads back to itself.
      while let parent = next, level <= indicators.count {
        level += 1
        next = indicators[parent].parent
      }
      indicators[index].level = level
    }
  }
}
