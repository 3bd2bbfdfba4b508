public import PolicyStructure

/// A text made up from a seed, with the numbered units that it has.
public struct RandomPolicy: Sendable {
  /// A numbered unit as a parser should find it.
  public struct Unit: Hashable, Sendable, CustomStringConvertible {
    /// Its level.
    public let level: NodeLevel
    /// Of a heading, its depth; 0 for others.
    public let depth: Int
    /// What its number counts to.
    public let values: [Int]

    /// A unit that should be found.
    public init(level: NodeLevel, depth: Int = 0, values: [Int]) {
      self.level = level
      self.depth = depth
      self.values = values
    }

    /// The unit as tests show it: `article 5`.
    public var description: String {
      let number = values.map(String.init).joined(separator: "-")
      return depth > 0 ? "\(level.rawValue)\(depth) \(number)" : "\(level.rawValue) \(number)"
    }
  }

  /// The paragraphs, title first.
  public private(set) var paragraphs: [String] = []
  /// The numbered units in reading order.
  public private(set) var units: [Unit] = []

  /// The text, a paragraph a line.
  public var text: String { paragraphs.joined(separator: "\n") }

  /// A regulation: chapters, some with sections, articles with paragraphs, items and subitems.
  public static func statute(using random: inout some RandomNumberGenerator) -> RandomPolicy {
    var policy = RandomPolicy()
    let words = RandomWords()
    policy.paragraphs.append("云溪市\(words.topic(&random))条例")
    var article = 0
    for chapter in 1...Int.random(in: 2...5, using: &random) {
      policy.add(.chapter, chapter, "第\(chineseNumber(chapter))章　\(words.topic(&random))")
      let sections = Int.random(in: 0...9, using: &random) < 3 ? 2 : 0
      for section in 0...sections {
        if sections > 0 {
          if section == 0 { continue }
          policy.add(.section, section, "第\(chineseNumber(section))节　\(words.topic(&random))")
        }
        for _ in 0..<Int.random(in: 1...5, using: &random) {
          article += 1
          policy.addArticle(article, words, &random)
        }
      }
    }
    return policy
  }

  /// A plan: headings of the official order, some levels skipped.
  public static func plan(using random: inout some RandomNumberGenerator) -> RandomPolicy {
    var policy = RandomPolicy()
    let words = RandomWords()
    policy.paragraphs.append("云溪市\(words.topic(&random))工作方案")
    policy.paragraphs.append("为了\(words.predicate(&random))，制定本方案。")
    for first in 1...Int.random(in: 2...5, using: &random) {
      policy.addHeading(1, first, "\(chineseNumber(first))、\(words.topic(&random))")
      let seconds = Int.random(in: 0...3, using: &random)
      if seconds == 0 { policy.paragraphs.append(words.sentence(&random)) }
      for second in 0..<seconds {
        policy.addHeading(
          2, second + 1,
          "（\(chineseNumber(second + 1))）\(words.topic(&random))。"
            + words.sentence(&random))
        let thirds = Int.random(in: 0...9, using: &random) < 4 ? 2 : 0
        for third in 0..<thirds {
          policy.addHeading(3, third + 1, "\(third + 1)．\(words.sentence(&random))")
        }
      }
    }
    return policy
  }

  private mutating func add(_ level: NodeLevel, _ value: Int, _ paragraph: String) {
    units.append(Unit(level: level, values: [value]))
    paragraphs.append(paragraph)
  }

  private mutating func addHeading(_ depth: Int, _ value: Int, _ paragraph: String) {
    units.append(Unit(level: .heading, depth: depth, values: [value]))
    paragraphs.append(paragraph)
  }

  private mutating func addArticle(
    _ article: Int, _ words: RandomWords, _ random: inout some RandomNumberGenerator
  ) {
    let mark = "第\(chineseNumber(article))条　"
    guard Int.random(in: 0...2, using: &random) == 0 else {
      add(.article, article, mark + words.sentence(&random))
      for _ in 0..<max(0, Int.random(in: -2...2, using: &random)) {
        paragraphs.append(words.sentence(&random))
      }
      return
    }
    add(.article, article, mark + "\(words.subject(&random))应当遵守下列规定：")
    let items = Int.random(in: 2...4, using: &random)
    for item in 1...items {
      let end = item == items ? "。" : "；"
      let subitems = Int.random(in: 0...5, using: &random) == 0 ? 2 : 0
      add(
        .item, item,
        "（\(chineseNumber(item))）\(words.predicate(&random))\(subitems > 0 ? "：" : end)")
      for subitem in 0..<subitems {
        let last = subitem == subitems - 1
        add(.subitem, subitem + 1, "\(subitem + 1).\(words.predicate(&random))\(last ? end : "；")")
      }
    }
  }
}

/// A text made up from random numbers: a regulation or a plan, a paragraph a line.
public func randomPolicyText(using random: inout some RandomNumberGenerator) -> String {
  Bool.random(using: &random)
    ? RandomPolicy.statute(using: &random).text : RandomPolicy.plan(using: &random).text
}

/// A number below 1000 in Chinese: 103 is 一百零三.
public func chineseNumber(_ value: Int) -> String {
  precondition((1..<1000).contains(value), "the tests count from 1 to 999")
  let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10)
  var words = hundreds > 0 ? digits[hundreds] + "百" : ""
  if tens > 0 {
    words += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十"
  } else if hundreds > 0 && ones > 0 {
    words += "零"
  }
  return ones > 0 ? words + digits[ones] : words
}
