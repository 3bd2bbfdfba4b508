/// 序号: the number of a unit, as it is written and as it counts.
public struct UnitNumber: Hashable, Sendable {
  /// The number in the reading text, with its marks: 第十七条之一, （三）, 1.
  public let range: Range<Int>
  /// What it counts to: `[17, 1]` for 第十七条之一, `[3]` for （三）, `[1, 2, 1]` for 1.2.1.
  public var values: [Int] { Array(parts) }
  /// The same in place: for those who look at many numbers.
  public let parts: NumberParts
  /// The family of marks that it is of.
  public let style: NumberStyle

  /// A number that was read at a place.
  public init(range: Range<Int>, values: [Int], style: NumberStyle) {
    self.init(range: range, parts: NumberParts(values), style: style)
  }

  /// A number that was read at a place.
  public init(range: Range<Int>, parts: NumberParts, style: NumberStyle) {
    self.range = range
    self.parts = parts
    self.style = style
  }
}

/// The family of marks that a number is written in.
///
/// Source: GB/T 9704—2012, 7.3.3 for the official order 一、（一）1.（1）; practice adds ①, 1）, a. and 1.1.1.
public enum NumberStyle: UInt8, Sendable, CaseIterable {
  /// 第一编.
  case part
  /// 第一分编.
  case subpart
  /// 第一章.
  case chapter
  /// 第一节.
  case section
  /// 第一条.
  case article
  /// 一、
  case chinese
  /// （一）
  case bracketedChinese
  /// 1. or 1、
  case arabic
  /// （1）
  case bracketedArabic
  /// ①
  case circled
  /// 1） or 一）
  case halfBracketed
  /// a. or （a）
  case letter
  /// 1.1 and 1.1.1, and 1 where such numbers follow.
  case decimal
  /// 附件1.
  case attachment
}
