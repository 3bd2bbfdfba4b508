import PolicyExtraction

/// What the verb of a clause orders.
extension ClauseReader {
  /// 修改为: new words for words, for a title, or for units.
  mutating func modify(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
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
        || scopes == [.document] && before.roles.contains(.whole)
    else { return unread(.rewrite, range) }
    rewrite(scopes, quotation, range)
  }

  /// A title without 《》 around it.
  func title(_ words: QuotedWords) -> QuotedWords {
    guard words.words.hasPrefix("《"), words.words.hasSuffix("》") else { return words }
    return QuotedWords(String(words.words.dropFirst().dropLast()))
  }

  mutating func replace(
    _ scopes: [UnitAddress], _ before: Parts, _ after: Parts, _ range: Range<Int>
  ) {
    guard !after.quotations.isEmpty, !scopes.isEmpty else { return unread(.replace, range) }
    let isPaired = after.quotations.count == before.quotations.count
    guard isPaired || after.quotations.count == 1 else { return unread(.replace, range) }
    var done: [(QuotedWords, UnitAddress)] = []
    for (index, old) in before.quotations.enumerated() {
      let (old, new) = (words(old), words(isPaired ? after.quotations[index] : after.quotations[0]))
      for scope in scopes {
        // 第二条中的“A”和第五条中的“A”修改为“B” says the words twice and means them once.
        if !isPaired, done.contains(where: { $0 == (old, scope) }) { continue }
        done.append((old, scope))
        let reach = before.occurrences.map { .times($0) } ?? reach(scope, of: scopes)
        append(.replace(scope: scope, old: old, new: new, reach: reach), range)
      }
    }
  }

  /// “A”后的“B”修改为“C”: the words beside each other tell which place is meant.
  mutating func replaceBeside(
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

  func reach(_ scope: UnitAddress, of scopes: [UnitAddress]) -> Instruction.Reach {
    if reach == .throughDocument, scope == .document { return .throughDocument }
    return scopes.count > 1 || reach == .throughDocument ? .throughUnit : .once
  }

  mutating func rewrite(
    _ targets: [UnitAddress], _ quotation: Int, _ range: Range<Int>
  ) {
    guard let provision = provision(quotation) else { return unread(.rewrite, range) }
    append(.rewrite(targets: targets, becomes: [], provision: provision), range)
  }

  /// 改为第十二条: a new number, which new words may follow.
  mutating func become(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
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

  mutating func delete(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
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
        let reach =
          (before.occurrences ?? after.occurrences).map { .times($0) } ?? reach(scope, of: scopes)
        append(.replace(scope: scope, old: words(old), new: nil, reach: reach), range)
      }
    }
  }

  mutating func add(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
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

  mutating func merge(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
    flush()
    let origins = scopes(of: before)
    guard origins.count > 1 else { return unread(.rewrite, range) }
    context = Self.unitNamed(byMerging: origins)
    let becomes = (after.units + after.becomes).map { $0.completed(from: origins[0]) }
    pending = Pending(order: .merge(origins), becomes: becomes, range: range)
    if let quotation = after.quotations.first { complete(with: quotation, range) }
  }

  mutating func split(_ before: Parts, _ after: Parts, _ range: Range<Int>) {
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
}
