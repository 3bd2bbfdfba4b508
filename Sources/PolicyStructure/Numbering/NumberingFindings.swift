import PolicyText

/// What is wrong with the numbers of a document's units: gaps, repetitions, numbers out of order,
/// another style.
///
/// The tree keeps each number as it stands.
struct NumberingFindings {
  private(set) var findings: [Finding] = []
  private let reading: ReadingText

  /// Runs of numbers that should go up by one: articles through the document, other units under
  /// one parent.
  private struct Run: Hashable {
    let parent: Int
    let style: NumberStyle
  }

  init(_ nodes: [Node], in reading: ReadingText) {
    self.reading = reading
    var last: [Run: (values: [Int], node: Int)] = [:]
    // The last number under each parent, whatever its style.
    var sibling: [Int: UnitNumber] = [:]
    var anywhere: [NumberStyle: Int] = [:]
    var scope = -1
    for (index, node) in nodes.enumerated() {
      if node.level == .attachment {
        scope = index
        anywhere = [:]
      }
      guard let number = node.number, number.style != .attachment else { continue }
      let isArticle = number.style == .article
      let run = Run(parent: isArticle ? scope : node.parent ?? scope, style: number.style)
      // Numbers may run on from list to list, and chapters through the parts.
      let before = last[run]?.values ?? (runsOn(number, anywhere) ? [number.values[0] - 1] : [0])
      let parent = node.parent ?? scope
      if last[run] == nil, !isArticle, let other = sibling[parent], other.style != number.style,
        number.values.count == 1, other.values.count == 1, number.values[0] > 1,
        number.values[0] == other.values[0] + 1
      {
        add(
          .numberingStyle,
          """
          序号“\(reading.compactWords(of: number.range))”与前一个\
          “\(reading.compactWords(of: other.range))”写法不同。请统一。
          """,
          index, number)
      } else {
        check(number, after: before, node: index, isFirst: last[run] == nil)
      }
      sibling[parent] = number
      last[run] = (number.values, index)
      anywhere[number.style] = number.values[0]
    }
  }

  private func runsOn(_ number: UnitNumber, _ anywhere: [NumberStyle: Int]) -> Bool {
    number.values[0] > 1 && anywhere[number.style] == number.values[0] - 1
  }

  private mutating func check(
    _ number: UnitNumber, after before: [Int], node: Int, isFirst: Bool
  ) {
    let values = number.values
    if number.style == .decimal {
      return
    }
    let written = reading.compactWords(of: number.range)
    if values.count == before.count, values[0] == before[0] + 1 { return }
    if values.count == 2 {
      if values[0] == before[0], values[1] == (before.count == 2 ? before[1] : 0) + 1 { return }
    } else if values[0] == before[0] + 1 {
      return
    }
    // A list that starts anew is another list; articles, chapters and 一、 run on.
    if values == [1], before[0] > 1, number.style.startsAnew { return }
    if values == before {
      add(.numberingRepeated, "序号“\(written)”重复。请核对是否应为下一个序号。", node, number)
    } else if values[0] > before[0] + 1 {
      let missing = values[0] - before[0] - 1
      add(
        .numberingGap,
        isFirst
          ? "“\(written)”之前缺少序号：本组序号没有从头开始。"
          : "“\(written)”之前缺少\(missing)个序号。请核对原文是否漏排。",
        node, number)
    } else {
      add(.numberingOrder, "序号“\(written)”小于前一个序号，顺序颠倒。", node, number)
    }
  }

  private mutating func add(
    _ code: FindingCode, _ message: String, _ node: Int, _ number: UnitNumber
  ) {
    findings.append(Finding(code, message, node: node, range: number.range))
  }
}

extension NumberStyle {
  /// Whether several lists of the style may stand under one parent, each from its beginning.
  fileprivate var startsAnew: Bool {
    switch self {
    case .arabic, .bracketedArabic, .circled, .halfBracketed, .letter: true
    default: false
    }
  }
}
