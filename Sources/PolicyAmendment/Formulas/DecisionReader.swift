package import PolicyLexicons
import PolicyStructure
package import PolicyText

/// Reads what an amending decision orders.
///
/// A decision amends one law (作如下修改：一、…二、…), or several (一、《A》作如下修改：（一）…), or is a 修正案,
/// whose title names the law. Numbered parts are read one by one; what is quoted in them is left whole.
///
/// Source: 立法技术规范（试行）（二） on 修改决定 and 修正案; observed in decisions of all kinds of organs.
package struct DecisionReader: Sendable {
  private let parser: StructureParser
  private let tokenizer: FormulaTokenizer

  /// A reader with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  package init(lexicons: Lexicons) throws(LexiconError) {
    parser = StructureParser(lexicons: lexicons)
    tokenizer = try FormulaTokenizer(lexicons: lexicons)
  }

  /// What the decision in a text orders.
  package func read(_ source: SourceText) -> Decision {
    let parsed = parser.parse(source)
    let reading = parsed.reading
    let documents = parsed.documents.filter { Self.amends($0, in: reading) }
    let chosen = documents.isEmpty ? parsed.documents : documents
    let titles = chosen.compactMap(\.metadata.title)
    let text = CollapsedText(
      chosen.isEmpty ? [0..<reading.count] : chosen.flatMap { Self.body(of: $0) }, of: reading)
    var pass = DecisionPass(
      text: text, source: reading, tokenizer: tokenizer,
      law: titles.lazy.compactMap(AmendedTitle.law).first)
    pass.read()
    return Decision(
      title: titles.last, parts: pass.parts, adjustsOrder: OrderStatement.stands(in: text.scalars))
  }

  /// Whether a document amends others.
  private static func amends(_ document: PolicyDocument, in reading: ReadingText) -> Bool {
    if let title = document.metadata.title,
      title.contains("修改") || title.contains("修正案") || title.contains("修订")
    {
      return !title.hasSuffix("令") || document.nodes.contains { $0.level == .heading }
    }
    let opening = String(reading.scalars, in: document.range.prefix(600))
    return ["如下修改", "以下修改", "作出修改", "予以修改", "如下修正"].contains { opening.contains($0) }
  }

  /// The stretches of a document that may hold instructions: all but its title block.
  private static func body(of document: PolicyDocument) -> [Range<Int>] {
    var start = document.range.lowerBound
    for node in document.nodes where node.level == .preface {
      start = max(start, node.range.upperBound)
    }
    return start < document.range.upperBound ? [start..<document.range.upperBound] : []
  }
}

/// 条文顺序作相应调整: whether a decision says that numbers follow its changes.
enum OrderStatement {
  private static let objects = ["条文顺序", "条文序号", "条款顺序", "条款序号", "条文的顺序", "条文的序号", "章节序号", "序号"]
    .map { Array($0.unicodeScalars) }
  private static let verbs = [
    "作相应调整", "作了相应调整", "相应调整", "作出相应调整", "作相应变动", "相应顺延", "依次顺延", "作相应修改",
  ]
  .map { Array($0.unicodeScalars) }

  static func stands(in scalars: [Unicode.Scalar]) -> Bool {
    for offset in scalars.indices {
      guard let object = objects.first(where: { scalars[offset...].starts(with: $0) }) else {
        continue
      }
      let end = min(offset + object.count + 24, scalars.count)
      for place in offset + object.count..<end {
        if scalars[place] == "。" { break }
        if verbs.contains(where: { scalars[place...].starts(with: $0) }) { return true }
      }
    }
    return false
  }
}

/// The title of the law that the title of a decision names.
enum AmendedTitle {
  /// 关于修改《A》的决定 names A, A修正案（二） names A; a title with 等 names several laws and so none.
  static func law(_ title: String) -> String? {
    let words = Array(title.unicodeScalars.map { folded($0) }.filter { !isSpace($0) })
    if let open = words.firstIndex(where: { $0 == "《" || $0 == "〈" || $0 == "<" }) {
      let closing: Unicode.Scalar = words[open] == "《" ? "》" : words[open] == "〈" ? "〉" : ">"
      guard let close = words[open...].lastIndex(of: closing), close > open + 1 else { return nil }
      if close + 1 < words.count, words[close + 1] == "等" || words[close + 1] == "和" { return nil }
      let name = words[(open + 1)..<close]
      // 《A》《B》, 《A》和《B》: several.
      guard !name.contains(closing) || String(String.UnicodeScalarView(name)).contains("〈") else {
        return nil
      }
      let inner = String(String.UnicodeScalarView(name))
      return law(inner) ?? inner
    }
    let mark = Array("修正案".unicodeScalars)
    let amendment = words.indices.first { words[$0...].starts(with: mark) }
    guard let amendment, amendment > 0 else { return nil }
    return String(words, in: 0..<amendment)
  }
}

/// One walk through a decision.
struct DecisionPass {
  let text: CollapsedText
  let source: ReadingText
  let tokenizer: FormulaTokenizer
  /// The law that the instructions are about.
  var law: String?
  private(set) var parts: [Decision.Part] = []

  init(text: CollapsedText, source: ReadingText, tokenizer: FormulaTokenizer, law: String?) {
    self.text = text
    self.source = source
    self.tokenizer = tokenizer
    self.law = law
  }

