import PolicyExtraction
import PolicyStructure
import PolicyText

/// Reads the clauses of one numbered part of a decision, one after the other.
///
/// A clause goes on where the one before it stopped: it has its unit from it (第二款中的…), completes it
/// (作为第十四条), or orders something more of the same unit (并将其中的…).
struct ClauseReader {
  let text: CollapsedText
  let source: ReadingText
  /// What is read so far.
  var instructions: [Instruction] = []
  /// The unit that was named last.
  var context: UnitAddress?
  /// Whether 统一 or 全文 holds for the clauses that follow.
  var reach = Instruction.Reach.once
  /// What waits for its number or its words.
  var pending: Pending?

  /// An order whose words are still to come.
  struct Pending {
    enum Order {
      case insert(Insertion)
      case renumber([UnitAddress])
      case merge([UnitAddress])
      case split(UnitAddress)
    }
    var order: Order
    var becomes: [UnitAddress] = []
    var range: Range<Int>
  }

  /// The unit that was named last.
  var lastUnit: UnitAddress?

  init(text: CollapsedText, source: ReadingText, context: UnitAddress? = nil) {
    self.text = text
    self.source = source
    self.context = context
  }

  /// Reports a part as not understood.
  mutating func giveUp(_ range: Range<Int>) { unread(.rewrite, range) }

  /// Reads the tokens of a numbered part.
  mutating func read(_ tokens: [FormulaToken]) {
    let cutter = FormulaClauses(text: text, source: source)
    for sentence in cutter.sentences(tokens) {
      for clause in cutter.clauses(sentence) { read(clause: clause) }
      flush()
    }
    lastUnit = context
    context = nil
    reach = .once
  }

  // MARK: One clause

  /// The parts of a clause before and after its verb.
  struct Parts {
    var units: [UnitAddress] = []
    var becomes: [UnitAddress] = []
    var quotations: [Int] = []
    var roles: Set<FormulaRole> = []
    var count: (value: Int, unit: ReferenceUnit)?
    /// 两处.
    var occurrences: Int?
    var hasOther = false
    var hasAs = false

    mutating func add(_ token: FormulaToken) {
      switch token.kind {
      case .word(.as): hasAs = true
      case .word(let role): roles.insert(role)
      case .units(let found): if hasAs { becomes += found } else { units += found }
      case .quotation(let offset): quotations.append(offset)
      case .count(let value, let unit): count = (value, unit)
      case .occurrences(let value): occurrences = value
      case .other: hasOther = true
      case .comma, .stop, .title: break
      }
    }
  }

  mutating func read(clause words: ArraySlice<FormulaToken>) {
    let clause = quotingTitles(words)
    let range = clause.range
    guard let verb = clause.firstIndex(where: { $0.role?.isVerb == true }) else {
      readWithoutVerb(clause, range: range)
      return
    }
    var before = Parts()
    var after = Parts()
    for token in clause[..<verb] { before.add(token) }
    for token in clause[(verb + 1)...] { after.add(token) }
    // A clause that names a unit leaves the words before it behind.
    if before.roles.contains(.whole) || before.roles.contains(.everywhere)
      || after.roles.contains(.everywhere)
    {
      reach = .throughDocument
      if before.units.isEmpty, before.roles.contains(.whole) { context = .document }
    }
    let role = clause[verb].role ?? .modify
    guard !before.hasOther, !after.hasOther || role == .merge else {
      unread(kind(of: role, before, after), range)
      return
    }
    switch role {
    case .modify
    where !after.units.isEmpty && after.quotations.isEmpty && before.quotations.isEmpty:
      // 将第七条修改为第六条.
      become(before, after, range)
    case .modify where after.count != nil && after.quotations.isEmpty && before.quotations.isEmpty:
      // 第六条第一款修改为两款.
      become(before, after, range)
    case .modify: modify(before, after, range)
    case .unknown: unread(.rewrite, range)
    case .become:
      if after.units.isEmpty, after.count == nil {
        modify(before, after, range)
      } else {
        become(before, after, range)
      }
    case .delete: delete(before, after, range)
    case .add: add(before, after, range)
    case .merge: merge(before, after, range)
    case .split: split(before, after, range)
    default: break
    }
  }

