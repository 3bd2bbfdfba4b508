public import PolicyStructure
public import PolicyText

/// A document from a sketch of its tree, for tests of what is said of trees: a line a node, two
/// spaces of indent a level, first the level's name and then the words, with the number first
/// (`article 第五条 甲应当办理。`); a heading's depth follows its name (`heading2 （一） 总则`).
///
/// Words are separated from the number by a space. What follows a `|` is the title of the unit.
public struct SketchedDocument {
  /// The words.
  public let reading: ReadingText
  /// The tree.
  public let document: PolicyDocument

  /// Reads a sketch.
  public init(_ sketch: String) {
    var text = ""
    var drafts: [Draft] = []
    for line in sketch.split(separator: "\n") {
      drafts.append(Draft(line, in: &text))
    }
    var reading = ReadingText(source: SourceText(text))
    reading.append(0..<text.unicodeScalars.count)
    self.reading = reading
    document = PolicyDocument(
      range: 0..<reading.count,
      nodes: drafts.indices.map { Self.node(at: $0, of: drafts, in: reading) })
  }

  private static func node(at index: Int, of drafts: [Draft], in reading: ReadingText) -> Node {
    let draft = drafts[index]
    let end = drafts[(index + 1)...].firstIndex { $0.indent <= draft.indent } ?? drafts.count
    let parent = drafts[..<index].lastIndex { $0.indent < draft.indent }
    var values: [Int] = []
    var offset = draft.number.lowerBound
    while offset < draft.number.upperBound {
      if let number = ChineseNumeral.integer(
        in: reading.scalars, from: offset, to: draft.number.upperBound)
      {
        values.append(number.value)
        offset = number.end
      } else {
        offset += 1
      }
    }
    let number =
      draft.number.isEmpty
      ? nil : UnitNumber(range: draft.number, values: values, style: draft.style)
    return Node(
      level: draft.level, depth: draft.depth, number: number,
      heading: draft.title.isEmpty ? nil : draft.title,
      range: draft.number.lowerBound..<drafts[end - 1].text.upperBound, text: draft.text,
      parent: parent, subtreeEnd: end)
  }

  /// One line of a sketch.
  private struct Draft {
    var indent: Int
    var level: NodeLevel
    var depth: Int
    var number: Range<Int>
    var title: Range<Int>
    var text: Range<Int>
    var style: NumberStyle

    init(_ line: Substring, in text: inout String) {
      indent = line.prefix { $0 == " " }.count
      var words = line.dropFirst(indent).split(separator: " ")
      var name = String(words.isEmpty ? "" : words.removeFirst())
      depth = Int(name.suffix(1)) ?? 0
      if depth > 0 { name.removeLast() }
      level = NodeLevel(rawValue: name) ?? .paragraph
      let numbered: Set<NodeLevel> = [
        .part, .subpart, .chapter, .section, .article, .item, .subitem, .heading, .attachment,
      ]
      func append(_ words: Substring) -> Range<Int> {
        let start = text.unicodeScalars.count
        text += words
        return start..<text.unicodeScalars.count
      }
      let mark =
        numbered.contains(level) && !words.isEmpty && words.first != "-"
        ? words.removeFirst() : ""
      if words.first == "-" { words.removeFirst() }
      number = append(mark)
      title = number.upperBound..<number.upperBound
      if let word = words.first, word.hasPrefix("|") {
        title = append(words.removeFirst().dropFirst())
      }
      self.text = append(Substring(words.joined()))
      style = Self.style(of: mark, level: level)
    }

    private static func style(of mark: Substring, level: NodeLevel) -> NumberStyle {
      let isArabic = mark.contains { $0.isASCII && $0.isNumber }
      switch level {
      case .part: return .part
      case .subpart: return .subpart
      case .chapter: return .chapter
      case .section: return .section
      case .article: return .article
      case .attachment: return .attachment
      default: break
      }
      if mark.hasPrefix("（") { return isArabic ? .bracketedArabic : .bracketedChinese }
      if mark.dropLast().contains(".") { return .decimal }
      return isArabic ? .arabic : .chinese
    }
  }
}
