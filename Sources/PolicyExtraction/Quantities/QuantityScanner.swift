import Foundation
import PolicyText

/// Finds the amounts of one block, with their bounds, ranges and rates.
struct QuantityScanner {
  let scalars: [Unicode.Scalar]
  let words: QuantityWords
  let rule: BoundRule
  let limits: Range<Int>
  let reader: AmountReader
  let dates: DateReader
  let comparisons: ComparisonReader

  init(scalars: [Unicode.Scalar], words: QuantityWords, rule: BoundRule, limits: Range<Int>) {
    self.scalars = scalars
    self.words = words
    self.rule = rule
    self.limits = limits
    reader = AmountReader(scalars: scalars, words: words, limits: limits)
    dates = DateReader(reader: reader)
    comparisons = ComparisonReader(scalars: scalars, words: words, rule: rule, limits: limits)
  }

  func scalar(_ offset: Int) -> Unicode.Scalar { reader.scalar(offset) }

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

  func numbers() -> [Amount] {
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
      if var amount = dates.date(at: offset) ?? dates.listedDay(at: offset, after: amounts.last)
        ?? reader.amount(at: offset)
      {
        amount.isIdentifier = amount.isBare && isIdentifier(amount.range)
        amounts.append(amount)
        offset = amount.range.upperBound
      } else {
        offset = endOfNumeral(at: offset)
      }
    }
    return amounts
  }

  func endOfNumeral(at start: Int) -> Int {
    var offset = start + 1
    guard case .digit = NumeralCharacter(scalars[start]) else { return offset }
    while offset < limits.upperBound, case .digit = NumeralCharacter(scalars[offset]) {
      offset += 1
    }
    return offset
  }

  /// The offset after a title in 《》, nested ones included; what identifies a text is no quantity.
  func afterTitle(at start: Int) -> Int {
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

  // MARK: What is meant

  /// 每五年, 每满一年: the amount says for what another one counts.
  func markDenominator(_ amount: inout Amount) {
    let start = amount.range.lowerBound
    guard amount.kind != .date, amount.kind != .dateRange, !amount.isFrequency else { return }
    if scalar(start - 1) == "每" { amount.isDenominator = true }
    if scalar(start - 1) == "满" || scalar(start - 1) == "隔", scalar(start - 2) == "每" {
      amount.isDenominator = true
    }
  }

  /// Whether a block holds nothing but numbers and marks.
  func isNumbersAlone(_ amounts: [Amount]) -> Bool {
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

  func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch scalar {
    case "和", "与", "是", "至": return false
    default:
      return value >= 0x4E00 && value <= 0x9FFF || (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A
    }
  }

  func isMeant(_ amount: Amount, isAlone: Bool) -> Bool {
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
    if isIndefinite(amount) || isInName(amount) || isReference(amount) { return false }
    return true
  }

  /// 自2020年1月1日起施行, 2018年12月5日公布的《…》同时废止: when a text took effect.
  func isOfOwnText(_ amount: Amount) -> Bool {
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

  /// 前两款, 前三项: units of the text itself that were named before; 目前两项 and 提前两条 count.
  func isReference(_ amount: Amount) -> Bool {
    guard amount.unitKind == .count, scalar(amount.range.lowerBound - 1) == "前" else {
      return false
    }
    switch amount.unit {
    case "款", "项", "条", "目", "章", "节", "编": break
    default: return false
    }
    switch scalar(amount.range.lowerBound - 2) {
    case "目", "提", "此", "日", "以", "之", "年", "月": return false
    default: return true
    }
  }

  /// 一个, 一种, 一项: no count, unless it is bounded or closes its phrase (设主任一名，).
  func isIndefinite(_ amount: Amount) -> Bool {
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
  func isInName(_ amount: Amount) -> Bool {
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

  func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "\"", "‘", "’": true
    default: false
    }
  }
}
