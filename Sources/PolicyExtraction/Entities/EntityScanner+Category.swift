import PolicyLexicons
import PolicyStructure
import PolicyText

/// Categories (企业, 当事人): mentions only where they could bear or receive a norm.
extension EntityScanner {
  /// Reads a category, or several joined ones, at a place; false if none is a mention there.
  mutating func readCategory(
    at start: Int, from index: Int, name: ParsedName?, block: TextBlock
  ) -> Bool {
    guard let first = category(at: start, from: index),
      first.upperBound >= (name?.range.upperBound ?? 0)
    else { return false }
    let row = categoryRow(at: start, from: index)
    if vocabulary.categories[row].form == .word { categoryWord = first }
    if vocabulary.categories[row].kind == .anyone {
      addCategory(first, row: row, node: block.node)
      return true
    }
    guard block.role != .heading else { return false }
    if vocabulary.categories[row].kind == .government {
      guard isState(first, from: index) else { return false }
      addCategory(first, row: row, node: block.node)
      return true
    }
    let isWord = vocabulary.categories[row].form != .head
    let post = parser.post(at: first.upperBound, from: index)
    if post == nil, meansIssuer(first) {
      addCategory(first, row: row, node: block.node)
      return true
    }
    let end = post?.end ?? first.upperBound
    var left = start
    if isHolder(row) {
      left = compoundStart(of: start, isHead: vocabulary.categories[row].form != .word)
    }
    // 被 makes an attribute of the verb before a category: 被隔离 + 学生.
    if left < start, left > floor, scalars[left - 1] == "被" {
      left = vocabulary.categories[row].form == .head ? left - 1 : start
    }
    if left < start,
      !isCompound(
        from: left, end: end, isWord: vocabulary.categories[row].form == .word, from: index)
    {
      left = start
    }
    if left == start, isWord, let outer = touching(first) { left = outer }
    if left == start, isWord, isPassive(first) { left -= 1 }
    guard isWord || left < start else { return false }
    // 提升 + 投资者: a verb and its object, though 提升投资 could modify 者.
    if !isWord, left < categoryWord.lowerBound, first.upperBound == categoryWord.upperBound,
      vocabulary.verbs.countStarting(at: left, in: scalars, upTo: categoryWord.lowerBound)
        == categoryWord.lowerBound - left
    {
      return false
    }
    if !isWord, !isHead(at: start, before: end, from: index) { return false }
    // 单位 in 市财政局、市审计局等单位 sums up those who are named.
    if left == start, first.count == 2, vocabulary.categories[row].form != .word, left > floor,
      scalars[left - 1] == "等", found.last?.name.range.upperBound == left - 1
    {
      rejections?.append(.init(range: first, reason: "“等”后总括前面已列明的主体，不另是一个主体"))
      return false
    }
    // 所称X explains a word and addresses nobody.
    if left > floor, scalars[left - 1] == "称" { return false }
    return readAddressed(left..<first.upperBound, row: row, from: index, block: block)
  }

  /// Where the category begins that touches another: 博士生 + 导师, 学生 + 家长 are one name.
  private func touching(_ word: Range<Int>) -> Int? {
    let low = max(cursor, floor, word.lowerBound - 6)
    guard word.count > 1, low < word.lowerBound else { return nil }
    var index = context.firstNameHit(from: low)
    while index < context.nameHits.count, context.nameHits[index].start < word.lowerBound {
      let hit = context.nameHits[index]
      index += 1
      guard hit.list == .categories, hit.end == word.lowerBound, isHolder(hit.row),
        vocabulary.categories[hit.row].form != .head, hit.end - hit.start > 1
      else { continue }
      return hit.start
    }
    return nil
  }

  /// 被 right before one who is known by what he does makes another of him: 被 + 异议人.
  private func isPassive(_ word: Range<Int>) -> Bool {
    let start = word.lowerBound - 1
    guard start >= max(floor, cursor), scalars[start] == "被", let last = word.last,
      scalars[last] == "人" || scalars[last] == "者"
    else { return false }
    return start == floor || !parser.isHan(scalars[start - 1])
      || vocabulary.framesBefore.countEnding(before: start, in: scalars, from: floor) > 0
  }

