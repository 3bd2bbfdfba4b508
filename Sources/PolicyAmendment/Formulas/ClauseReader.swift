import PolicyExtraction
import PolicyStructure
import PolicyText

/// Reads the clauses of one numbered part of a decision, one after the other.
///
/// A clause goes on where the one before it stopped: it has its unit from it (第二款中的…), completes it
/// (作为第十四条), or orders something more of the same unit (并将其中的…).
struct ClauseReader {
  private let text: CollapsedText
  private let source: ReadingText
  /// What is read so far.
  private(set) var instructions: [Instruction] = []
  /// The unit that was named last.
  private var context: UnitAddress?
  /// Whether 统一 or 全文 holds for the clauses that follow.
  private var reach = Instruction.Reach.once
  /// What waits for its number or its words.
  private var pending: Pending?

  /// An order whose words are still to come.
  private struct Pending {
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
  private(set) var lastUnit: UnitAddress?

  init(text: CollapsedText, source: ReadingText, context: UnitAddress? = nil) {
    self.text = text
    self.source = source
    self.context = context
  }

  /// Reports a part as not understood.
  mutating func giveUp(_ range: Range<Int>) { unread(.rewrite, range) }

  /// Reads the tokens of a numbered part.
  mutating func read(_ tokens: [FormulaToken]) {
    for sentence in sentences(tokens) {
      for clause in clauses(sentence) { read(clause: clause) }
      flush()
    }
    lastUnit = context
    context = nil
    reach = .once
  }

  // MARK: Sentences and clauses

  private func sentences(_ tokens: [FormulaToken]) -> [[FormulaToken]] {
    var result: [[FormulaToken]] = []
    var current: [FormulaToken] = []
    for (place, token) in tokens.enumerated() {
      if case .stop = token.kind {
        result.append(current)
        current = []
        continue
      }
      // …的权利；”原第六项改为第七项: a quotation that ends a sentence ends its instruction.
      if case .quotation(let last)? = current.last?.kind, endsSentence(last) {
        // “原文。”修改为：“新文。” and “…。”的表述 go on.
        let next = tokens[place...].first { $0.role != .filler }
        let goesOn =
          switch next?.kind {
          case .comma, .word(.modify), .word(.become), .word(.inside): true
          default: false
          }
        if !goesOn {
          result.append(current)
          current = []
        }
      }
      current.append(token)
    }
    result.append(current)
    return result.filter { !$0.isEmpty }
  }

  private func endsSentence(_ quotation: Int) -> Bool {
    guard let last = text.quotations[quotation]?.lines.last?.last else { return false }
    return source.scalars[last] == "。" || source.scalars[last] == "；"
  }

  /// Clauses: what commas part, and what 并 or a further order parts within them.
  private func clauses(_ sentence: [FormulaToken]) -> [ArraySlice<FormulaToken>] {
    var result: [ArraySlice<FormulaToken>] = []
    for part in sentence.split(whereSeparator: {
      if case .comma = $0.kind { true } else { false }
    }) {
      var start = part.startIndex
      var hasVerb = false
      for index in part.indices {
        let token = part[index]
        if token.role?.isVerb == true || token.role == .as {
          if hasVerb, token.role?.isVerb == true, let cut = cut(part[start..<index]) {
            result.append(part[start..<cut])
            start = cut
          }
          hasVerb = true
        }
        if hasVerb, token.role == .also {
          result.append(part[start..<index])
          start = index + 1
          hasVerb = false
        }
      }
      result.append(part[start...])
    }
    return result.filter { !$0.isEmpty }
  }

