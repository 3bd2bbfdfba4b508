import PolicyLexicons
import PolicyText

/// How a category stands in its clause: what stands before it and what follows show whether it bears
/// or receives a norm, or only belongs to the name of a thing (学生人数, 设立学校的条件).
///
/// Source: `definitions`, Entities; observed in statutes, rules and notices.
extension EntityScanner {
  /// What stands before a category.
  enum LeftSide {
    /// The beginning of a clause: it is the subject.
    case clause
    /// Another member of its list.
    case list
    /// A preposition or a verb that acts on it: 对, 通知, 鼓励.
    case frame
    /// A verb that brings it about: 设立, 聘任. Nobody is addressed yet.
    case founding
    /// 的: a clause that says which ones are meant.
    case relative
    /// Words that are no frame.
    case other
  }

  /// What follows a category.
  enum RightSide {
    /// A mark, or the end of the block.
    case mark
    /// 的.
    case of
    /// A marker of a norm.
    case marker
    /// A verb or an adverb: it is the one who acts.
    case predicate
    /// A connective: 、, 和.
    case joint
    /// A noun that makes it a part of another name: 权益, 人数.
    case noun
    /// A number, or words that compare one: it is counted, not addressed.
    case amount
    /// Words that no list has.
    case other
  }

  /// What stands before a category, modifiers aside: 对 in 对家庭经济困难学生.
  func leftSide(of start: Int) -> LeftSide {
    let count = vocabulary.modifiers.countEnding(before: start, in: scalars, from: floor)
    if count > 0, start - count >= floor {
      let outer = side(of: start - count)
      if outer != .other { return outer }
    }
    return side(of: start)
  }

  private func side(of start: Int) -> LeftSide {
    if start == floor || !parser.isHan(scalars[start - 1]) {
      guard start > floor, scalars[start - 1] == "、" else { return .clause }
      return followsMention(start) ? .list : .other
    }
    if followsMention(start) { return .list }
    if vocabulary.founding.countEnding(before: start, in: scalars, from: floor) > 0 {
      return .founding
    }
    if vocabulary.framesBefore.countEnding(before: start, in: scalars, from: floor) > 0 {
      return .frame
    }
    return scalars[start - 1] == "的" ? .relative : .other
  }

  func rightSide(of end: Int, from index: Int) -> RightSide {
    guard end < parser.limit else { return .mark }
    let marker = parser.longest(.modality, at: end, from: index).map { $0.end - $0.start } ?? 0
    let noun = vocabulary.nounsAfter.countStarting(at: end, in: scalars, upTo: parser.limit)
    // 需求 is no marker.
    if marker > 0 { return noun > marker ? .noun : .marker }
    let scalar = scalars[end]
    if scalar == "的" { return .of }
    if parser.connectiveCount(at: end) > 0 { return .joint }
    if scalar.value >= 0x30, scalar.value <= 0x39 { return .amount }
    guard parser.isHan(scalar) else { return .mark }
    let limit = parser.limit
    let frame = max(
      vocabulary.framesAfter.countStarting(at: end, in: scalars, upTo: limit),
      vocabulary.verbs.countStarting(at: end, in: scalars, upTo: limit))
    if noun > 0, noun >= frame { return .noun }
    if vocabulary.amounts.countStarting(at: end, in: scalars, upTo: limit) > 0 { return .amount }
    if scalar == "每", isBounded(at: end) { return .amount }
    return frame > 0 ? .predicate : .other
  }

  /// 每周不少于2课时 after 小学: how much of it there is, and nobody's act.
  private func isBounded(at start: Int) -> Bool {
    (start + 2...start + 3).contains {
      $0 < parser.limit
        && vocabulary.amounts.countStarting(at: $0, in: scalars, upTo: parser.limit) > 0
    }
  }

  /// Whether a mention stands right before the mark or connective before an offset.
  private func followsMention(_ start: Int) -> Bool {
    guard let last = found.last?.name.range.upperBound else { return false }
    return start - last <= 2 && start > last && parser.connectiveCount(at: last) == start - last
  }

