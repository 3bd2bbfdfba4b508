/// Puts the indicators of several tables of a document together: what stands again in a table of results is
/// the same indicator.
enum IndicatorMerger {
  /// Adds the indicators of a table; those that are known by code, or by name, level and parent, are
  /// filled up.
  static func add(_ table: IndicatorTable, to indicators: inout [Indicator]) {
    /// For each indicator of the table, its place in the document's list.
    var places: [Int] = []
    for var indicator in table.indicators {
      indicator.parent = indicator.parent.map { places[$0] }
      if let known = indicators.firstIndex(where: { isSame($0, indicator, table.node) }) {
        fill(&indicators[known], from: indicator)
        places.append(known)
      } else {
        indicators.append(indicator)
        places.append(indicators.count - 1)
      }
    }
  }

  private static func isSame(_ known: Indicator, _ other: Indicator, _ node: Int) -> Bool {
    guard known.node != node else { return false }
    let isAlike =
      known.name == other.name || known.name.hasPrefix(other.name)
      || other.name.hasPrefix(known.name)
    if let code = other.code { return known.code == code && isAlike }
    return known.code == nil && known.name == other.name && known.level == other.level
      && known.parent == other.parent
  }

  private static func fill(_ known: inout Indicator, from other: Indicator) {
    known.weight = known.weight ?? other.weight
    known.weightUnit = known.weightUnit ?? other.weightUnit
    known.target = known.target ?? other.target
    known.actual = known.actual ?? other.actual
    known.result = known.result ?? other.result
    known.criterion = known.criterion ?? other.criterion
    known.departments += other.departments
    known.cells += other.cells
  }
}