  /// Where a clause with a verb ends and one with another verb begins, if they are two.
  ///
  /// “A”修改为“B”、“C”修改为“D” are two; 改为第十二条修改为“…” is one.
  private func cut(_ tokens: ArraySlice<FormulaToken>) -> Int? {
    guard let verb = tokens.firstIndex(where: { $0.role?.isVerb == true }) else { return nil }
    // 改为第十二条修改为“…”, 增加一条作为: the second verb completes the first.
    switch tokens[verb].role {
    case .modify, .delete:
      guard
        let first = tokens[verb...].firstIndex(where: {
          if case .quotation = $0.kind { true } else { false }
        })
      else {
        return tokens[verb].role == .delete ? tokens.endIndex : nil
      }
      return first + 1
    default: return nil
    }
  }

  // MARK: One clause

  /// The parts of a clause before and after its verb.
  private struct Parts {
    var units: [UnitAddress] = []
    var becomes: [UnitAddress] = []
    var quotations: [Int] = []
    var roles: Set<FormulaRole> = []
    var count: (value: Int, unit: ReferenceUnit)?
    var hasOther = false
    var hasAs = false

    mutating func add(_ token: FormulaToken) {
      switch token.kind {
      case .word(.as): hasAs = true
      case .word(let role): roles.insert(role)
      case .units(let found): if hasAs { becomes += found } else { units += found }
      case .quotation(let offset): quotations.append(offset)
      case .count(let value, let unit): count = (value, unit)
      case .other: hasOther = true
      case .comma, .stop, .title: break
      }
    }
  }