  /// Whether a category with these words around it bears or receives a norm.
  ///
  /// `start`: where it begins; `end`: where it, or the list that it begins, ends.
  func isAddressed(
    _ left: LeftSide, _ right: RightSide, start: Int, end: Int, from index: Int
  ) -> Bool {
    switch right {
    case .marker: return true
    case .noun, .amount: return false
    // The norm falls on the last: 举办者 in 民办学校的举办者应当.
    case .of where isHolder(after: end + 1, from: index): return false
    case .of:
      switch left {
      case .clause: return isGoverned(from: end, index: index)
      // 对学生的实验方案进行审核 acts on both.
      case .frame: return isTarget(start) || isAct(after: end + 1)
      case .other, .list: return isAct(after: end + 1)
      default: return false
      }
    case .predicate:
      switch left {
      case .clause: return !isAttribute(from: end, index: index)
      case .list, .frame, .relative: return true
      default: return false
      }
    case .joint:
      switch left {
      case .clause: return isGoverned(from: end, index: index)
      case .frame, .list: return true
      default: return false
      }
    case .mark:
      switch left {
      case .frame: return true
      case .relative: return !isComplement(start)
      case .list: return found.last.map { isCategory($0.name) } ?? false
      default: return false
      }
    case .other:
      if modifiesHead(from: end, index: index) { return false }
      switch left {
      case .frame: return true
      case .clause, .list: return isGoverned(from: end, index: index)
      default: return false
      }
    }
  }

  private func isTarget(_ start: Int) -> Bool {
    start > floor && scalars[start - 1] == "对"
  }

  private func isCategory(_ name: ParsedName) -> Bool {
    if case .category = name.core { return true }
    return false
  }

  /// Whether a category or a post begins after 的: 学生的家长.
  private func isHolder(after start: Int, from index: Int) -> Bool {
    guard start < parser.limit else { return false }
    let first = parser.firstHit(at: start, from: index)
    return parser.longest(.categories, at: start, from: first) != nil
      || parser.post(at: start, from: first) != nil
  }

  /// Whether the words that follow a category make a longer name with it: 个人 + 征信机构, 专家 + 论证委员会.
  private func modifiesHead(from end: Int, index: Int) -> Bool {
    var next = parser.firstHit(at: end, from: index)
    var reached = end
    while next < context.nameHits.count, context.nameHits[next].start <= end + 4 {
      let hit = context.nameHits[next]
      next += 1
      while reached < hit.start {
        reached += 1
        guard parser.isHan(scalars[reached - 1]),
          vocabulary.bounds.countEnding(before: reached, in: scalars, from: end) == 0,
          vocabulary.verbs.countEnding(before: reached, in: scalars, from: end) == 0
        else { return false }
      }
      guard hit.end <= parser.limit else { continue }
      switch hit.list {
      case .nameHeads where vocabulary.nameHeads[hit.row] == .committee: return true
      case .categories where vocabulary.categories[hit.row].form != .head:
        let right = rightSide(of: hit.end, from: next)
        if right == .marker || right == .predicate { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether the noun after 的 is an act of the one before it: 监护人的同意, 当事人的申请.
  private func isAct(after start: Int) -> Bool {
    vocabulary.acts.countStarting(at: start, in: scalars, upTo: parser.limit) > 0
  }

  /// Whether the clause only describes a thing, as items do: 农民自产的农副产品.
  private func isAttribute(from end: Int, index: Int) -> Bool {
    // Only an item that begins with the category and is one clause is such a description.
    let limit = min(parser.limit, end + 40)
    guard parser.limit <= limit, end - floor <= 16 else { return false }
    var close = parser.limit
    while close > end, !parser.isHan(scalars[close - 1]) { close -= 1 }
    var offset = close
    while offset > end, close - offset <= 10 {
      offset -= 1
      if !parser.isHan(scalars[offset]) { return false }
      if scalars[offset] == "的" { return close - offset > 2 }
    }
    return false
  }

  /// Whether the clause goes on to a marker of a norm, or ends as a condition does (…的，).
  private func isGoverned(from end: Int, index: Int) -> Bool {
    let limit = min(parser.limit, end + 60)
    var close = end
    scan: while close < limit {
      switch scalars[close] {
      case "，", "。", "；", "：", "？": break scan
      default: close += 1
      }
    }
    guard close > end else { return false }
    if scalars[close - 1] == "的", close < limit { return true }
    var next = parser.firstHit(at: end, from: index)
    while next < context.nameHits.count, context.nameHits[next].start < close {
      if context.nameHits[next].list == .modality { return true }
      next += 1
    }
    return false
  }
}