  /// Takes a category with what is joined to it, if a norm falls on it; false if none does.
  mutating func readAddressed(
    _ first: Range<Int>, row: Int, from index: Int, block: TextBlock
  ) -> Bool {
    let left = first.lowerBound
    let side = leftSide(of: left)
    // A post after it makes a person: 企业 + 负责人.
    if let post = parser.post(at: first.upperBound, from: index) {
      guard
        isAddressed(
          side, rightSide(of: post.end, from: index), start: left, end: post.end, from: index)
      else {
        cursor = max(cursor, post.end)
        return true
      }
      var person = categoryName(left..<post.end, row: row)
      person.kind = .person
      person.hasPost = true
      person.tail = first.upperBound..<post.end
      person.coreRange = left..<first.upperBound
      add(person, node: block.node)
      return true
    }
    var group = [(range: first, row: row)]
    var last = first.upperBound
    while group.count < 20 {
      let connective = parser.connectiveCount(at: last)
      guard connective > 0, let next = member(at: last + connective, from: index) else { break }
      group.append(next)
      last = next.range.upperBound
    }
    let following = rightSide(of: last, from: index)
    guard isAddressed(side, following, start: left, end: last, from: index) else {
      rejections?.append(
        .init(
          range: left..<last,
          reason: side == .founding ? "前面的动词是设立、配备一类，尚无规范加于它" : following.reason))
      return false
    }
    if let first = group.first { addSharing(head: first, node: block.node) }
    for member in group {
      addCategory(withEach(member.range), row: member.row, node: block.node)
    }
    return true
  }

  /// A member of a list of categories, also one with words before its head: 老年协会 in 志愿者、老年协会等.
  ///
  /// `isLast`: whether the last member may have such words too.
  func member(
    at start: Int, from index: Int, isLast: Bool = false
  ) -> (range: Range<Int>, row: Int)? {
    if let compound = compounds.longest(in: scalars, from: start, to: parser.limit) {
      return (compound.range, compound.row)
    }
    if let range = category(at: start, from: index) {
      return (range, categoryRow(at: start, from: index))
    }
    var offset = start
    while offset < parser.limit, offset - start < 10, parser.isHan(scalars[offset]),
      parser.connectiveCount(at: offset) == 0
    {
      offset += 1
      if vocabulary.bounds.countEnding(before: offset, in: scalars, from: start) > 0 { return nil }
      guard let head = category(at: offset, from: index) else { continue }
      let end = head.upperBound
      guard end < parser.limit,
        isLast || scalars[end] == "等" || parser.connectiveCount(at: end) > 0
          || !parser.isHan(scalars[end]) || endsSubject(at: end, from: index),
        vocabulary.categories[categoryRow(at: offset, from: index)].kind == .category
      else { continue }
      return (start..<end, categoryRow(at: offset, from: index))
    }
    return nil
  }

  /// Whether the clause goes on behind a list of subjects: 广播电视台、通信运营企业 + 接到.
  private func endsSubject(at end: Int, from index: Int) -> Bool {
    let right = rightSide(of: end, from: index)
    return right == .marker || right == .predicate
  }

  /// Whether 国家 acts as a subject (国家建立…制度); of 国家鼓励X the norm falls on X.
  private func isState(_ range: Range<Int>, from index: Int) -> Bool {
    let isSubject =
      leftSide(of: range.lowerBound) == .clause
      || range.lowerBound > floor && scalars[range.lowerBound - 1] == "由"
    guard isSubject else { return false }
    switch rightSide(of: range.upperBound, from: index) {
    case .marker:
      return vocabulary.encouragements.countStarting(
        at: range.upperBound, in: scalars, upTo: parser.limit) == 0
    case .predicate, .other: return true
    default: return false
    }
  }

  /// Whether a category is the institution that speaks: 学校 + 实验室安全工作领导小组.
  func speaks(_ name: ParsedName) -> Bool {
    if case .category = name.core { return meansIssuer(name.range) }
    return false
  }

  /// Whether a word stands for the institution that speaks: 学校 in the rules of a school.
  private func meansIssuer(_ range: Range<Int>) -> Bool {
    guard !institution.isEmpty else { return false }
    return vocabulary.words.endings(for: String(scalars, in: range), as: .house).contains {
      institution.reversed().starts(with: $0.unicodeScalars.reversed())
    }
  }

  /// Whether a head of one or two scalars (人, 组织) ends a name here and is no number, verb or part of
  /// another word.
  func isHead(at start: Int, before end: Int, from index: Int) -> Bool {
    let first = scalars[start]
    if first == "组", end < parser.limit {
      let right = rightSide(of: end, from: index)
      if right == .predicate || right == .other || right == .noun { return false }
    }
    guard end - start == 1, start > floor else { return true }
    if first == "人" {
      let right = rightSide(of: end, from: index)
      if right != .marker, right != .predicate, right != .mark, right != .of { return false }
    }
    return vocabulary.lookalikes.countEnding(before: start + 1, in: scalars, from: floor) == 0
  }

  private func category(at start: Int, from index: Int) -> Range<Int>? {
    guard let hit = parser.longest(.categories, at: start, from: index) else { return nil }
    if let notName = parser.longest(.notNames, at: start, from: index), notName.end > hit.end {
      return nil
    }
    // 常委会 and 研究生院 are organs that begin as categories do.
    if let organ = parser.longest(.organs, at: start, from: index), organ.end > hit.end {
      return nil
    }
    // 申请 + 人才公寓 has no 申请人.
    if hit.end < parser.limit, scalars[hit.end - 1] == "人", scalars[hit.end] == "才" { return nil }
    return hit.range
  }

