import Foundation
import PolicyText

/// Finds the amounts of one block, with their bounds, ranges and rates.
struct QuantityScanner {
  let scalars: [Unicode.Scalar]
  let words: QuantityWords
  let rule: BoundRule
  let limits: Range<Int>
  private let reader: AmountReader
  private let dates: DateReader
  private let comparisons: ComparisonReader

  init(scalars: [Unicode.Scalar], words: QuantityWords, rule: BoundRule, limits: Range<Int>) {
    self.scalars = scalars
    self.words = words
    self.rule = rule
    self.limits = limits
    reader = AmountReader(scalars: scalars, words: words, limits: limits)
    dates = DateReader(reader: reader)
    comparisons = ComparisonReader(scalars: scalars, words: words, rule: rule, limits: limits)
  }

  private func scalar(_ offset: Int) -> Unicode.Scalar { reader.scalar(offset) }

  /// The amounts in the order of the text.
  func amounts() -> [Amount] {
    var amounts = AmountJoiner(scalars: scalars, comparisons: comparisons, limits: limits)
      .joined(numbers())
    guard !amounts.isEmpty else { return [] }
    let rates = RateReader(reader: reader)
    for index in amounts.indices {
      let limit = index > 0 ? amounts[index - 1].range.upperBound : limits.lowerBound
      rates.readBehind(&amounts[index])
      compare(&amounts[index], from: limit)
      markDenominator(&amounts[index])
    }
    let all = amounts
    var limit = limits.lowerBound
    var periods: Set<Int> = []
    for index in amounts.indices {
      if index > 0, rates.readPeriod(amounts[index - 1], &amounts[index]) {
        periods.insert(index - 1)
      } else {
        rates.readBefore(&amounts[index], from: limit)
        compareRate(&amounts[index], from: limit)
      }
      if index > 0 { restate(amounts[index - 1], in: &amounts[index]) }
      if !amounts[index].isDenominator { limit = amounts[index].range.upperBound }
    }
    for index in amounts.indices.dropFirst() {
      carryOn(amounts[index - 1], to: &amounts[index])
    }
    for index in amounts.indices { compareFrequency(&amounts[index]) }
    let isAlone = isNumbersAlone(amounts)
    return amounts.indices.compactMap { index in
      let amount = amounts[index]
      guard !periods.contains(index), isMeant(amount, isAlone: isAlone) else { return nil }
      // 5万元以上（含5万元）: the number is named once more.
      if index > 0, all[index - 1].outer.upperBound >= amount.range.upperBound { return nil }
      return amount
    }
  }

  // MARK: Numbers

  private func numbers() -> [Amount] {
    var amounts: [Amount] = []
    var offset = limits.lowerBound
    while offset < limits.upperBound {
      let character = scalars[offset]
      if character == "《" {
        offset = afterTitle(at: offset)
        continue
      }
      guard words.mayBegin(character) else {
        offset += 1
        continue
      }
      if let end = identifierEnd(at: offset, after: amounts.last) {
        offset = max(end, offset + 1)
        continue
      }
      if var amount = dates.date(at: offset) ?? reader.amount(at: offset) {
        amount.isIdentifier = amount.isBare && isIdentifier(amount.range)
        amounts.append(amount)
        offset = amount.range.upperBound
      } else {
        offset = endOfNumeral(at: offset)
      }
    }
    return amounts
  }

  private func endOfNumeral(at start: Int) -> Int {
    var offset = start + 1
    guard case .digit = NumeralCharacter(scalars[start]) else { return offset }
    while offset < limits.upperBound, case .digit = NumeralCharacter(scalars[offset]) {
      offset += 1
    }
    return offset
  }

  /// The offset after a title in 《》, nested ones included; what identifies a text is no quantity.
  private func afterTitle(at start: Int) -> Int {
    var depth = 0
    var offset = start
    while offset < limits.upperBound, offset - start < 300 {
      if scalars[offset] == "《" { depth += 1 }
      if scalars[offset] == "》" {
        depth -= 1
        if depth == 0 { return offset + 1 }
      }
      offset += 1
    }
    return start + 1
  }

