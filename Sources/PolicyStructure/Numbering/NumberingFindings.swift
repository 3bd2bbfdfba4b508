import PolicyText

/// What is wrong with the numbers of a document's units: gaps, repetitions, numbers out of order,
/// another style.
///
/// The tree keeps each number as it stands.
struct NumberingFindings {
  private(set) var findings: [Finding] = []
  private let reading: ReadingText

  /// The key of a run of numbers that should go up by one.
  ///
  /// Articles run through the document, other units under one parent (-1 at the top).
  private static func run(under parent: Int, _ style: NumberStyle) -> Int {
    (parent + 1) << 8 | Int(style.rawValue)
  }

  init(_ nodes: [Node], in reading: ReadingText) {
    self.reading = reading
    var last: [Int: NumberParts] = [:]
    // Where the last number of a run ends.
    var ends: [Int: Int] = [:]
    // The last number under each parent, whatever its style.
    var sibling: [Int: UnitNumber] = [:]
    var anywhere = [Int?](repeating: nil, count: NumberStyle.allCases.count)
    var scope = -1
    for (index, node) in nodes.enumerated() {
      if node.level == .attachment {
        scope = index
        anywhere = anywhere.map { _ in nil }
      }
      guard let number = node.number, number.style != .attachment else { continue }
      if followsDivider(number.range.lowerBound) {
        last.removeAll()
        sibling.removeAll()
      }
      let isArticle = number.style == .article
      let run = Self.run(under: isArticle ? scope : node.parent ?? scope, number.style)
      let style = Int(number.style.rawValue)
      let value = number.parts[0]
      let before = last.updateValue(number.parts, forKey: run)
      let end = ends.updateValue(number.range.upperBound, forKey: run)
      // Numbers may run on from list to list, and chapters through the parts.
      let runsOn = value > 1 && anywhere[style] == value - 1
      let elder =
        sibling.updateValue(number, forKey: node.parent ?? scope)
        // 2. behind （一） is taken for its child, as long as no 1. is there; but （三） under 二、 may go on
        // with the （二） under 一、.
        ?? (runsOn ? nil : node.parent.flatMap { nodes[$0].number })
      if before == nil, !isArticle, let elder, number.follows(inAnotherStyle: elder) {
        add(
          .numberingStyle,
          """
          序号“\(reading.compactWords(of: number.range))”与前一个\
          “\(reading.compactWords(of: elder.range))”写法不同。请统一。
          """,
          index, number)
      } else if let end, let before, value <= before[0], beganAnew(number, since: end) {
        // The list began anew where its first number ran into the text.
      } else {
        check(
          number, after: before ?? (runsOn ? [value - 1] : [0]), node: index,
          isFirst: before == nil)
      }
      anywhere[style] = value
    }
  }

  private mutating func check(
    _ number: UnitNumber, after before: NumberParts, node: Int, isFirst: Bool
  ) {
    let values = number.parts
    if number.style == .decimal { return }
    if values.count == before.count, values[0] == before[0] + 1 { return }
    if values.count == 2 {
      if values[0] == before[0], values[1] == (before.count == 2 ? before[1] : 0) + 1 { return }
    } else if values[0] == before[0] + 1 {
      return
    }
    // A list that starts anew is another list; articles, chapters and 一、 run on.
    if values == [1], before[0] > 1,
      number.style.startsAnew || number.style != .article && opensList(number.range.lowerBound)
    {
      return
    }
    let written = reading.compactWords(of: number.range)
    if values == before {
      add(.numberingRepeated, "序号“\(written)”重复。请核对是否应为下一个序号。", node, number)
    } else if values[0] > before[0] + 1 {
      let missing = missing(before[0] + 1...values[0] - 1, as: number)
      add(
        .numberingGap,
        isFirst
          ? "“\(written)”之前缺少“\(missing)”：本组序号没有从头开始。请核对原文是否漏排。"
          : "“\(written)”之前缺少“\(missing)”。请核对原文是否漏排。",
        node, number)
    } else {
      add(.numberingOrder, "序号“\(written)”小于前一个序号，顺序颠倒。", node, number)
    }
  }

  /// The numbers that are missing, written as the one behind them is: （三）, or 第三章至第五章.
  private func missing(_ values: ClosedRange<Int>, as number: UnitNumber) -> String {
    func isNumeral(_ offset: Int) -> Bool {
      NumeralCharacter(reading.scalars[offset]) != .none
    }
    guard number.parts.count == 1, let first = number.range.first(where: isNumeral),
      let last = number.range.last(where: isNumeral)
    else { return "第\(values.lowerBound)个序号" }
    let before = String(reading.scalars, in: number.range.lowerBound..<first)
    let behind = String(reading.scalars, in: last + 1..<number.range.upperBound)
    let isArabic = ("0"..."9").contains(reading.scalars[first])
    func written(_ value: Int) -> String {
      before + (isArabic ? "\(value)" : ChineseNumeral.words(for: value)) + behind
    }
    let ends = written(values.lowerBound)
    return switch values.count {
    case 1: ends
    case 2: ends + "”“" + written(values.upperBound)
    default: ends + "”至“" + written(values.upperBound)
    }
  }

  /// How far behind the last number of a run its beginning is sought, in scalars.
  private static let runLimit = 4000

  /// Whether the number before this one stands in running words since an offset: （一） before （二）.
  private func beganAnew(_ number: UnitNumber, since start: Int) -> Bool {
    guard let value = number.parts.first, value > 1, number.parts.count == 1,
      number.style == .bracketedChinese
    else { return false }
    let mark = Array("（\(ChineseNumeral.words(for: value - 1))）".unicodeScalars)
    let limit = number.range.lowerBound - mark.count
    var offset = max(start, limit - Self.runLimit)
    while offset < limit {
      if reading.scalars[offset] == mark[0],
        reading.scalars[offset..<offset + mark.count].elementsEqual(mark)
      {
        return true
      }
      offset += 1
    }
    return false
  }

  /// Whether the words before a number lead to a list of their own: …通知如下：.
  private func opensList(_ start: Int) -> Bool {
    start > 0 && reading.scalars[start - 1] == "："
  }

  /// How far before a number its divider may begin, in scalars.
  private static let dividerLimit = 24

  /// Whether 第二部分 with a short title stands right before a number: a division that is no unit of the tree, in which
  /// numbers begin anew.
  private func followsDivider(_ start: Int) -> Bool {
    let text = reading.scalars
    var offset = start
    while offset > max(1, start - Self.dividerLimit) {
      offset -= 1
      switch text[offset] {
      case "。", "，", "；", "：": return false
      case "部" where text[offset + 1] == "分":
        var first = offset
        while first > 0, NumeralCharacter(text[first - 1]) != .none { first -= 1 }
        return first < offset && first > 0 && text[first - 1] == "第"
      default: continue
      }
    }
    return false
  }

  private mutating func add(
    _ code: FindingCode, _ message: String, _ node: Int, _ number: UnitNumber
  ) {
    findings.append(Finding(code, message, node: node, range: number.range))
  }
}

extension UnitNumber {
  /// Whether this is the number after another one, but for its style.
  fileprivate func follows(inAnotherStyle elder: UnitNumber) -> Bool {
    elder.style != style && elder.style != .attachment && parts.count == 1 && elder.parts.count == 1
      && parts[0] > 1
      && parts[0] == elder.parts[0] + 1
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
