import Foundation
import PolicyText

/// Reads for what an amount counts: 每人每月200元, 344.5元/人/天, 每年至少组织一次, 1期/年.
struct RateReader {
  let reader: AmountReader
  private var scalars: [Unicode.Scalar] { reader.scalars }
  private var words: QuantityWords { reader.words }

  init(reader: AmountReader) { self.reader = reader }

  private func scalar(_ offset: Int) -> Unicode.Scalar { reader.scalar(offset) }

  // MARK: Behind the amount

  /// Takes 元/人/天 and 元每人每天 into the amount.
  func readBehind(_ amount: inout Amount) {
    guard amount.unitKind != nil, !amount.isRange || amount.kind != .dateRange else { return }
    var end = amount.range.upperBound
    var per: [String] = []
    var isBracketed = false
    // 4次指导/学科/年: what is counted may stand before the stroke.
    var offset = end
    while offset - end < 5, isHan(scalar(offset)) { offset += 1 }
    if scalar(offset) == "/", offset - end < 5, scalar(end) != "每" { end = offset }
    while true {
      var start = end
      let isStroke = scalar(start) == "/" || (!per.isEmpty && scalar(start) == "·")
      if isStroke { start += 1 }
      if scalar(start) == "（", isStroke {
        start += 1
        isBracketed = true
      }
      let isEach = scalar(start) == "每"
      guard isStroke || isEach else { break }
      if isEach { start += 1 }
      guard let unit = denominator(at: start) else { break }
      // 200元每人 stands at the end of its phrase, 10元每增加一件 does not.
      if isEach, !isStroke, unit.end < reader.limits.upperBound, isHan(scalar(unit.end)),
        scalar(unit.end) != "每", scalar(unit.end) != "的"
      {
        break
      }
      per.append(unit.name)
      end = unit.end
      if scalar(end) == "）", isBracketed {
        end += 1
        isBracketed = false
      }
    }
    guard !per.isEmpty else { return }
    amount.range = amount.range.lowerBound..<end
    amount.outer = min(amount.outer.lowerBound, amount.range.lowerBound)..<end
    apply(per, to: &amount)
  }

  // MARK: Before the amount

  /// Takes 每人每月 and 每年组织 before an amount into it.
  ///
  /// The amount before ends at `limit`.
  func readBefore(_ amount: inout Amount, from limit: Int) {
    guard amount.per.isEmpty, !amount.isFrequency, amount.kind != .date,
      amount.kind != .dateRange, amount.unitKind != .percent,
      amount.unitKind != .point, amount.unitKind != nil
    else { return }
    let end = amount.outer.lowerBound
    let isEvent = amount.unitKind == .event
    if amount.kind == .money,
      let average = words.averages.longest(in: scalars, endingAt: end, from: limit)
    {
      apply([words.averageUnits[average.word]], to: &amount)
      return
    }
    guard let last = each(before: end, from: limit, reach: isEvent ? 26 : 14, isEvent: isEvent)
    else { return }
    var start = last
    var per: [String] = []
    // 每学科每年: one 每 after the other.
    var earlier = last
    while let before = each(before: earlier, from: limit, reach: 8, isEvent: false),
      let chain = chain(at: before), chain.end == earlier
    {
      per.insert(contentsOf: chain.names, at: 0)
      start = before
      earlier = before
    }
    guard let chain = chain(at: last, before: end), chain.end <= end else { return }
    per.append(contentsOf: chain.names)
    // 每缺一项 is no rate.
    if chain.end == end, scalar(amount.range.lowerBound) == "一", denominator(at: last + 1) == nil {
      return
    }
    let gap = chain.end..<end
    let isTime = isTimeUnit(per[per.count - 1])
    if isEvent, isTime, amount.kind == .quantity {
      amount.range = start..<amount.range.upperBound
      amount.outer = min(start, amount.outer.lowerBound)..<amount.outer.upperBound
      apply(per, to: &amount)
      return
    }
    guard isDirect(gap, amount, isTime: isTime) else { return }
    amount.outer = start..<amount.outer.upperBound
    apply(per, to: &amount)
  }

  /// 一年两次: a time right before a count of events.
  func readPeriod(_ period: Amount, _ amount: inout Amount) -> Bool {
    guard period.kind == .duration, amount.unitKind == .event, amount.per.isEmpty,
      !period.isRange, let value = period.value, let unit = period.unit, period.comparator == nil,
      period.outer.upperBound == amount.outer.lowerBound, !amount.isFrequency
    else { return false }
    amount.range = period.range.lowerBound..<amount.range.upperBound
    amount.outer = period.range.lowerBound..<amount.outer.upperBound
    let isHalf = scalar(period.range.lowerBound) == "半"
    let name = isHalf ? "半" + Self.plain(unit) : "\(value)\(unit)"
    apply([value == 1 ? Self.plain(unit) : name], to: &amount)
    return true
  }

