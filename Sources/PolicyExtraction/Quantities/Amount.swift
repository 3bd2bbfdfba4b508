import Foundation

/// 数额: a number with its unit as it is read, before its surroundings are.
struct Amount {
  /// From the sign or the currency to the last scalar of the unit.
  var range: Range<Int>
  /// The same with the comparison words beside it.
  var outer: Range<Int>
  /// What kind it is so far.
  var kind: Quantity.Kind
  /// The value in the base unit; `nil` for a date.
  var value: Decimal?
  var low: Decimal?
  var high: Decimal?
  var lowInclusive = true
  var highInclusive = true
  var unit: String?
  var unitKind: QuantityWords.UnitKind?
  var per: [String] = []
  var iso: String?
  var comparator: Comparator?
  /// Where the number ends and the unit begins.
  var numberEnd: Int
  /// What closes the number: 万 of 50万 is 10000.
  var scale: Decimal = 1
  /// Whether the number is written in Arabic digits.
  var isArabic = false
  /// Whether it says for what another amount counts: 每五年.
  var isDenominator = false
  /// The designator of a duration's unit.
  var designator = ""
  /// Whether a word after it says that something lies within it or before its end.
  var isWithin = false
  /// Whether it was 每 that the amount was read from.
  var isFrequency = false
  /// Whether the words of its comparison stand before it.
  var isComparedBefore = false
  /// Whether the words beside the bare number make it an identifier.
  var isIdentifier = false
  /// Whether its unit comes from the head of a table's column.
  var isColumnValue = false
  /// Whether two ends have been read.
  var isRange = false

  init(range: Range<Int>, kind: Quantity.Kind, value: Decimal?, numberEnd: Int) {
    self.range = range
    outer = range
    self.kind = kind
    self.value = value
    self.numberEnd = numberEnd
  }

  /// A number without any unit.
  var isBare: Bool { kind == .number && !isRange }
}
