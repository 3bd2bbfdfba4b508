import PolicyText

/// A number that was taken for a unit's.
struct Unit {
  /// The number as it was read.
  var mark: NumberMark
  /// The level that it gives.
  var level: NodeLevel
  /// The depth of a heading.
  var depth: Int
  /// How far inside it stands: a unit closes all open units of its own rank and of higher ones.
  var rank: Int
}

/// Chooses, among all places where a number may stand, those where a unit begins.
///
/// What is known about what must come next decides: the number that is expected, the kind of number
/// of the open list, the colon that introduces a list. A number at the start of a line that no word
/// shows to be a reference is a unit also where it breaks the order (the break is a finding); a
/// number inside a line only where it is the one that is expected.
struct UnitSelection {
  /// Ranks of the levels above lists; lists have theirs from their style.
  enum Rank {
    static let attachment = 0
    static let part = 1
    static let subpart = 2
    static let chapter = 3
    static let section = 4
    static let article = 5
    static let list = 10
  }

  /// No title on a line of its own has more scalars.
  static let longestTitle = 20

  private(set) var units: [Unit] = []

  let layout: Layout
  let joiner: LineJoiner
  let text: [Unicode.Scalar]
  let hasArticles: Bool
  let decimals: Bool
  /// The last number of each ordinal style, and of each list style wherever it stood.
  var last: [Int] = Array(repeating: 0, count: NumberStyle.allCases.count)
  /// The same before the division that is open began, for numbers that run on across chapters.
  private(set) var lastBefore: [Int] = Array(repeating: 0, count: NumberStyle.allCases.count)
  var lastBranch = 0
  var open: [Unit] = []

  /// Chooses among the marks of one document.
  ///
  /// `skipped`: Stretches whose numbers are no units: the table of contents, the list of
  /// annexes, the title block.
  init(
    _ marks: ArraySlice<NumberMark>, layout: Layout, joiner: LineJoiner,
    skipping skipped: [Range<Int>],
    attachments: [Int: Int], isStatute: Bool
  ) {
    self.layout = layout
    self.joiner = joiner
    text = layout.reading.scalars
    hasArticles =
      isStatute
      || marks.contains {
        $0.style == .article && !$0.isReference && $0.value == 1 && $0.place == .lineStart
      }
    decimals =
      marks.lazy.filter {
        $0.style == .decimal && !$0.rest.isEmpty && $0.place == .lineStart && !$0.isReference
      }.prefix(3).count >= 3
    var skip = skipped.makeIterator()
    var current = skip.next()
    for mark in marks {
      while let range = current, range.upperBound <= mark.range.lowerBound { current = skip.next() }
      if let range = current, range.contains(mark.range.lowerBound) { continue }
      switch mark.style {
      case .attachment:
        if let value = attachments[mark.range.lowerBound] { accept(mark, value: value) }
      case .part, .subpart, .chapter, .section: consider(division: mark)
      case .article: consider(article: mark)
      default: consider(list: mark)
      }
    }
  }

  private mutating func accept(_ mark: NumberMark, value: Int) {
    var mark = mark
    mark.value = value
    open = []
    last = Array(repeating: 0, count: last.count)
    lastBranch = 0
    push(Unit(mark: mark, level: .attachment, depth: 0, rank: Rank.attachment))
  }

  /// Whether the line before a mark at the start of a line stops in mid-sentence.
  func cutsSentence(_ mark: NumberMark) -> Bool {
    mark.line > 0 && (joiner.isWrapped || layout.lines[mark.line].afterPage)
      && joiner.joins(mark.line, beginsUnit: false)
  }

  /// Gives a unit that was chosen the level of another style.
  mutating func retype(_ unit: Unit, as style: NumberStyle, rank: Int) {
    guard let index = units.lastIndex(where: { $0.mark.range == unit.mark.range }) else { return }
    units[index].rank = rank
    units[index].level = hasArticles && inArticle ? .item : .heading
    units[index].depth = hasArticles && inArticle ? 0 : 2
  }

  mutating func push(_ unit: Unit) {
    while let top = open.last, top.rank >= unit.rank { open.removeLast() }
    open.append(unit)
    units.append(unit)
    if unit.rank <= Rank.article {
      for style in [
        NumberStyle.chinese, .bracketedChinese, .arabic, .bracketedArabic, .circled, .halfBracketed,
        .letter,
      ] {
        let style = Int(style.rawValue)
        if last[style] > 0 { lastBefore[style] = last[style] }
        last[style] = 0
      }
    }
  }
}
