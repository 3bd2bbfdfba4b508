internal import PolicyStructure
internal import PolicyText

/// Reads indicators that running text lists: `指标体系包括组织领导、经费保障等3个一级指标`,
/// `“组织领导”下设机构建设（10分）、制度建设（10分）2个二级指标`.
struct IndicatorListReader {
  private let reading: ReadingText
  private let text: [Unicode.Scalar]
  private let words: TableWords
  private let leads: ListLeads
  /// Whether tables have the document's indicators, so that text only speaks of them (通过预约诊疗、等待时间等指标，考核…).
  private let hasTables: Bool

  init(reading: ReadingText, words: TableWords, leads: ListLeads, hasTables: Bool) {
    self.reading = reading
    self.words = words
    text = reading.scalars
    self.leads = leads
    self.hasTables = hasTables
  }

  /// Adds the indicators that a stretch of running text lists and that are not known yet.
  func read(_ block: TextBlock, into indicators: inout [Indicator]) {
    for end in block.range.dropLast() where text[end] == "指" && text[end + 1] == "标" {
      let start = sentenceStart(before: end, in: block.range)
      guard let list = list(endingAt: end, from: start) else { continue }
      let weights = ListWeights(
        behind: end + 2..<block.range.upperBound, of: list.names.count, in: text)
      add(list, weights: weights, node: block.node, to: &indicators)
    }
  }

  /// A list of names, the level that the words behind it name, and the words before it.
  private struct List {
    let names: [CellReading]
    let level: Int?
    let subject: Range<Int>
  }

  private func sentenceStart(before end: Int, in range: Range<Int>) -> Int {
    var start = end
    while start > range.lowerBound, end - start < 200 {
      switch text[start - 1] {
      case "。", "；", "！", "？": return start
      default: start -= 1
      }
    }
    return start
  }

  /// The list that ends right before 指标: `…、…（等）（3个）（一级）指标`.
  private func list(endingAt end: Int, from start: Int) -> List? {
    var tail = end
    let level = levelBefore(&tail, from: start)
    if level == nil, hasTables { return nil }
    if tail > start, text[tail - 1] == "的" { tail -= 1 }
    if tail - 2 >= start, text[tail - 2] == "方", text[tail - 1] == "面" { tail -= 2 }
    let isCounted = dropCount(&tail, from: start)
    let isOpen = tail > start && text[tail - 1] == "等"
    if isOpen { tail -= 1 }
    guard isCounted || isOpen, let lead = lead(before: tail, from: start) else { return nil }
    let names = items(lead.upperBound..<tail)
    guard names.count >= 2 else { return nil }
    return List(names: names, level: level, subject: start..<lead.lowerBound)
  }

  /// 一级, 二级 before 指标.
  private func levelBefore(_ tail: inout Int, from start: Int) -> Int? {
    guard tail - 2 >= start, text[tail - 1] == "级" else { return nil }
    let level: Int? =
      switch text[tail - 2] {
      case "一": 1
      case "二": 2
      case "三": 3
      case "四": 4
      default: nil
      }
    if level != nil { tail -= 2 }
    return level
  }

  /// 3个, 三大类, 12项.
  private func dropCount(_ tail: inout Int, from start: Int) -> Bool {
    var end = tail
    if end > start, text[end - 1] == "类" { end -= 1 }
    if end > start, text[end - 1] == "大" { end -= 1 }
    if end > start, text[end - 1] == "个" || text[end - 1] == "项" { end -= 1 }
    guard end < tail || end > start else { return false }
    var digits = end
    while digits > start,
      (text[digits - 1].value >= 0x30 && text[digits - 1].value <= 0x39)
        || "一二三四五六七八九十两".unicodeScalars.contains(text[digits - 1])
    {
      digits -= 1
    }
    guard digits < end else { return false }
    tail = digits
    return true
  }

  /// The last word before a list that leads to it.
  private func lead(before tail: Int, from start: Int) -> Range<Int>? {
    var offset = tail - 1
    var depth = 0
    while offset >= start {
      switch text[offset] {
      case "）": depth += 1
      case "（": depth -= 1
      case "，" where depth == 0: return nil
      case "：" where depth == 0: return nil
      default:
        if depth == 0, let lead = leads.lead(at: offset, to: tail, in: text) { return lead }
      }
      offset -= 1
    }
    return nil
  }

  /// The names between 、, 和 before the last of them.
  private func items(_ range: Range<Int>) -> [CellReading] {
    var names: [CellReading] = []
    var start = range.lowerBound
    var depth = 0
    func close(_ end: Int) {
      var name = start..<end
      while let first = name.first, isQuote(text[first]) { name = name.dropFirst() }
      while let last = name.last, isQuote(text[last]) { name = name.dropLast() }
      guard name.count >= 2, name.count <= 24 else { return }
      names.append(CellReading(name, in: text, words: words, bracketsWeigh: true))
    }
    for offset in range {
      switch text[offset] {
      case "（": depth += 1
      case "）": depth -= 1
      case "、" where depth == 0, "和" where depth == 0 && !names.isEmpty:
        close(offset)
        start = offset + 1
      default: break
      }
    }
    close(range.upperBound)
    return names
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "”" || scalar == "\""
  }

  private func add(
    _ list: List, weights: ListWeights, node: Int, to indicators: inout [Indicator]
  ) {
    let names = list.names.map { reading.compactWords(of: $0.name) }
    let known = names.count { name in
      indicators.contains { $0.name == name || $0.name.hasPrefix(name) || name.hasPrefix($0.name) }
    }
    // Where tables have (most of) the names, the text only speaks of them.
    guard known * 2 < names.count else { return }
    let parent = parent(in: list.subject, among: indicators, level: list.level)
    let level = list.level ?? parent.map { indicators[$0].level + 1 } ?? 1
    for (place, (item, name)) in zip(list.names, names).enumerated() {
      let weight = item.weight ?? weights[place]
      indicators.append(
        Indicator(
          code: item.code(in: text), name: name, level: level, parent: parent,
          weight: weight?.value, weightUnit: weight?.unit, node: node,
          range: item.mark.map { $0.range.lowerBound..<item.name.upperBound } ?? item.name,
          cells: [item.name]))
    }
  }

  /// The indicator that the words before a list name: “组织领导”下设….
  private func parent(
    in subject: Range<Int>, among indicators: [Indicator], level: Int?
  ) -> Int? {
    let words = reading.compactWords(of: subject)
    return indicators.indices.filter { index in
      indicators[index].name.unicodeScalars.count >= 2 && words.contains(indicators[index].name)
        && (level.map { indicators[index].level < $0 } ?? true)
    }.max { indicators[$0].name.count < indicators[$1].name.count }
  }
}
