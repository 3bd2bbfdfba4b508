import PolicyText

/// Builds the tree of a document from its pieces.
struct TreeBuilder {
  /// A node while it is being built.
  struct Draft {
    var level: NodeLevel
    var depth = 0
    var number: UnitNumber?
    var heading: Range<Int>?
    var start: Int
    var text: Range<Int>
    var tail: Range<Int>?
    var table: TableGrid?
    /// Where its words end at the least; a table's do not end with its own text.
    var end = 0
    var rank: Int
    var children: [Int] = []
    /// Whether it is the first paragraph of an article, which is the article's own text where there
    /// is no second.
    var isOpening = false
  }

  /// Rank of a paragraph of an article: inside the article, around its lists.
  private static let paragraphRank = UnitSelection.Rank.article + 1

  var drafts: [Draft] = []
  private(set) var roots: [Int] = []
  /// What was put right in tables.
  private(set) var tableRepairs: [TableRepair] = []
  private var open: [Int] = []
  private let reading: ReadingText
  private let text: [Unicode.Scalar]
  private let titles: HeadingTitle
  private let facts: LineFacts
  private let pieces: [Piece]
  private let gapTitles: Bool
  /// The units of lists in which first sentences are rules and no topics.
  private let plainLists: Set<Int>
  /// The items of articles that begin with a title.
  private let titledItems: Set<Int>
  /// Whether the document has units besides annexes.
  private let hasUnits: Bool
  /// For each piece, the first unit behind it.
  private var nextUnits: [Unit?]
  /// Whether a unit or a signature stands at the top.
  private var rootsHaveUnits = false

  init(_ pieces: [Piece], reading: ReadingText, facts: LineFacts) {
    self.pieces = pieces
    self.reading = reading
    self.facts = facts
    text = reading.scalars
    titles = HeadingTitle(reading, rules: facts.rules)
    let habits = TitleHabits(pieces, titles: titles)
    gapTitles = habits.gapTitles
    plainLists = habits.plainLists
    titledItems = habits.titledItems
    hasUnits = pieces.contains {
      if case .unit(let unit) = $0.kind { return unit.level != .attachment }
      return false
    }
    // From the end on, so that no paragraph has to look for the unit behind it.
    var next: Unit?
    nextUnits = Array(repeating: nil, count: pieces.count)
    for index in pieces.indices.reversed() {
      nextUnits[index] = next
      if case .unit(let unit) = pieces[index].kind { next = unit }
    }
    for index in pieces.indices { add(index) }
    for index in roots { settle(index) }
  }

  // MARK: Pieces

  private mutating func add(_ index: Int) {
    let piece = pieces[index]
    switch piece.kind {
    case .preface: addTop(.preface, piece)
    case .toc: addTop(.toc, piece)
    case .signature: addTop(.signature, piece)
    case .colophon: addTop(.colophon, piece)
    case .note, .annexList: addTop(.note, piece)
    case .table: addTable(piece)
    case .unit(let unit): addUnit(unit, index)
    case .paragraph: addParagraph(index)
    }
  }

  private mutating func addTop(_ level: NodeLevel, _ piece: Piece) {
    // A signature under an annex belongs to the annex.
    closeAll(keepingAttachment: level == .signature || level == .note)
    attach(
      Draft(level: level, start: piece.range.lowerBound, text: piece.range, rank: 99))
  }

  private mutating func closeAll(keepingAttachment: Bool) {
    if keepingAttachment, let first = open.first, drafts[first].level == .attachment {
      open = [first]
    } else {
      open = []
    }
  }

  @discardableResult
  private mutating func attach(_ draft: Draft) -> Int {
    drafts.append(draft)
    let index = drafts.count - 1
    if let parent = open.last {
      drafts[parent].children.append(index)
    } else {
      roots.append(index)
      if draft.number != nil || draft.level == .signature { rootsHaveUnits = true }
    }
    return index
  }