  private func categoryRow(at start: Int, from index: Int) -> Int {
    parser.longest(.categories, at: start, from: index)?.row ?? 0
  }

  /// Where the words begin that belong to the name of a category: 网络交易平台 + 经营者.
  ///
  /// A head may be modified by a verb, as in 收集单位.
  func compoundStart(of start: Int, isHead: Bool) -> Int {
    var bound = start
    while bound > cursor, start - bound <= 12, parser.isHan(scalars[bound - 1]) {
      if vocabulary.bounds.countEnding(before: bound, in: scalars, from: cursor) > 0 { break }
      if isCounted(before: bound) { break }
      // 在 + 职业院校 has no 在职 in it.
      if bound == start, scalars[bound - 1] == "在" { break }
      if !isHead,
        vocabulary.framesBefore.countEnding(before: bound, in: scalars, from: cursor) > 0
          || vocabulary.verbs.countEnding(before: bound, in: scalars, from: cursor) > 0
      {
        break
      }
      bound -= 1
    }
    guard start - bound <= 12 else { return start }
    return isHead ? skippingPredicates(from: bound, upTo: start) : bound
  }

  /// Whether a classifier with its number ends before an offset: 2名 + 工作人员.
  private func isCounted(before offset: Int) -> Bool {
    guard offset - 2 >= floor else { return false }
    let count = vocabulary.classifiers.countEnding(before: offset, in: scalars, from: floor)
    guard count == 1 else { return false }
    return scalars[offset - 2].properties.numericType != nil || scalars[offset - 2] == "两"
  }

  /// Where a name begins after the verbs that govern it: 安排 + 学习者, 扶持 + 社区教育机构.
  ///
  /// The verb right before the head belongs to the name (收集单位), unless it is all that stands there.
  func skippingPredicates(from bound: Int, upTo start: Int) -> Int {
    var left = bound
    while left < start {
      let count = max(
        vocabulary.verbs.countStarting(at: left, in: scalars, upTo: start),
        vocabulary.framesBefore.countStarting(at: left, in: scalars, upTo: start))
      guard count >= 2 else { break }
      left += count
    }
    if left == start {
      let isVerbal =
        start - bound == 4
        || start - bound == 2
          && isAgent(at: start)
      return isVerbal ? bound : start
    }
    var offset = left + 1
    while offset < start {
      let count = vocabulary.verbs.countStarting(at: offset, in: scalars, upTo: start)
      if count >= 2, offset + count < start {
        let next = vocabulary.verbs.countStarting(at: offset + count, in: scalars, upTo: start)
        if next == 0 || offset + count + next < start { left = offset + count }
        offset += count
      } else {
        offset += 1
      }
    }
    return left
  }

  /// Whether the head at a place acts: 购买者 before 可以 or 发现.
  private func isAgent(at start: Int) -> Bool {
    let index = context.firstNameHit(from: start)
    guard let head = parser.longest(.categories, at: start, from: index) else { return false }
    if vocabulary.categories[head.row].form != .head {
      // 厚植企业承担责任的环境 has no subject, 审查机构应当 has.
      return vocabulary.modals.countStarting(at: head.end, in: scalars, upTo: parser.limit) > 0
    }
    let right = rightSide(of: head.end, from: index)
    return right == .marker || right == .predicate
  }

  /// Whether the words before a category belong to its name: a subject with its marker behind it, or
  /// what follows a preposition.
  private func isCompound(
    from start: Int, end: Int, isWord: Bool, from index: Int
  ) -> Bool {
    if start > floor, parser.isHan(scalars[start - 1]) {
      return !isWord && end - start <= 12
        && (scalars[start - 1] == "的"
          || vocabulary.framesBefore.countEnding(before: start, in: scalars, from: floor) > 0)
    }
    if vocabulary.modals.countStarting(at: end, in: scalars, upTo: parser.limit) > 0 { return true }
    return end - start <= 8 && end < parser.limit && parser.isHan(scalars[end])
      && scalars[end] != "的"
      && vocabulary.framesAfter.countStarting(at: end, in: scalars, upTo: parser.limit) > 0
  }

  mutating func addCategory(_ range: Range<Int>, row: Int, node: Int) {
    let name = categoryName(range, row: row)
    add(compounds.isEmpty ? name : named(name), node: node)
  }

  func categoryName(_ range: Range<Int>, row: Int) -> ParsedName {
    ParsedName(
      range: range, prefix: ParsedName.Prefix(at: range.lowerBound), core: .category(row),
      coreRange: range, tail: range.upperBound..<range.upperBound,
      kind: vocabulary.categories[row].kind, level: nil, generic: true)
  }
}