  private mutating func read(clause words: ArraySlice<FormulaToken>) {
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
    case .modify where !after.units.isEmpty && after.quotations.isEmpty && before.quotations.isEmpty:
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
  private func quotingTitles(_ clause: ArraySlice<FormulaToken>) -> ArraySlice<FormulaToken> {
    func isTitle(_ token: FormulaToken) -> Bool { if case .title = token.kind { true } else { false } }
    guard let verb = clause.firstIndex(where: { $0.role == .modify || $0.role == .become }),
      !clause.contains(where: { if case .quotation = $0.kind { true } else { false } }),
      clause[verb...].contains(where: isTitle),
      clause[..<verb].contains(where: isTitle) || clause[..<verb].contains(where: { $0.role == .title })
    else { return clause }
    return clause.map { token in
      isTitle(token)
        ? FormulaToken(kind: .quotation(token.range.lowerBound), range: token.range) : token
    }[...]
  }

  private mutating func readWithoutVerb(
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

  /// 修改为: new words for words, for a title, or for units.
  private mutating func modify(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
    if before.units.isEmpty, before.quotations.isEmpty, pending != nil,
      !before.roles.contains(.heading)
    {
      guard let quotation = after.quotations.first else { return unread(.rewrite, range) }
      if !before.roles.contains(.this) || isUnfinished {
        complete(with: quotation, range)
      } else {
        flush()
        rewrite([context].compactMap { $0 }, quotation, range)
      }
      return
    }
    let inherited = pending.flatMap(origin)
    flush()
    if before.units.isEmpty, let inherited { context = inherited }
    let scopes = scopes(of: before)
    if before.roles.contains(.heading) || before.roles.contains(.title) {
      guard let quoted = after.quotations.first, scopes.count == 1 else {
        return unread(.rewrite, range)
      }
      if before.roles.contains(.title), before.units.isEmpty {
        append(.rewriteHeading(.document, title: title(words(quoted))), range)
        return
      }
      let address = scopes[0]
      if let old = before.quotations.first {
        // 第二章章名中的“A”修改为“B”.
        append(
          .replace(scope: address, old: words(old), new: words(quoted), reach: .once), range)
      } else {
        append(.rewriteHeading(address, title: words(quoted)), range)
      }
      return
    }
    if !before.quotations.isEmpty {
      if before.roles.contains(.after) || before.roles.contains(.before) {
        replaceBeside(scopes, before, after, range)
      } else {
        replace(scopes, before, after, range)
      }
      return
    }
    guard let quotation = after.quotations.first, after.quotations.count == 1, !scopes.isEmpty,
      before.units.count + (before.roles.contains(.this) ? 1 : 0) > 0
        || before.roles.contains(.preamble)
    else { return unread(.rewrite, range) }
    rewrite(scopes, quotation, range)
  }

  /// A title without 《》 around it.
  private func title(_ words: QuotedWords) -> QuotedWords {
    guard words.words.hasPrefix("《"), words.words.hasSuffix("》") else { return words }
    return QuotedWords(String(words.words.dropFirst().dropLast()))
  }

  private mutating func replace(
    _ scopes: [UnitAddress], _ before: Parts, _ after: Parts, _ range: Range<Int>
  ) {
    guard !after.quotations.isEmpty, !scopes.isEmpty else { return unread(.replace, range) }
    let isPaired = after.quotations.count == before.quotations.count
    guard isPaired || after.quotations.count == 1 else { return unread(.replace, range) }
    for (index, old) in before.quotations.enumerated() {
      let new = words(isPaired ? after.quotations[index] : after.quotations[0])
      for scope in scopes {
        append(
          .replace(scope: scope, old: words(old), new: new, reach: reach(scope, of: scopes)), range)
      }
    }
  }

  /// “A”后的“B”修改为“C”: the words beside each other tell which place is meant.
  private mutating func replaceBeside(
    _ scopes: [UnitAddress], _ before: Parts, _ after: Parts, _ range: Range<Int>
  ) {
    guard before.quotations.count == 2, after.quotations.count == 1, scopes.count == 1 else {
      return unread(.replace, range)
    }
    let (anchor, old) = (words(before.quotations[0]), words(before.quotations[1]))
    let new = words(after.quotations[0])
    let isAfter = before.roles.contains(.after)
    func joined(_ word: QuotedWords) -> QuotedWords {
      QuotedWords(isAfter ? anchor.words + word.words : word.words + anchor.words)
    }
    append(
      .replace(scope: scopes[0], old: joined(old), new: joined(new), reach: .once), range)
  }

  private func reach(_ scope: UnitAddress, of scopes: [UnitAddress]) -> Instruction.Reach {
    if reach == .throughDocument, scope == .document { return .throughDocument }
    return scopes.count > 1 || reach == .throughDocument ? .throughUnit : .once
  }

  private mutating func rewrite(
    _ targets: [UnitAddress], _ quotation: Int, _ range: Range<Int>
  ) {
    guard let provision = provision(quotation) else { return unread(.rewrite, range) }
    append(.rewrite(targets: targets, becomes: [], provision: provision), range)
  }

  /// 改为第十二条: a new number, which new words may follow.
  private mutating func become(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
    flush()
    let origins = scopes(of: before)
    guard !origins.isEmpty, origins.allSatisfy({ !$0.steps.isEmpty || $0.root != .body }) else {
      return unread(.renumber, range)
    }
    if after.units.isEmpty, before.hasAs {
      // 第三条第二款单独作为一条，作为第四条.
      pending = Pending(order: .renumber(origins), range: range)
    } else if after.units.isEmpty {
      // 第八条改为两条，作为第八条、第九条.
      guard origins.count == 1, after.count != nil else { return unread(.renumber, range) }
      pending = Pending(order: .split(origins[0]), becomes: after.becomes, range: range)
    } else {
      let becomes = after.units.map { $0.completed(from: origins[0]) }
      pending = Pending(order: .renumber(origins), becomes: becomes, range: range)
    }
    context = origins.last
    if let quotation = after.quotations.first { complete(with: quotation, range) }
  }

  private mutating func delete(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
    let inherited = pending.flatMap(origin)
    flush()
    if before.units.isEmpty, after.units.isEmpty, let inherited { context = inherited }
    var all = before
    all.units += after.units
    all.quotations += after.quotations
    all.roles.formUnion(after.roles)
    let scopes = scopes(of: all)
    guard !scopes.isEmpty else { return unread(.delete, range) }
    if all.quotations.isEmpty, all.roles.contains(.heading) {
      for scope in scopes { append(.rewriteHeading(scope, title: nil), range) }
      return
    }
    if all.quotations.isEmpty {
      guard !all.units.isEmpty || all.roles.contains(.this) else { return unread(.delete, range) }
      for scope in scopes { append(.delete(scope), range) }
      return
    }
    // 删除附件4“办法”: the name of what goes, not words in it.
    if all.units.last?.root != .body, !all.roles.contains(.inside), all.units.count > 0,
      all.units.allSatisfy({ $0.root != .body && $0.steps.isEmpty })
    {
      for scope in scopes { append(.delete(scope), range) }
      return
    }
    for old in all.quotations {
      for scope in scopes {
        append(
          .replace(scope: scope, old: words(old), new: nil, reach: reach(scope, of: scopes)), range)
      }
    }
  }

  private mutating func add(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
    flush()
    let place = before.units.last.map(completed)
    if let count = after.count {
      var insertion = Insertion(
        unit: count.unit, count: count.value, provision: Provision(lines: []))
      if before.roles.contains(.inside), let title = before.quotations.last {
        insertion.within = words(title)
      }
      let isBeside = before.roles.contains(.after) || before.roles.contains(.before)
      if isBeside {
        insertion.neighbour = place ?? context
        insertion.isAfter = !before.roles.contains(.before)
      } else {
        insertion.parent = place ?? (count.unit > .article ? context?.above(count.unit) : nil)
      }
      let base = insertion.neighbour ?? insertion.parent
      insertion.becomes = after.becomes.map { $0.completed(from: base) }
      if let place { context = place }
      pending = Pending(order: .insert(insertion), becomes: insertion.becomes, range: range)
      if let quotation = after.quotations.first { complete(with: quotation, range) }
      return
    }
    if let dest = (after.becomes + after.units).first, let unit = dest.unit {
      // 增加第十四条：“…”; 增加“…”作为第二款.
      var insertion = Insertion(
        unit: unit, count: 1, parent: place, provision: Provision(lines: []))
      insertion.becomes = (after.becomes + after.units).map { $0.completed(from: place ?? context) }
      insertion.count = insertion.becomes.count
      pending = Pending(order: .insert(insertion), becomes: insertion.becomes, range: range)
      if let quotation = after.quotations.first { complete(with: quotation, range) }
      return
    }
    // 在第十条第一款末尾增加“B”, 在第十条后增加“B”.
    if before.quotations.isEmpty, after.quotations.count == 1, !before.units.isEmpty,
      before.roles.contains(.end) || before.roles.contains(.after)
    {
      for scope in scopes(of: before) {
        append(.append(scope: scope, words: words(after.quotations[0])), range)
      }
      return
    }
    // 在“A”后增加“B”.
    guard let anchor = before.quotations.last, let added = after.quotations.first,
      after.quotations.count == 1, before.roles.contains(.after) || before.roles.contains(.before)
    else { return unread(.insert, range) }
    for scope in scopes(of: before) {
      append(
        .insertWords(
          scope: scope, anchor: words(anchor), words: words(added),
          after: before.roles.contains(.after)), range)
    }
  }

  private mutating func merge(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
    flush()
    let origins = scopes(of: before)
    guard origins.count > 1 else { return unread(.rewrite, range) }
    context = origins.last
    let becomes = (after.units + after.becomes).map { $0.completed(from: origins[0]) }
    pending = Pending(order: .merge(origins), becomes: becomes, range: range)
    if let quotation = after.quotations.first { complete(with: quotation, range) }
  }

  private mutating func split(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
    flush()
    let origins = scopes(of: before)
    guard origins.count == 1, !after.units.isEmpty || after.count != nil else {
      return unread(.rewrite, range)
    }
    context = origins[0]
    let becomes = (after.units + after.becomes).map { $0.completed(from: origins[0]) }
    pending = Pending(order: .split(origins[0]), becomes: becomes, range: range)
    if let quotation = after.quotations.first { complete(with: quotation, range) }
  }

  // MARK: What waits

  /// Whether what waits needs words to be an order at all.
  private var isUnfinished: Bool {
    switch pending?.order {
    case .insert, .split: true
    default: false
    }
  }

  /// The unit of the old text that what waits is about.
  private func origin(of waiting: Pending) -> UnitAddress? {
    switch waiting.order {
    case .renumber(let origins), .merge(let origins): origins.last
    case .split(let origin): origin
    case .insert: nil
    }
  }

  /// The unit that completes the numbers which what waits is given.
  private func place(of waiting: Pending) -> UnitAddress? {
    switch waiting.order {
    case .insert(let insertion): insertion.neighbour ?? insertion.parent ?? context
    case .renumber(let origins), .merge(let origins): origins.first
    case .split(let origin): origin
    }
  }

  /// Gives what waits its words.
  private mutating func complete(with quotation: Int, _ range: Range<Int>) {
    guard let waiting = pending else { return }
    pending = nil
    let whole = waiting.range.joined(range)
    guard let provision = provision(quotation) else { return unread(.rewrite, whole) }
    switch waiting.order {
    case .insert(var insertion):
      insertion.becomes = waiting.becomes
      insertion.provision = provision
      append(.insert(insertion), whole)
    case .renumber(let origins), .merge(let origins):
      append(.rewrite(targets: origins, becomes: waiting.becomes, provision: provision), whole)
    case .split(let origin):
      append(.rewrite(targets: [origin], becomes: waiting.becomes, provision: provision), whole)
    }
  }

  /// Ends what waits for no more words.
  private mutating func flush() {
    guard let waiting = pending else { return }
    pending = nil
    switch waiting.order {
    case .insert: unread(.insert, waiting.range)
    case .split: unread(.rewrite, waiting.range)
    case .renumber(let origins):
      guard origins.count == waiting.becomes.count else {
        if waiting.becomes.count == 1 {
          append(.renumber(from: origins, to: waiting.becomes[0]), waiting.range)
        } else {
          unread(.renumber, waiting.range)
        }
        return
      }
      for (origin, new) in zip(origins, waiting.becomes) {
        append(.renumber(from: [origin], to: new), waiting.range)
      }
    case .merge(let origins):
      append(.renumber(from: origins, to: waiting.becomes.first ?? origins[0]), waiting.range)
    }
  }

  // MARK: Helpers

  /// The units that a clause is about: those it names, or those named before.
  private mutating func scopes(of parts: Parts) -> [UnitAddress] {
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

  private func completed(_ address: UnitAddress) -> UnitAddress { address.completed(from: context) }

  private func words(_ quotation: Int) -> QuotedWords {
    QuotedWords(lines: lines(quotation))
  }

  private func provision(_ quotation: Int) -> Provision? {
    let provision = Provision(lines: lines(quotation))
    return provision.lines.isEmpty ? nil : provision
  }

  private func lines(_ quotation: Int) -> [String] {
    if let lines = text.quotations[quotation]?.lines { return lines.map { source.words(of: $0) } }
    // 《…》 without quotation marks.
    guard
      let end = QuotedTitle.end(in: text.scalars, from: quotation, to: text.scalars.count)
    else { return [] }
    return [source.words(of: text.origin(of: quotation..<end))]
  }

  private mutating func append(_ action: Instruction.Action, _ range: Range<Int>) {
    instructions.append(Instruction(text: source.words(of: text.origin(of: range)), action: action))
  }

  private mutating func unread(_ kind: Instruction.Kind, _ range: Range<Int>) {
    pending = nil
    append(.unread(kind: kind), range)
  }

  private func kind(of role: FormulaRole, _ before: Parts, _ after: Parts) -> Instruction.Kind {
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

extension Range<Int> {
  /// The range from the start of this one to the end of another.
  fileprivate func joined(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
