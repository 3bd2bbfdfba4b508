internal import PolicyText

/// Reads the words of a page as a browser lays them out: blocks are lines, tables are tables, ordered
/// lists have their numbers; what does not show is left out.
///
/// Menus are read too and marked, by what they consist of and not by what they are called.
final class WebPage: MarkupHandler {
  /// What is read so far.
  private(set) var assembler = TextAssembler()
  /// Whether the text grew beyond what is read.
  private(set) var isTooLong = false

  private let characterLimit: Int
  private var elements: [WebElement] = []
  /// How deep a place lies in an element that does not show.
  private var skipped = 0
  private var preformatted = 0
  /// Whether the place lies in a link, and whether that leads to another page.
  private var links = 0
  private var outerLinks: [Bool] = []
  /// The number of the item whose words are to come.
  private var itemNumber: [Unicode.Scalar] = []
  private var isSpaceDue = false
  private var isBreakDue = false
  /// Words that are not appended yet.
  private var run: [Unicode.Scalar] = []

  init(limits: ReadingLimits) { characterLimit = limits.characters }

  // MARK: Elements

  func start(_ name: WebName, _ attributes: MarkupAttributes<WebName>) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    let style = attributes.bytes(of: .style)?.compactWords ?? []
    if name.isHidden || isHidden(attributes, style: style) {
      skipped = 1
      return
    }
    if name == .br {
      breakLine()
      return
    }
    if name.isBlock { breakParagraph() }
    elements.append(WebElement(name, start: assembler.count))
    switch name {
    case .a: startLink(to: attributes.bytes(of: .href)?.compactWords)
    case .pre: preformatted += 1
    case .ol:
      elements[elements.count - 1].list = WebList(attributes, style: style)
    case .li:
      itemNumber = []
      if let list = elements.lastIndex(where: { isList($0.name) }) {
        itemNumber = elements[list].list?.number(value: attributes.integer(.value)) ?? []
      }
    case .table: assembler.beginTable()
    case .tr: assembler.beginRow(isHead: isInTableHead)
    case .td, .th:
      assembler.beginCell(
        columnSpan: attributes.integer(.colspan) ?? 1,
        merge: .rows(attributes.integer(.rowspan) ?? 1))
    default: break
    }
  }

  func end(_ name: WebName) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    // The parser closes in order what a page leaves open; a line break holds nothing.
    guard name != .br, let element = elements.popLast() else { return }
    if name.isBlock { breakParagraph() }
    switch name {
    case .a:
      if outerLinks.popLast() == true { links -= 1 }
    case .pre: preformatted = max(0, preformatted - 1)
    case .td, .th: assembler.endCell()
    case .tr: assembler.endRow()
    case .table: assembler.endTable()
    default: break
    }
    if element.isBeside || element.isMenu, element.characters > 0 {
      assembler.markAside(
        from: element.start, as: element.isMenu || name.isControl ? .navigation : .other)
      return
    }
    if let outer = elements.indices.last { elements[outer].add(element) }
  }

  private func isHidden(_ attributes: MarkupAttributes<WebName>, style: [UInt8]) -> Bool {
    if let hidden = attributes[.hidden], hidden != "until-found" { return true }
    guard !style.isEmpty else { return false }
    return style.holds("display:none") || style.holds("visibility:hidden")
      || style.holds("mso-hide:all")
  }

  private func isList(_ name: WebName) -> Bool {
    name == .ol || name == .ul || name == .menu || name == .dir
  }

  private var isInTableHead: Bool {
    for element in elements.reversed() {
      if element.name == .thead { return true }
      if element.name == .table { return false }
    }
    return false
  }

  /// A link to a file belongs to the text, as do those to places of the same page.
  private func startLink(to target: [UInt8]?) {
    var leadsOut = false
    if let target, let first = target.first, first != UInt8(ascii: "#") {
      let path = target.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      leadsOut = !Self.fileEndings.contains { path.ends(with: $0) }
    }
    outerLinks.append(leadsOut)
    guard leadsOut else { return }
    links += 1
    elements[elements.count - 1].links = 1
  }

  private static let fileEndings: [StaticString] = [
    ".doc", ".docx", ".wps", ".pdf", ".ofd", ".xls", ".xlsx", ".et", ".zip", ".rar", ".rtf",
    ".ppt", ".pptx", ".jpg", ".png", ".ceb", ".txt",
  ]

  // MARK: Words

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard skipped == 0 else { return }
    guard assembler.count + bytes.count / 4 <= characterLimit else {
      isTooLong = true
      return
    }
    var count = 0
    var marks = 0
    bytes.forEachScalar { scalar in
      switch scalar {
      case "\n" where preformatted > 0, "\r" where preformatted > 0:
        appendRun()
        if scalar == "\n" { breakLine() }
      case " ", "\t", "\n", "\r", "\u{0C}":
        isSpaceDue = true
        if scalar == "\n" || scalar == "\r" { isBreakDue = true }
      case "\u{AD}": break
      default:
        if isSpaceDue {
          appendRun()
          appendSpace(before: scalar)
        }
        run.append(scalar)
        count += 1
        switch scalar {
        case "。", "；", "，", "：": marks += 1
        default: break
        }
      }
    }
    appendRun()
    guard let last = elements.indices.last else { return }
    elements[last].characters += count
    if links > 0 {
      elements[last].linkCharacters += count
    } else {
      elements[last].sentenceMarks += marks
    }
  }

  /// Appends the words that were read since the last white space.
  private func appendRun() {
    guard !run.isEmpty else { return }
    assembler.append(run)
    run.removeAll(keepingCapacity: true)
  }

  /// White space between words is one space; a line break in the source between two Chinese characters
  /// is none.
  private func appendSpace(before scalar: Unicode.Scalar) {
    defer {
      isSpaceDue = false
      isBreakDue = false
    }
    guard let last = assembler.last, last != "\n" else { return }
    if isBreakDue, last.value >= 0x2E80, scalar.value >= 0x2E80 { return }
    assembler.append(" ")
  }

  private func breakLine() {
    isSpaceDue = false
    isBreakDue = false
    if assembler.hasWords { endParagraph() } else { assembler.endParagraph() }
  }

  private func breakParagraph() {
    isSpaceDue = false
    isBreakDue = false
    if assembler.hasWords { endParagraph() }
  }

  private func endParagraph() {
    if !itemNumber.isEmpty {
      if !WebList.hasNumber(assembler.paragraph) { assembler.prefixParagraph(with: itemNumber) }
      itemNumber = []
    }
    assembler.endParagraph()
  }
}
