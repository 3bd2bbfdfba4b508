import Foundation
import PolicyText

/// What amounts are compared with, from the words beside them and from the amount before.
extension QuantityScanner {
  func compare(_ amount: inout Amount, from limit: Int) {
    if amount.kind == .date || amount.kind == .dateRange {
      compareDate(&amount, from: limit)
      return
    }
    guard !amount.isRange else { return }
    let end = amount.range.upperBound
    let after = comparisons.after(end, kind: amount.kind)
    if let after {
      amount.isWithin = isWithin(after, from: end)
      amount.outer = amount.outer.lowerBound..<after.edge
    }
    let isShare =
      amount.kind == .percent || amount.kind == .fraction || amount.unitKind == .multiple
    let start = amount.outer.lowerBound
    let direct = comparisons.before(start, from: limit)
    // 近三年 is the last three years.
    if amount.kind == .duration, direct?.comparator == .about, scalar(start - 1) == "近" {
      return
    }
    var before = direct
    if direct == nil || direct?.comparator == .equal || direct?.comparator == .about,
      let distant = comparisons.distant(
        start, from: isShare ? clauseStart(before: limit) : limit, reach: isShare ? 40 : 8,
        isShare: isShare)
    {
      before = distant
      // What lies between belongs to the phrase, the words of the amount to the amount.
      if amount.comparator == nil, after == nil { amount.comparator = distant.comparator }
    }
    if let direct { amount.outer = direct.edge..<amount.outer.upperBound }
    if let after {
      amount.comparator = after.comparator
      // 不足…以上 is a strict bound still, 达到…以下 is not.
      if let before, before.comparator.isLower == after.comparator.isLower,
        before.comparator.isUpper == after.comparator.isUpper, amount.isWithin == false,
        !before.comparator.isInclusive, before.comparator != .equal, before.comparator != .about
      {
        amount.comparator = before.comparator
      }
    } else if let before {
      amount.comparator = amount.comparator ?? before.comparator
      amount.isComparedBefore = before.comparator != .equal
    }
    if let comparison = compared(amount) { amount.comparator = comparison }
  }

  /// 满100小时、300小时、600小时; 不得超过100升或者100千克: a comparison before a list is for all of it.
  func carryOn(_ previous: Amount, to amount: inout Amount) {
    guard previous.isComparedBefore, amount.comparator == nil, !amount.isRange,
      previous.kind == amount.kind, amount.outer.lowerBound == amount.range.lowerBound,
      isListed(previous.range.upperBound..<amount.range.lowerBound)
    else { return }
    amount.comparator = previous.comparator
    amount.isComparedBefore = true
  }

  func isListed(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 2 else { return false }
    return gap.allSatisfy { ["、", "和", "或", "者", "及", "以", "与"].contains(scalars[$0]) }
  }

  /// 每周至少在食堂就餐3次, 至少每十五日检查一次: the comparison stands between or before 每.
  func compareFrequency(_ amount: inout Amount) {
    guard amount.isFrequency, amount.comparator == nil else { return }
    let start = amount.range.lowerBound
    if let between = comparisons.distant(
      amount.numberEnd - 1, from: start, reach: 30, isShare: false)
    {
      amount.comparator = between.comparator
    } else if let before = comparisons.before(start, from: clauseStart(before: start)),
      before.comparator != .equal
    {
      amount.comparator = before.comparator
      amount.outer = before.edge..<amount.outer.upperBound
    }
  }

  /// Where the clause before an offset begins that another amount ends at; a share may be of
  /// something that is counted itself (超过前三个月平均报酬百分之二十).
  func clauseStart(before offset: Int) -> Int {
    var start = offset
    while start > limits.lowerBound, offset - start < 40 {
      switch scalars[start - 1] {
      case "，", "。", "；", "：", "（", "）", "“", "”": return start
      default: start -= 1
      }
    }
    return start
  }

  /// 大于或等于每秒五十毫帕: the comparison stands before 每.
  func compareRate(_ amount: inout Amount, from limit: Int) {
    guard amount.comparator == nil, amount.outer.lowerBound < amount.range.lowerBound,
      let before = comparisons.before(amount.outer.lowerBound, from: limit)
    else { return }
    amount.comparator = before.comparator
    amount.outer = before.edge..<amount.outer.upperBound
  }

  /// 不足零点零三三公顷（零点五亩）: the same amount in another unit has the same bound.
  func restate(_ previous: Amount, in amount: inout Amount) {
    guard amount.comparator == nil, scalar(amount.range.lowerBound - 1) == "（",
      scalar(amount.range.upperBound) == "）", previous.kind == amount.kind,
      previous.outer.upperBound == amount.range.lowerBound - 1
    else { return }
    amount.comparator = previous.comparator
  }

  /// 比四分之一大: the comparison frames the number.
  func compared(_ amount: Amount) -> Comparator? {
    guard scalar(amount.range.lowerBound - 1) == "比" else { return nil }
    switch scalar(amount.range.upperBound) {
    case "大", "高", "多", "长": return .moreThan
    case "小", "低", "少", "短": return .lessThan
    default: return nil
    }
  }

  func isWithin(_ reading: ComparisonReader.Reading, from start: Int) -> Bool {
    var offset = start
    while offset < reading.edge {
      if scalars[offset] == "内" { return true }
      offset += 1
    }
    return false
  }

  func compareDate(_ amount: inout Amount, from limit: Int) {
    let end = endOfHour(from: amount.range.upperBound)
    if let after = words.dateAfterTrie.longest(in: scalars, from: end, to: limits.upperBound) {
      amount.comparator = amount.isRange ? nil : words.dateAfter[after.word]
      if words.dateAfter[after.word] != nil { amount.outer = amount.outer.lowerBound..<after.end }
    }
    let start = amount.range.lowerBound
    if let before = words.dateBeforeTrie.longest(in: scalars, endingAt: start, from: limit),
      let comparator = words.dateBefore[before.word]
    {
      amount.outer = before.start..<amount.outer.upperBound
      if amount.comparator == nil, !amount.isRange { amount.comparator = comparator }
    }
    if amount.isRange { amount.comparator = .range }
  }

  /// Where the hour ends that follows a day: 9月26日17时前, 4月20日下午17：00前.
  ///
  /// The same place if none does.
  private func endOfHour(from day: Int) -> Int {
    var offset = day
    if scalar(offset) == "上" || scalar(offset) == "下" || scalar(offset) == "中",
      scalar(offset + 1) == "午"
    {
      offset += 2
    }
    let hour = endOfDigits(from: offset)
    guard hour > offset, hour - offset <= 2 else { return day }
    switch scalar(hour) {
    case "时", "点":
      let minutes = endOfDigits(from: hour + 1)
      return minutes > hour + 1 && scalar(minutes) == "分" ? minutes + 1 : hour + 1
    case "：":
      let minutes = endOfDigits(from: hour + 1)
      return minutes == hour + 3 ? minutes : day
    default: return day
    }
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while end < limits.upperBound, "0"..."9" ~= scalar(end) { end += 1 }
    return end
  }
}