  /// A clause in which titles stand for themselves without quotation marks: 将第一条中的《A》修改为《B》.
  func quotingTitles(_ clause: ArraySlice<FormulaToken>) -> ArraySlice<FormulaToken> {
    func isTitle(_ token: FormulaToken) -> Bool {
      if case .title = token.kind { true } else { false }
    }
    guard let verb = clause.firstIndex(where: { $0.role == .modify || $0.role == .become }),
      !clause.contains(where: { if case .quotation = $0.kind { true } else { false } }),
      clause[verb...].contains(where: isTitle),
      clause[..<verb].contains(where: isTitle)
        || clause[..<verb].contains(where: { $0.role == .title })
    else { return clause }
    return clause.map { token in
      isTitle(token)
        ? FormulaToken(kind: .quotation(token.range.lowerBound), range: token.range) : token
    }[...]
  }

  mutating func readWithoutVerb(
    _ clause: ArraySlice<FormulaToken>, range: Range<Int>
  ) {
    var parts = Parts()
    for token in clause { parts.add(token) }
    if parts.hasAs {
      if var waiting = pending {
        waiting.becomes += parts.becomes.map { $0.completed(from: place(of: waiting)) }
        waiting.range = waiting.range.joined(range)
        pending = waiting
        if let quotation = parts.quotations.first { complete(with: quotation, range) }
      } else if !parts.units.isEmpty || parts.roles.contains(.this) {
        become(parts, Parts(units: parts.becomes, quotations: parts.quotations), range)
      }
      return
    }
    if let quotation = parts.quotations.first, parts.units.isEmpty, pending != nil {
      complete(with: quotation, range)
      return
    }
    if !parts.hasOther, let unit = parts.units.last { context = completed(unit) }
  }

  // MARK: Helpers

  /// The units that a clause is about: those it names, or those named before.
  mutating func scopes(of parts: Parts) -> [UnitAddress] {
    if !parts.units.isEmpty {
      if parts.roles.contains(.preamble) {
        return parts.units.map { UnitAddress(.preamble, $0.steps) }
      }
      let scopes = parts.units.map(completed)
      context = scopes.last
      return scopes.allSatisfy(\.isComplete) ? scopes : []
    }
    if parts.roles.contains(.preamble) { return [UnitAddress(.preamble)] }
    if parts.roles.contains(.whole), !parts.roles.contains(.this) { return [.document] }
    return [context ?? .document]
  }

  func completed(_ address: UnitAddress) -> UnitAddress { address.completed(from: context) }

  func words(_ quotation: Int) -> QuotedWords {
    QuotedWords(lines: lines(quotation))
  }

  func provision(_ quotation: Int) -> Provision? {
    let provision = Provision(lines: lines(quotation))
    return provision.lines.isEmpty ? nil : provision
  }

  func lines(_ quotation: Int) -> [String] {
    if let lines = text.quotations[quotation]?.lines { return lines.map { source.words(of: $0) } }
    // 《…》 without quotation marks.
    guard
      let end = QuotedTitle.end(in: text.scalars, from: quotation, to: text.scalars.count)
    else { return [] }
    return [source.words(of: text.origin(of: quotation..<end))]
  }

  mutating func append(_ action: Instruction.Action, _ range: Range<Int>) {
    instructions.append(Instruction(text: source.words(of: text.origin(of: range)), action: action))
  }

  mutating func unread(_ kind: Instruction.Kind, _ range: Range<Int>) {
    pending = nil
    append(.unread(kind: kind), range)
  }

  func kind(of role: FormulaRole, _ before: Parts, _ after: Parts) -> Instruction.Kind {
    switch role {
    case .modify: before.quotations.isEmpty ? .rewrite : .replace
    case .become: after.units.isEmpty ? .replace : .renumber
    case .delete: .delete
    case .add: .insert
    default: .rewrite
    }
  }
}

extension ArraySlice<FormulaToken> {
  /// From the first token to the last.
  fileprivate var range: Range<Int> {
    guard let first, let last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}
