import PolicyExtraction
import PolicyStructure
import PolicyText

/// One amendment on its way: instructions are gathered into edits and series, then settled together.
struct AmendmentPass {
  /// What became of an instruction.
  struct Verdict {
    var target: String?
    var refusal: Refusal?
  }

  let text: AmendableText
  let instructions: [Instruction]
  var edits: EditList
  var verdicts: [Verdict]
  /// The numbers that change, for references to follow.
  var numbers = NumberChanges()
  /// The series that something happens to.
  var series: [SeriesKey: SeriesWork] = [:]
  /// Titles that cut a chapter in two: behind new articles at the end of what comes before.
  var titles: [(offset: Int, words: [Unicode.Scalar])] = []
  /// 统一修改, which goes last: where words were changed otherwise, that holds.
  private var throughout: [Int] = []

  /// What is refused already, after another try.
  private let refused: [Int: Refusal]

  init(text: AmendableText, instructions: [Instruction], refused: [Int: Refusal] = [:]) {
    self.text = text
    self.instructions = instructions
    self.refused = refused
    edits = EditList(text.source.scalars)
    verdicts = Array(repeating: Verdict(), count: instructions.count)
  }

  /// The new text.
  func consolidated() -> String {
    let scalars = edits.result()
    return String(scalars, in: scalars.indices)
  }

  /// What was refused so far, by instruction.
  var refusals: [Int: Refusal] {
    var found: [Int: Refusal] = [:]
    for (index, verdict) in verdicts.enumerated() { found[index] = verdict.refusal }
    return found
  }

  /// Takes up every instruction; what does not fit is refused.
  mutating func gather() {
    for index in instructions.indices {
      do throws(Refusal) {
        if let refusal = refused[index] { throw refusal }
        try take(instructions[index].action, index)
      } catch {
        verdicts[index].refusal = error
      }
    }
    for index in throughout {
      do throws(Refusal) { try replaceThroughout(index) } catch { verdicts[index].refusal = error }
    }
  }

  private mutating func take(_ action: Instruction.Action, _ index: Int) throws(Refusal) {
    switch action {
    case .replace(let scope, let old, let new, let reach):
      if scope == .document, reach == .throughDocument {
        throughout.append(index)
      } else {
        try replace(scope, old, new, reach, index)
      }
    case .insertWords(let scope, let anchor, let words, let after):
      try insertWords(scope, anchor, words, after: after, index)
    case .rewrite(let targets, let becomes, let provision):
      try rewrite(targets, becomes, provision, index)
    case .append(let scope, let words): try append(words, to: scope, index)
    case .rewriteHeading(let address, let title):
      if let title {
        try rewriteHeading(address, title, index)
      } else {
        try deleteHeading(address, index)
      }
    case .insert(let insertion): try insert(insertion, index)
    case .delete(let address): try delete(address, index)
    case .renumber(let origins, let new): try renumber(origins, new, index)
    case .joined: return
    case .unread: throw .unread
    }
  }

  // MARK: Words

  /// The unit of an address, noted as the target of an instruction.
  mutating func find(_ address: UnitAddress, _ index: Int) throws(Refusal) -> AmendableText.Unit {
    if verdicts[index].target == nil {
      verdicts[index].target = address.id.isEmpty ? nil : address.id
    }
    switch text.unit(at: address) {
    case .success(let unit):
      if unit.unit != .paragraph || text.nodes[unit.node].level == .paragraph,
        verdicts[index].target == address.id
      {
        verdicts[index].target = text.identity[unit.node]
      }
      return unit
    case .failure(let refusal): throw refusal
    }
  }

  private mutating func scope(
    _ address: UnitAddress, _ index: Int
  ) throws(Refusal) -> (range: Range<Int>, name: String) {
    if address == .document { return (text.body, "全文") }
    let unit = try find(address, index)
    return (text.readingRange(of: unit.range), address.citation)
  }

  private mutating func replace(
    _ address: UnitAddress, _ old: QuotedWords, _ new: QuotedWords?, _ reach: Instruction.Reach,
    _ index: Int
  ) throws(Refusal) {
    var scope = try scope(address, index)
    let search = WordSearch(reading: text.reading)
    if let unit = address.unit, unit < .article, let node = try? find(address, index).node,
      let heading = text.nodes[node].heading,
      String(text.reading.scalars, in: heading)
        == String(String.UnicodeScalarView(old.words.unicodeScalars.map(folded)))
    {
      // 第三章“监督管理”修改为“监督检查” names the title.
      scope.range = heading
    }
    let found = search.occurrences(of: old, in: scope.range, replacedBy: new)
    guard let first = found.first else { throw .absent(words: old.words, place: scope.name) }
    let isAsSaid =
      switch reach {
      case .once: found.count == 1
      case .times(let count): found.count == count
      case .throughUnit, .throughDocument: true
      }
    guard isAsSaid else {
      throw .repeated(words: old.words, place: scope.name, count: found.count)
    }
    if address == .document, let node = text.node(at: first.lowerBound) {
      verdicts[index].target = text.identity[node]
    }
    var ranges = found.map(text.offsets)
    if reach == .throughUnit {
      // Where a paragraph of a listed article has new words of its own, those hold.
      ranges.removeAll(where: edits.isTaken)
    }
    guard !ranges.isEmpty, !ranges.contains(where: edits.isTaken) else {
      throw .conflict(scope.name)
    }
    let words = new.map { body($0.lines) } ?? []
    for range in ranges { edits.replace(range, with: words) }
  }