  private mutating func addTable(_ piece: Piece) {
    var assembler = TableAssembler(text: text, words: facts.tables)
    let table =
      piece.given.map { assembler.grid(of: $0) }
      ?? assembler.grid(of: piece.rows, repairs: piece.repairs)
    tableRepairs += assembler.repairs
    var draft = Draft(
      level: .table, start: piece.range.lowerBound,
      text: piece.range.lowerBound..<piece.range.lowerBound, table: table,
      end: piece.range.upperBound, rank: 99)
    // A caption (表2-1 …) stands right before its table.
    let caption = open.last.map { drafts[$0].children.last } ?? roots.last
    if let caption, drafts[caption].level == .paragraph, drafts[caption].children.isEmpty,
      drafts[caption].text.upperBound == piece.range.lowerBound, isCaption(drafts[caption].text)
    {
      draft.heading = drafts[caption].text
      draft.start = drafts[caption].start
      drafts[caption] = draft
      return
    }
    attach(draft)
  }

  private func isCaption(_ range: Range<Int>) -> Bool {
    guard range.count <= 60, range.count >= 3, text[range.lowerBound] == "表" else { return false }
    let next = text[range.lowerBound + 1]
    return (next.value >= 0x30 && next.value <= 0x39) || Numerals.chinese(next) != nil
      || next == "："
  }

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39 || Numerals.chinese(scalar) != nil
  }

  private mutating func addUnit(_ unit: Unit, _ index: Int) {
    while let last = open.last, drafts[last].rank >= unit.rank { open.removeLast() }
    let piece = pieces[index]
    let words = piece.words(behind: unit.mark)
    var draft = Draft(
      level: unit.level, depth: unit.depth,
      number: UnitNumber(range: unit.mark.range, parts: unit.mark.parts, style: unit.mark.style),
      start: piece.range.lowerBound, text: words, rank: unit.rank)
    switch unit.level {
    case .part, .subpart, .chapter, .section:
      draft.heading = words.isEmpty ? nil : words
      draft.text = words.upperBound..<words.upperBound
      open.append(attach(draft))
    case .attachment:
      // 附件 alone has no number, though it is the first.
      if !unit.mark.range.isEmpty, !unit.mark.range.contains(where: { isNumeral(text[$0]) }) {
        draft.number = UnitNumber(range: unit.mark.range, values: [], style: .attachment)
      }
      draft.heading = annexTitle(words)
      draft.text = words.upperBound..<words.upperBound
      open.append(attach(draft))
    case .article:
      addArticle(&draft, words: words, index: index)
    case .heading:
      let (title, rest) = titles.split(
        words, leads: leads(index), topics: !plainLists.contains(index))
      draft.heading = title
      draft.text = rest
      open.append(attach(draft))
    default:
      if titledItems.contains(index) {
        let (title, rest) = titles.split(words, leads: false)
        draft.heading = title
        draft.text = rest
      }
      open.append(attach(draft))
    }
  }

  /// The words behind 附件1, without a colon.
  private func annexTitle(_ words: Range<Int>) -> Range<Int>? {
    guard let first = words.first else { return nil }
    let title = text[first] == "：" ? first + 1..<words.upperBound : words
    return title.isEmpty ? nil : title
  }

  private mutating func addArticle(_ draft: inout Draft, words: Range<Int>, index: Int) {
    var words = words
    if let (title, rest) = titles.bracketed(words) {
      draft.heading = title
      words = rest
    } else if gapTitles, let (title, rest) = titles.splitAtGap(words), let title {
      draft.heading = title
      words = rest
    } else if !words.isEmpty, words.count <= 24, !LineFacts.endsSentence(words, in: text),
      !words.contains(where: { text[$0] == "，" }), index + 1 < pieces.count,
      case .paragraph = pieces[index + 1].kind
    {
      draft.heading = words
      words = words.upperBound..<words.upperBound
    }
    draft.text = words.upperBound..<words.upperBound
    open.append(attach(draft))
    open.append(
      attach(
        Draft(
          level: .paragraph, start: words.lowerBound, text: words, rank: Self.paragraphRank,
          isOpening: true)))
  }

  /// Whether a unit has something of its own under it: what follows is deeper, or a paragraph.
  private func leads(_ index: Int) -> Bool {
    guard case .unit(let unit) = pieces[index].kind, index + 1 < pieces.count else { return false }
    switch pieces[index + 1].kind {
    case .unit(let next): return next.rank > unit.rank
    case .paragraph, .table: return true
    default: return false
    }
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ index: Int) {
    let piece = pieces[index]
    guard let last = open.last else {
      addUnnumbered(piece)
      return
    }
    // The title of a division or annex may stand on a line of its own.
    if takesTitle(last), piece.range.count <= 50, !LineFacts.endsSentence(piece.range, in: text) {
      drafts[last].heading =
        drafts[last].heading.map { $0.lowerBound..<piece.range.upperBound } ?? piece.range
      drafts[last].text = piece.range.upperBound..<piece.range.upperBound
      return
    }
    let nextUnit = nextUnits[index]
    // Words between two items of a list belong to the item before them.
    if let unit = nextUnit, let number = drafts[last].number,
      isListed(drafts[last].level) || drafts[last].level == .heading,
      let item = open.last(where: {
        drafts[$0].number?.style == unit.mark.style && drafts[$0].rank == unit.rank
          && (drafts[$0].number?.parts.first ?? 0) + 1 == unit.mark.value
      }), isListed(drafts[item].level), number.style == unit.mark.style || item != last
    {
      while let top = open.last, top != item { open.removeLast() }
      appendParagraph(piece)
      return
    }
    if let article = open.last(where: { drafts[$0].level == .article }) {
      addToArticle(article, piece)
      return
    }
    while let top = open.last, drafts[top].level == .paragraph { open.removeLast() }
    // Behind the last of the units that are sentences themselves, a paragraph closes the document.
    if nextUnit == nil || nextUnit?.level == .attachment, drafts[last].level == .heading,
      drafts[last].heading == nil, drafts[last].children.isEmpty
    {
      closeAll(keepingAttachment: true)
    }
    appendParagraph(piece)
  }

  private func isListed(_ level: NodeLevel) -> Bool { level == .item || level == .subitem }

  private func takesTitle(_ index: Int) -> Bool {
    guard drafts[index].children.isEmpty else { return false }
    switch drafts[index].level {
    case .part, .subpart, .chapter, .section, .attachment: return drafts[index].heading == nil
    default: return false
    }
  }

  private mutating func appendParagraph(_ piece: Piece) {
    attach(
      Draft(level: .paragraph, start: piece.range.lowerBound, text: piece.range, rank: 98))
  }

  /// A paragraph of an article: the first one's words, the close of its list, or a 款 of its own.
  private mutating func addToArticle(_ article: Int, _ piece: Piece) {
    let paragraph = drafts[article].children.last { drafts[$0].level == .paragraph }
    if let paragraph, drafts[paragraph].isOpening, drafts[paragraph].text.isEmpty,
      drafts[paragraph].children.isEmpty
    {
      drafts[paragraph].text = piece.range
      drafts[paragraph].start = piece.range.lowerBound
      return
    }
    if let paragraph, let item = drafts[paragraph].children.last, drafts[paragraph].tail == nil,
      isListed(drafts[item].level), leavesOpen(item)
    {
      while let top = open.last, top != paragraph { open.removeLast() }
      drafts[paragraph].tail = piece.range
      return
    }
    while let top = open.last, top != article { open.removeLast() }
    open.append(
      attach(
        Draft(
          level: .paragraph, start: piece.range.lowerBound, text: piece.range,
          rank: Self.paragraphRank)))
  }

  /// Whether the last words of a list do not end a sentence, so that what follows closes it.
  private func leavesOpen(_ index: Int) -> Bool {
    var index = index
    while let child = drafts[index].children.last { index = child }
    guard let last = drafts[index].text.last else { return false }
    switch text[last] {
    case "；", "，", "、": return true
    default: return false
    }
  }

  /// Text before the first unit is the preamble; a document without units has plain paragraphs.
  private mutating func addUnnumbered(_ piece: Piece) {
    let behindUnits = rootsHaveUnits
    guard hasUnits, !behindUnits else {
      appendParagraph(piece)
      return
    }
    if let last = roots.last, drafts[last].level == .preamble {
      drafts[last].children.append(drafts.count)
      drafts.append(
        Draft(level: .paragraph, start: piece.range.lowerBound, text: piece.range, rank: 98))
    } else {
      roots.append(drafts.count)
      drafts.append(
        Draft(level: .preamble, start: piece.range.lowerBound, text: piece.range, rank: 98))
    }
  }
}