  mutating func read() {
    /// The unit that parts with a number of some style are about: 一、第五条作以下修改：（一）….
    var contexts: [(style: Int, unit: UnitAddress)] = []
    let parts = NumberedParts(text.scalars).parts
    for (index, part) in parts.enumerated() {
      nameLaw(in: part.range)
      while let last = contexts.last, last.style >= part.style { contexts.removeLast() }
      var clauses = ClauseReader(text: text, source: source, context: contexts.last?.unit)
      let tokens = tokenizer.tokens(of: text, in: part.range)
      clauses.read(tokens)
      let isDivided = index + 1 < parts.count && parts[index + 1].style > part.style
      if clauses.instructions.isEmpty, part.style > 0 {
        if isDivided, let unit = clauses.lastUnit {
          contexts.append((part.style, unit))
        } else if tokens.contains(where: \.isSubstantial) {
          // A numbered part that orders something in other words than any formula.
          clauses.giveUp(part.range)
        }
      }
      append(clauses.instructions)
    }
  }

  private mutating func append(_ instructions: [Instruction]) {
    guard !instructions.isEmpty else { return }
    if let index = parts.firstIndex(where: { $0.law == law }) {
      parts[index].instructions += instructions
    } else {
      parts.append(Decision.Part(law: law, instructions: instructions))
    }
  }

  /// Notes the law that a numbered part is about, if it says so.
  private mutating func nameLaw(in part: Range<Int>) {
    let scalars = text.scalars
    var offset = part.lowerBound
    var named: [String] = []
    while offset < part.upperBound {
      guard scalars[offset] == "《",
        let end = QuotedTitle.end(in: scalars, from: offset, to: part.upperBound)
      else {
        offset += 1
        continue
      }
      let isListed =
        !named.isEmpty && offset > 0 && "、和与及》".unicodeScalars.contains(scalars[offset - 1])
      if isListed || leads(before: offset, in: part), isListed || follows(after: end, in: part) {
        named.append(String(scalars, in: (offset + 1)..<(end - 1)))
        if end < part.upperBound, scalars[end] == "等" { named.append("") }
      }
      offset = end
    }
    if named.count == 1 { law = AmendedTitle.law("《\(named[0])》") ?? named[0] }
    if named.count > 1 { law = nil }
  }

  /// Whether what stands before a title makes it that of the law to be amended.
  private func leads(before offset: Int, in part: Range<Int>) -> Bool {
    guard offset > part.lowerBound else { return true }
    switch text.scalars[offset - 1] {
    case "对", "将", "在", "去", "除", "，", "：", CollapsedText.paragraphEnd: return true
    case "改": return true
    default: return false
    }
  }

  /// Whether what follows a title makes it that of the law to be amended: 作如下修改, 第五条.
  private func follows(after end: Int, in part: Range<Int>) -> Bool {
    var offset = end
    let scalars = text.scalars
    if offset < part.upperBound, scalars[offset] == "（" {
      while offset < part.upperBound, scalars[offset] != "）" { offset += 1 }
      offset += 1
    }
    guard offset < part.upperBound else { return true }
    switch scalars[offset] {
    case "作", "做", "部", "等", "第", "进", "予", "修", "中", "的", "增", "有", "附", "、", "《", "和", "：", "。",
      CollapsedText.paragraphEnd:
      return !scalars[offset..<part.upperBound].starts(with: "的决定".unicodeScalars)
    default: return false
    }
  }
}

/// Cuts a decision at its numbers, 一、（一）1., wherever they begin a paragraph or a sentence.
struct NumberedParts {
  /// A part of a decision.
  struct Part {
    /// Its words, without its number.
    var range: Range<Int>
    /// How deep its number stands: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 without one.
    var style: Int
  }

  /// The parts, and what stands before the first of them.
  private(set) var parts: [Part] = []

  init(_ scalars: [Unicode.Scalar]) {
    var start = 0
    var style = 0
    var offset = 0
    while offset < scalars.count {
      if Self.mayBegin(scalars, offset), let number = Self.number(scalars, from: offset) {
        if start < offset { parts.append(Part(range: start..<offset, style: style)) }
        style = number.style
        start = number.end
        offset = number.end
        // 一、（一）: a number right behind a number.
        continue
      }
      offset += 1
    }
    if start < scalars.count { parts.append(Part(range: start..<scalars.count, style: style)) }
  }

  private static func mayBegin(_ scalars: [Unicode.Scalar], _ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    switch scalars[offset - 1] {
    case CollapsedText.paragraphEnd, CollapsedText.quotation, "。", "；", "：", "、", "）", ".":
      return true
    default: return false
    }
  }

  /// A number with its mark, 一、（一）1.（1）: the offset after it, and how deep it stands.
  private static func number(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (end: Int, style: Int)? {
    guard let end = end(of: scalars, from: start) else { return nil }
    let isBracketed = scalars[start] == "（"
    let isArabic = scalars[isBracketed ? start + 1 : start].value < 0x80
    return (end, (isBracketed ? 2 : 1) + (isArabic ? 2 : 0))
  }

  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    let limit = scalars.count
    if scalars[start] == "（" {
      guard let number = ChineseNumeral.integer(in: scalars, from: start + 1, to: limit),
        number.end < limit, scalars[number.end] == "）"
      else { return nil }
      return number.end + 1
    }
    guard let number = ChineseNumeral.integer(in: scalars, from: start, to: limit),
      number.end + 1 < limit
    else { return nil }
    switch scalars[number.end] {
    case "、":
      // 一、二项: numbers of a list are none of the decision.
      return ChineseNumeral.integer(in: scalars, from: number.end + 1, to: limit) == nil
        ? number.end + 1 : nil
    case ".":
      let next = scalars[number.end + 1]
      return next.value >= 0x30 && next.value <= 0x39 ? nil : number.end + 1
    default: return nil
    }
  }
}