  private mutating func replaceThroughout(_ index: Int) throws(Refusal) {
    guard case .replace(_, let old, let new, _) = instructions[index].action else { return }
    let found = WordSearch(reading: text.reading)
      .occurrences(of: old, in: text.body, replacedBy: new)
    guard !found.isEmpty else { throw .absent(words: old.words, place: "全文") }
    for range in found {
      edits.replaceFollowing(text.offsets(range), with: (new?.words ?? "").unicodeScalars)
    }
  }

  private mutating func insertWords(
    _ address: UnitAddress, _ anchor: QuotedWords, _ words: QuotedWords, after: Bool, _ index: Int
  ) throws(Refusal) {
    let scope = try scope(address, index)
    let found = WordSearch(reading: text.reading).occurrences(of: anchor, in: scope.range)
    guard let place = found.first else { throw .absent(words: anchor.words, place: scope.name) }
    guard found.count == 1 else {
      throw .repeated(words: anchor.words, place: scope.name, count: found.count)
    }
    let range = text.offsets(place)
    let offset = after ? range.upperBound : range.lowerBound
    guard !edits.isTaken(offset..<offset) else { throw .conflict(scope.name) }
    edits.replace(offset..<offset, with: words.words.unicodeScalars)
  }

  /// Puts words at the end of a unit: a sentence behind its last mark, other words before it.
  private mutating func append(
    _ words: QuotedWords, to address: UnitAddress, _ index: Int
  ) throws(Refusal) {
    let unit = try find(address, index)
    var offset = unit.range.upperBound
    if !ClosingMark.closes(Array(words.words.unicodeScalars)),
      text.closingMark(before: offset) != nil
    {
      offset -= 1
    }
    guard !edits.isTaken(offset..<offset) else { throw .conflict(address.citation) }
    edits.replace(offset..<offset, with: words.words.unicodeScalars)
  }

  // MARK: Titles

  /// Takes the title of a chapter out; what stands in the chapter stays.
  private mutating func deleteHeading(_ address: UnitAddress, _ index: Int) throws(Refusal) {
    let unit = try find(address, index)
    guard unit.unit < .article else { throw .unread }
    let title = unit.range.lowerBound..<text.headingEnd(of: unit)
    guard !edits.isTaken(title) else { throw .conflict(address.citation) }
    edits.cut(text.cutRange(of: title))
  }

  private mutating func rewriteHeading(
    _ address: UnitAddress, _ title: QuotedWords, _ index: Int
  ) throws(Refusal) {
    var heading: Range<Int>?
    var name = "标题"
    if address == .document {
      verdicts[index].target = "preface"
      heading = text.document.metadata.titleRange
    } else {
      let unit = try find(address, index)
      heading = text.wholeTitle(of: unit.node)
      name = address.citation
    }
    guard let heading, !heading.isEmpty else { throw .absent(words: title.words, place: name) }
    let range = text.offsets(heading)
    guard !edits.isTaken(range) else { throw .conflict(name) }
    let words = HeadingWords.title(in: title.words)
    edits.replace(range, with: words.unicodeScalars)
    for entry in text.contentsEntries(of: heading) {
      edits.replaceFollowing(text.offsets(entry), with: words.unicodeScalars)
    }
  }
}

/// The title of a unit, without its number: 经费与后勤 of 第六章　经费与后勤.
enum HeadingWords {
  static func title(in words: String) -> String {
    let scalars = Array(words.unicodeScalars)
    let reading = scalars.map { folded($0) }
    guard let number = ProvisionLine.divisionNumber(in: reading) else { return words }
    let rest = scalars[number.end...].drop { isSpace(folded($0)) }
    return rest.isEmpty ? words : String(String.UnicodeScalarView(rest))
  }
}

extension AmendableText {
  /// The words that 全文 means: all but the title block.
  var body: Range<Int> {
    var start = document.range.lowerBound
    for node in nodes where node.level == .preface { start = max(start, node.range.upperBound) }
    return start..<max(document.range.upperBound, start)
  }

  /// The innermost node that a place of the reading text stands in.
  func node(at place: Int) -> Int? {
    var found: Int?
    for (index, node) in nodes.enumerated() where node.range.contains(place) { found = index }
    return found
  }

  /// The title of a chapter or section, with the rest of one that is broken over lines.
  func wholeTitle(of index: Int) -> Range<Int>? {
    guard let heading = nodes[index].heading else { return nil }
    var end = heading.upperBound
    var child = index + 1
    while child < nodes[index].subtreeEnd, nodes[child].level == .paragraph,
      nodes[child].parent == index, nodes[child].range.count <= 30,
      !"。；：".unicodeScalars.contains(reading.scalars[nodes[child].range.upperBound - 1])
    {
      end = nodes[child].range.upperBound
      child = nodes[child].subtreeEnd
    }
    return heading.lowerBound..<end
  }

  /// Where the table of contents names a title.
  func contentsEntries(of heading: Range<Int>) -> [Range<Int>] {
    guard let contents = nodes.first(where: { $0.level == .toc }) else { return [] }
    let words = Array(reading.scalars[heading])
    guard !words.isEmpty, contents.range.count >= words.count else { return [] }
    return (contents.range.lowerBound...(contents.range.upperBound - words.count))
      .filter { reading.scalars[$0...].starts(with: words) }
      .map { $0..<$0 + words.count }
  }
}
