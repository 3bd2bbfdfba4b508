import PolicyStructure
import PolicyText

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
      let tokens = tokenizer.tokens(of: text, in: part.range, law: law)
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
