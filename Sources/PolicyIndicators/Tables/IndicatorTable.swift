internal import Foundation
internal import PolicyStructure

/// What one table says of indicators; parents are places in its own list.
struct IndicatorTable {
  /// The node of the table.
  let node: Int
  /// The indicators in the order of the table.
  var indicators: [Indicator] = []
  /// The weight that a row of totals states, and where.
  var total: (value: Decimal, range: Range<Int>)?
  /// Codes that stand at two indicators of different names, and where the second stands.
  var repeatedCodes: [(code: String, range: Range<Int>)] = []
}