  private static func plain(_ unit: String) -> String { unit == "个月" ? "月" : unit }

  private func isDirect(_ gap: Range<Int>, _ amount: Amount, isTime: Bool) -> Bool {
    if gap.isEmpty { return true }
    for offset in gap where isMark(scalar(offset)) { return false }
    if isFilling(gap) { return true }
    if amount.unitKind == .multiple { return false }
    // 每辆次处二千元罚款.
    return amount.kind == .money && gap.count <= (isTime ? 10 : 6)
  }

  /// Whether words only lead over to the amount: 为, 不, 累计, 按.
  private func isFilling(_ gap: Range<Int>) -> Bool {
    gap.count <= 3
      && gap.allSatisfy { Self.fillers.contains(scalars[$0]) }
  }

  private static let fillers: Set<Unicode.Scalar> = [
    "不", "为", "按", "可", "应", "各", "约", "计", "均", "累", "满", "再", "须", "需", "共", "达", "给", "予", "发",
    "补", "助", "贴",
  ]

  /// The last 每 before an offset, with no mark between.
  private func each(before end: Int, from limit: Int, reach: Int, isEvent: Bool) -> Int? {
    var offset = end
    while offset > limit, end - offset < reach {
      offset -= 1
      let scalar = scalar(offset)
      if scalar == "每" { return offset }
      if isMark(scalar), !(isEvent && scalar == "、") { return nil }
    }
    return nil
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "、", "（", "）", "\n", "“", "”", "！", "？": true
    default: false
    }
  }

  /// 每 and what it names: 年, 五年, 半年, 学科; 每人每月 gives both.
  private func chain(at start: Int, before limit: Int? = nil) -> (names: [String], end: Int)? {
    guard scalar(start) == "每" else { return nil }
    var offset = start + 1
    switch scalar(offset) {
    case "满", "隔", "个", "一": if denominator(at: offset + 1) != nil { offset += 1 }
    default: break
    }
    if let unit = denominator(at: offset) { return ([unit.name], unit.end) }
    // 每股1.95港元, 每村一名: any short noun right before the amount.
    guard let limit, limit - offset > 0, limit - offset <= 3 else { return nil }
    let range = offset..<limit
    guard range.allSatisfy({ isHan(scalars[$0]) }) else { return nil }
    return ([text(range)], limit)
  }

  /// What a rate is for: a noun or unit, with a number before it or without.
  func denominator(at start: Int) -> (name: String, end: Int)? {
    var offset = start
    if scalar(offset) != "半", let number = reader.number(at: start) { offset = number.end }
    let noun = words.denominatorTrie.longest(
      in: scalars, from: offset, to: reader.limits.upperBound)
    let unit = reader.unit(at: offset)
    let end = max(noun?.end ?? 0, unit?.end ?? 0)
    guard end > offset else { return nil }
    if offset > start {
      guard let number = reader.number(at: start) else { return nil }
      let name =
        unit.map { $0.end == end ? $0.unit.name : text(offset..<end) } ?? text(offset..<end)
      return (number.value == 1 ? name : "\(number.value)\(name == "个月" ? "个月" : name)", end)
    }
    return (text(start..<end), end)
  }

  private func isTimeUnit(_ name: String) -> Bool {
    guard let last = name.unicodeScalars.last else { return false }
    switch last {
    case "年", "月", "旬", "周", "日", "天", "度", "季", "期": return name != "期"
    case "时": return name.unicodeScalars.first != "学" && name.unicodeScalars.first != "课"
    default: return name.hasSuffix("星期")
    }
  }

  /// What the amount becomes when it is known for what it counts.
  private func apply(_ per: [String], to amount: inout Amount) {
    amount.per = per
    switch amount.kind {
    case .money: amount.kind = .rate
    case .quantity:
      if amount.unitKind == .event, isTimeUnit(per[per.count - 1]) || per.count > 1 {
        amount.kind = .frequency
        amount.unit = ([amount.unit ?? ""] + per).joined(separator: "/")
        amount.per = []
        amount.isFrequency = true
      } else {
        amount.kind = .rate
      }
    case .number, .percent, .fraction, .rate, .duration, .date, .dateRange, .frequency, .score:
      break
    }
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x4E00 && scalar.value <= 0x9FFF
  }
}
