public import Foundation

/// 数量: a number with its unit, comparison and role.
public struct Quantity: Sendable {
  /// What kind of number it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A bare number.
    case number
    /// 百分之五, 5%, 三成, 个百分点.
    case percent
    /// 三分之二, 过半数.
    case fraction
    /// An amount of money, in the unit of its currency.
    case money
    /// A number of a unit of measure, or a count.
    case quantity
    /// So much for each: 344.5元/人/天.
    case rate
    /// 三十日, 5个工作日.
    case duration
    /// A day, month or year.
    case date
    /// From one date to another.
    case dateRange
    /// So often in a time: 每年2次.
    case frequency
    /// 分, of an evaluation.
    case score
  }

  /// What part a number plays.
  public enum Role: String, Sendable, CaseIterable {
    /// A limit or an amount that a norm requires.
    case threshold
    /// A value to be reached.
    case target
    /// By when.
    case deadline
    /// How long.
    case duration
    /// How often.
    case frequency
    /// What a breach costs.
    case penalty
    /// Score or weight of an indicator.
    case weight
    /// A reported fact.
    case statistic
  }

  /// The index of the node that it stands in.
  public var node: Int
  /// Number and unit.
  public var range: Range<Int>
  /// What kind of number it is.
  public var kind: Kind
  /// How it compares, `nil` where nothing is said.
  public var comparator: Comparator?
  /// The value in the base unit; `nil` for a range.
  public var value: Decimal?
  /// The lower end of a range.
  public var low: Decimal?
  /// The upper end of a range.
  public var high: Decimal?
  /// Whether the lower end belongs to the range; `nil` without one.
  public var lowInclusive: Bool?
  /// Whether the upper end belongs to the range; `nil` without one.
  public var highInclusive: Bool?
  /// ISO 4217 code, %, classifier or unit of measure.
  public var unit: String?
  /// Of a rate: for each of what, in the order of the text.
  public var per: [String]
  /// Dates and durations in ISO 8601.
  public var iso: String?
  /// What part it plays.
  public var role: Role
  /// What is measured.
  public var measures: Range<Int>?
  /// What a share is a share of.
  public var base: Range<Int>?

  /// A number and what is known of it.
  public init(
    node: Int, range: Range<Int>, kind: Kind, comparator: Comparator? = nil, value: Decimal? = nil,
    low: Decimal? = nil, high: Decimal? = nil, lowInclusive: Bool? = nil,
    highInclusive: Bool? = nil, unit: String? = nil, per: [String] = [], iso: String? = nil,
    role: Role = .threshold, measures: Range<Int>? = nil, base: Range<Int>? = nil
  ) {
    self.node = node
    self.range = range
    self.kind = kind
    self.comparator = comparator
    self.value = value
    self.low = low
    self.high = high
    self.lowInclusive = lowInclusive
    self.highInclusive = highInclusive
    self.unit = unit
    self.per = per
    self.iso = iso
    self.role = role
    self.measures = measures
    self.base = base
  }
}

/// 比较: how a number bounds what it measures.
///
/// 以上, 以下, 以内 and 届满 take in the number, 不满, 超过 and 以外 do not, unless the text says otherwise.
///
/// Source: Civil Code (民法典) art. 1259.
public enum Comparator: String, Sendable, CaseIterable {
  /// 以上, 不少于, 至少.
  case atLeast = ">="
  /// 超过, 高于.
  case moreThan = ">"
  /// 以下, 以内, 不超过.
  case atMost = "<="
  /// 不满, 不足, 低于.
  case lessThan = "<"
  /// 为, 等于.
  case equal = "="
  /// 左右, 约.
  case about = "~"
  /// Between two ends.
  case range = "range"
}
