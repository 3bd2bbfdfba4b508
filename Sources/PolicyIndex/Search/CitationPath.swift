internal import PolicyText

/// 条款号 as a user or a text writes it: 第五条第二款第（三）项, 1259条, 第十七条之一.
struct CitationPath: Sendable, Equatable {
  /// A unit with its number: 条 5, 条 17-1.
  struct Step: Sendable, Equatable {
    let unit: Unicode.Scalar
    let values: [Int]

    /// What the ids of nodes call it: `art_17-1`.
    var name: String {
      let prefix =
        switch unit {
        case "编": "part"
        case "章": "chp"
        case "节": "sec"
        case "条": "art"
        case "款": "para"
        case "项": "item"
        default: "subitem"
        }
      return prefix + "_" + values.map(String.init).joined(separator: "-")
    }
  }

  /// From the outermost unit to the innermost.
  let steps: [Step]

  static let units: Set<Unicode.Scalar> = ["编", "章", "节", "条", "款", "项", "目"]

  /// The path that ends some words, the words before it, and how many characters it takes up, spaces
  /// aside: 教育法 and 第五条第二款.
  static func trailing(
    _ words: String
  ) -> (before: String, path: CitationPath, length: Int)? {
    let scalars = words.unicodeScalars.map { folded($0) }.filter { !isSpace($0) }
    var start = scalars.count
    var steps: [Step] = []
    while let found = lastStep(in: scalars[..<start]) {
      steps.insert(found.step, at: 0)
      start = found.start
    }
    guard !steps.isEmpty else { return nil }
    let before = String(String.UnicodeScalarView(scalars[..<start]))
    return (before, CitationPath(steps: steps), scalars.count - start)
  }

  /// The path that some words are as a whole.
  init?(_ words: String) {
    guard let found = Self.trailing(words), found.before.isEmpty else { return nil }
    self = found.path
  }

  private init(steps: [Step]) {
    self.steps = steps
  }

  private static func lastStep(in words: ArraySlice<Unicode.Scalar>) -> (step: Step, start: Int)? {
    var end = words.endIndex
    var inserted: Int?
    // 第十七条之一: the number after 之 comes last.
    if let mark = words.lastIndex(of: "之"), mark > words.startIndex, words[mark - 1] == "条",
      let value = value(of: words[(mark + 1)...])
    {
      inserted = value
      end = mark
    }
    guard end > words.startIndex, units.contains(words[end - 1]) else { return nil }
    let unit = words[end - 1]
    var first = end - 1
    while first > words.startIndex, isNumeral(words[first - 1]) { first -= 1 }
    guard let value = value(of: words[first..<end - 1].filter { $0 != "（" && $0 != "）" }[...])
    else { return nil }
    if first > words.startIndex, words[first - 1] == "第" { first -= 1 }
    // 一条 or 两项 without 第 are counts; 1259条 is how people type a number.
    if words[first] != "第", !(0x30...0x39).contains(words[first].value) { return nil }
    return (Step(unit: unit, values: [value] + (inserted.map { [$0] } ?? [])), first)
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "〇零一二三四五六七八九十百千两0123456789（）".unicodeScalars.contains(scalar)
  }

  private static func value(of words: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !words.isEmpty else { return nil }
    let scalars = Array(words)
    guard let number = ChineseNumeral.integer(in: scalars, from: 0), number.end == scalars.count
    else { return nil }
    return number.value
  }

  /// The ids that the unit may have, the exact one first: an article of one paragraph is its first
  /// paragraph, and its items stand right under it.
  var names: [String] {
    var names = [steps.map(\.name).joined(separator: "__")]
    let article = steps.firstIndex { $0.unit == "条" }
    if let article, article > 0 { names = [steps[article...].map(\.name).joined(separator: "__")] }
    let kept = article.map { Array(steps[$0...]) } ?? steps
    let withoutFirst = kept.filter { $0.unit != "款" || $0.values != [1] }
    if withoutFirst.count < kept.count {
      names.append(withoutFirst.map(\.name).joined(separator: "__"))
    }
    if let index = kept.firstIndex(where: { $0.unit == "项" }), index == 1 {
      names.append(([kept[0].name, "para_1"] + kept[1...].map(\.name)).joined(separator: "__"))
    }
    return names
  }

  /// The path up to its article.
  var article: CitationPath? {
    steps.firstIndex { $0.unit == "条" }.map { CitationPath(steps: Array(steps[...$0])) }
  }

  /// The id of the article in the path.
  var articleName: String? { steps.first { $0.unit == "条" }?.name }
}