  // MARK: Comparisons

  private func compare(_ amount: inout Amount, from limit: Int) {
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
  private func carryOn(_ previous: Amount, to amount: inout Amount) {
    guard previous.isComparedBefore, amount.comparator == nil, !amount.isRange,
      previous.kind == amount.kind, amount.outer.lowerBound == amount.range.lowerBound,
      isListed(previous.range.upperBound..<amount.range.lowerBound)
    else { return }
    amount.comparator = previous.comparator
    amount.isComparedBefore = true
  }

  private func isListed(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 2 else { return false }
    return gap.allSatisfy { ["、", "和", "或", "者", "及", "以", "与"].contains(scalars[$0]) }
  }

  /// 每周至少在食堂就餐3次, 至少每十五日检查一次: the comparison stands between or before 每.
  private func compareFrequency(_ amount: inout Amount) {
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
  private func clauseStart(before offset: Int) -> Int {
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
  private func compareRate(_ amount: inout Amount, from limit: Int) {
    guard amount.comparator == nil, amount.outer.lowerBound < amount.range.lowerBound,
      let before = comparisons.before(amount.outer.lowerBound, from: limit)
    else { return }
    amount.comparator = before.comparator
    amount.outer = before.edge..<amount.outer.upperBound
  }

  /// 不足零点零三三公顷（零点五亩）: the same amount in another unit has the same bound.
  private func restate(_ previous: Amount, in amount: inout Amount) {
    guard amount.comparator == nil, scalar(amount.range.lowerBound - 1) == "（",
      scalar(amount.range.upperBound) == "）", previous.kind == amount.kind,
      previous.outer.upperBound == amount.range.lowerBound - 1
    else { return }
    amount.comparator = previous.comparator
  }

  /// 比四分之一大: the comparison frames the number.
  private func compared(_ amount: Amount) -> Comparator? {
    guard scalar(amount.range.lowerBound - 1) == "比" else { return nil }
    switch scalar(amount.range.upperBound) {
    case "大", "高", "多", "长": return .moreThan
    case "小", "低", "少", "短": return .lessThan
    default: return nil
    }
  }

  private func isWithin(_ reading: ComparisonReader.Reading, from start: Int) -> Bool {
    var offset = start
    while offset < reading.edge {
      if scalars[offset] == "内" { return true }
      offset += 1
    }
    return false
  }

  private func compareDate(_ amount: inout Amount, from limit: Int) {
    let end = amount.range.upperBound
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

  // MARK: What is meant

  /// 每五年, 每满一年: the amount says for what another one counts.
  private func markDenominator(_ amount: inout Amount) {
    let start = amount.range.lowerBound
    guard amount.kind != .date, amount.kind != .dateRange, !amount.isFrequency else { return }
    if scalar(start - 1) == "每" { amount.isDenominator = true }
    if scalar(start - 1) == "满" || scalar(start - 1) == "隔", scalar(start - 2) == "每" {
      amount.isDenominator = true
    }
  }

  /// Whether a block holds nothing but numbers and marks.
  private func isNumbersAlone(_ amounts: [Amount]) -> Bool {
    guard amounts.contains(where: \.isBare) else { return false }
    var offset = limits.lowerBound
    for amount in amounts {
      while offset < amount.range.lowerBound {
        if isLetter(scalars[offset]) { return false }
        offset += 1
      }
      offset = max(offset, amount.range.upperBound)
    }
    while offset < limits.upperBound {
      if isLetter(scalars[offset]) { return false }
      offset += 1
    }
    return true
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch scalar {
    case "和", "与", "是", "至": return false
    default:
      return value >= 0x4E00 && value <= 0x9FFF || (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A
    }
  }

  private func isMeant(_ amount: Amount, isAlone: Bool) -> Bool {
    if amount.isDenominator { return false }
    if amount.isBare {
      if amount.isIdentifier { return false }
      if isAlone { return true }
      guard let comparator = amount.comparator else { return false }
      return comparator != .equal && comparator != .about || amount.isArabic
    }
    if amount.kind == .date, isOfOwnText(amount) { return false }
    // 2023届 names a year's pupils.
    if amount.unit == "届", amount.isArabic, (amount.value ?? 0) > 1900 { return false }
    if isIndefinite(amount) || isInName(amount) { return false }
    return true
  }

  /// 自2020年1月1日起施行, 2018年12月5日公布的《…》同时废止: when a text took effect.
  private func isOfOwnText(_ amount: Amount) -> Bool {
    var offset = amount.range.upperBound
    let end = min(limits.upperBound, offset + 60)
    while offset + 1 < end, scalars[offset] != "。" {
      switch (scalars[offset], scalars[offset + 1]) {
      case ("通", "过"), ("修", "正"), ("修", "订"), ("公", "布"), ("批", "准"), ("删", "除"):
        if amount.comparator == nil, amount.iso?.count == 10 { return true }
      case ("施", "行"), ("生", "效"), ("试", "行"): return offset - amount.range.upperBound <= 3
      case ("实", "施"), ("执", "行"), ("废", "止"):
        if offset - amount.range.upperBound <= 4 { return true }
        if scalars[offset] == "废" { return true }
      default: break
      }
      offset += 1
    }
    return false
  }

  /// 一个, 一种, 一项: no count, unless it is bounded or closes its phrase (设主任一名，).
  private func isIndefinite(_ amount: Amount) -> Bool {
    guard !amount.isRange, amount.numberEnd == amount.range.lowerBound + 1,
      scalars[amount.range.lowerBound] == "一"
    else { return false }
    let before = scalar(amount.range.lowerBound - 1)
    let isPointing =
      ["下", "上", "同", "另", "某", "这", "那", "该", "首", "又", "再", "何", "唯", "统", "之", "前", "哪"]
      .contains(before) && scalar(amount.range.lowerBound - 2) != "合"
    switch amount.unitKind {
    case .count, .event, .score:
      if amount.unit == "岁" || amount.unit == "周岁" { return false }
      if amount.isFrequency || !amount.per.isEmpty { return false }
      if isPointing { return true }
      if let comparator = amount.comparator, comparator != .equal, comparator != .about {
        return false
      }
      if before == "各" || before == "限" { return false }
      if words.countingVerbs.longest(
        in: scalars, endingAt: amount.range.lowerBound, from: limits.lowerBound) != nil,
        amount.unit != "个", amount.unit != "种", amount.unit != "项", amount.unit != "批"
      {
        return false
      }
      let next = scalar(amount.range.upperBound)
      return !["，", "。", "；", "、", "）", "\n"].contains(next)
    case .time: return before == "前" || before == "后" ? amount.unit == "年" : isPointing
    default: return false
    }
  }

  /// “四个中心”, “一次办好”: a short name in quotation marks.
  private func isInName(_ amount: Amount) -> Bool {
    switch amount.unitKind {
    case .count, .event, .score, .multiple, nil: break
    default: return false
    }
    guard amount.kind != .date, amount.kind != .dateRange, amount.kind != .fraction else {
      return false
    }
    var start = amount.range.lowerBound - 1
    while amount.range.lowerBound - start < 10, !isQuote(scalar(start)) {
      if !isLetter(scalar(start)) { return false }
      start -= 1
    }
    guard scalar(start) == "“" || scalar(start) == "\"" || scalar(start) == "‘" else {
      return false
    }
    var end = amount.range.upperBound
    while end - amount.range.upperBound < 12, !isQuote(scalar(end)) {
      if scalar(end) == "，" || scalar(end) == "。" || scalar(end) == "\n" { return false }
      end += 1
    }
    return isQuote(scalar(end))
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "\"", "‘", "’": true
    default: false
    }
  }
}
