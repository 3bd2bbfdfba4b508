import PolicyText

/// Decides what part a quantity plays: 罚款 makes a penalty, 内 a deadline, 到2025年 a target.
///
/// The words of its clause decide first, those of its sentence next, the kind of document last.
struct RoleReader {
  let scalars: [Unicode.Scalar]
  let words: QuantityWords
  /// Whether the document reports facts where it commands nothing.
  let isReport: Bool
  /// Whether the words stand in a table, where a bound is a criterion.
  let isCell: Bool
  /// Whether the document sets targets: 规划, 方案, 要点, 意见.
  let isPlan: Bool
  let limits: Range<Int>

  /// The roles of all amounts of a block, in order.
  func roles(of amounts: [Amount]) -> [Quantity.Role] {
    var roles: [Quantity.Role] = []
    roles.reserveCapacity(amounts.count)
    var sentence = limits.lowerBound..<limits.lowerBound
    var signs: [Sign] = []
    var hasTargetDate = false
    var clause = sentence
    for (index, amount) in amounts.enumerated() {
      if !sentence.contains(amount.range.lowerBound) {
        sentence = self.sentence(around: amount.range)
        signs = self.signs(in: sentence)
        // Amounts stand in the order of the text.
        hasTargetDate = amounts[index...].prefix { $0.range.lowerBound < sentence.upperBound }
          .contains { isTargetDate($0, in: sentence) }
        clause = sentence.lowerBound..<sentence.lowerBound
      }
      // Many numbers of one clause look for its ends once.
      if amount.range.lowerBound < clause.lowerBound || amount.range.upperBound > clause.upperBound
      {
        clause = self.clause(around: amount.range, in: sentence)
      }
      roles.append(role(of: amount, clause: clause, signs: signs, hasTargetDate: hasTargetDate))
    }
    return roles
  }

  /// A word of a sentence that tells what part its numbers play.
  struct Sign {
    let role: Quantity.Role
    let scope: QuantityWords.RoleScope
    let range: Range<Int>
  }

  // MARK: Deciding

  private func role(
    of amount: Amount, clause: Range<Int>, signs: [Sign],
    hasTargetDate: Bool
  ) -> Quantity.Role {
    let commands = signs.contains { $0.role == .threshold }
    // A bound in a rule is one whatever its sentence tells: 业主共有的…，经占比三分之二以上的….
    let isDate = amount.kind == .date || amount.kind == .dateRange
    let isBound = !isDate && (amount.comparator.map { $0 != .equal && $0 != .about } ?? false)
    let reports =
      signs.contains {
        $0.role == .statistic && (isReport || isPlan || !isBound || clause.overlaps($0.range))
      } || (isReport && !commands)
    switch amount.kind {
    case .frequency:
      return .frequency
    case .date, .dateRange:
      if amount.comparator?.isUpper ?? false {
        return reports && !hasTargetDate || startsFact(amount) ? .statistic : .deadline
      }
      if isReport || reports { return .statistic }
      if amount.kind == .dateRange { return .deadline }
      if amount.comparator?.isLower ?? false { return .threshold }
      if amount.iso?.hasPrefix("X") ?? false { return .threshold }
      // 2025年完成80台: the year of a plan is when it is to be done.
      let end = amount.outer.upperBound
      let isDone = signs.contains {
        $0.role == .target && (0...2).contains($0.range.lowerBound - end)
      }
      return isPlan && isDone ? .deadline : .statistic
    case .score:
      if let role = scoreRole(amount, clause: clause, signs: signs, reports: reports) {
        return role
      }
    case .duration:
      if let role = durationRole(amount, clause: clause, signs: signs, reports: reports) {
        return role
      }
    case .number, .percent, .fraction, .money, .quantity, .rate: break
    }
    if isPenalty(amount, clause: clause, signs: signs) { return .penalty }
    if isWeight(amount, clause: clause, signs: signs) { return .weight }
    if isCell, let comparator = amount.comparator, comparator != .equal, comparator != .about,
      isReport
    {
      return .threshold
    }
    if amount.kind == .duration, isReport, reports, amount.comparator == nil { return .duration }
    if amount.kind == .duration, !hasTargetDate { return reports ? .statistic : .threshold }
    if reports && !(hasTargetDate && !isReport) { return .statistic }
    if hasTargetDate { return .target }
    if signs.contains(where: { isTargetSign($0, for: amount, clause: clause) }), !commands {
      return .target
    }
    return .threshold
  }

  /// Whether a word sets what the amount is to be: 提高到, in a plan 建成 as well.
  private func isTargetSign(_ sign: Sign, for amount: Amount, clause: Range<Int>) -> Bool {
    guard sign.role == .target, clause.overlaps(sign.range) else { return false }
    if sign.scope == .all { return true }
    // 对17座水库实施除险加固.
    let isObject = scalar(amount.outer.lowerBound - 1) == "对"
    return isPlan && (isObject || sign.range.lowerBound < amount.range.lowerBound)
      && (amount.kind == .quantity || amount.kind == .percent || amount.kind == .money)
  }

  /// 截至2023年12月31日 dates a fact.
  private func startsFact(_ amount: Amount) -> Bool {
    let start = amount.outer.lowerBound
    return start < amount.range.lowerBound && scalars[start] == "截"
  }

  private func scoreRole(
    _ amount: Amount, clause: Range<Int>, signs: [Sign], reports: Bool
  ) -> Quantity.Role? {
    switch scalar(amount.outer.lowerBound - 1) {
    case "扣", "减": return .penalty
    case "加", "记", "计", "占": return .weight
    default: break
    }
    if amount.isRange || amount.comparator.map({ $0 != .equal && $0 != .about }) ?? false {
      // 90分以上为优 says what makes a grade, also in a report.
      return reports && !names(gradeAt: amount.outer.upperBound) ? .statistic : .threshold
    }
    if scalar(amount.range.lowerBound - 1) == "（", scalar(amount.range.upperBound) == "）" {
      return .weight
    }
    // 分值为：师德师风30分，培养过程30分: the word stands at the head of the list.
    if signs.contains(where: {
      $0.role == .weight && $0.range.upperBound <= amount.range.lowerBound
        && (!(reports || isReport) || $0.range.lowerBound >= clause.lowerBound)
    }) {
      return .weight
    }
    // 商务分为20分; a report's 得分为86分 is a result.
    if !isReport, scalar(amount.outer.lowerBound - 1) == "为",
      scalar(amount.outer.lowerBound - 2) == "分", scalar(amount.outer.lowerBound - 3) != "得"
    {
      return .weight
    }
    return reports ? .statistic : nil
  }

  /// 为优, 的为合格, （不含）为良: whether words name a grade.
  private func names(gradeAt end: Int) -> Bool {
    var offset = end
    if scalar(offset) == "（" {
      while offset < limits.upperBound, offset - end < 6, scalar(offset) != "）" { offset += 1 }
      offset += 1
    }
    if scalar(offset) == "的" { offset += 1 }
    if scalar(offset) == "，" { offset += 1 }
    return scalar(offset) == "为"
  }

  private func durationRole(
    _ amount: Amount, clause: Range<Int>, signs: [Sign],
    reports: Bool
  ) -> Quantity.Role? {
    if isPenalty(amount, clause: clause, signs: signs) { return .penalty }
    let end = amount.outer.upperBound
    if signs.contains(where: {
      $0.role == .target && $0.scope == .all && $0.range.upperBound == amount.outer.lowerBound
    }) {
      return .target
    }
    if amount.isWithin {
      if endsCondition(clause) && !(scalar(end) == "不" && scalar(end + 1) == "能")
        || !isFree(at: end)
          && words.conditionStarts.longest(in: scalars, from: end, to: limits.upperBound) != nil
      {
        return .threshold
      }
      if scalar(end) == "不" && (scalar(end + 1) == "得" || scalar(end + 1) == "予")
        || scalar(end) == "禁"
      {
        return signs.contains { $0.role == .penalty } ? .penalty : .threshold
      }
      if scalar(end) == "有", scalar(end + 1) == "效" { return .duration }
      return reports && isReport ? .statistic : .deadline
    }
    // 期满三十日前, 提前三日, 开考前30分钟.
    if scalar(amount.range.upperBound) == "前"
      || (scalar(amount.range.upperBound) == "之" && scalar(amount.range.upperBound + 1) == "前")
      || (scalar(amount.range.upperBound) == "以" && scalar(amount.range.upperBound + 1) == "前")
    {
      return .deadline
    }
    let before = scalar(amount.outer.lowerBound - 1)
    if before == "前", !["平", "的", "月", "间", "工", "以"].contains(scalar(amount.range.upperBound)) {
      return .deadline
    }
    if (before == "限" && amount.comparator == nil)
      || (before == "起" && scalar(amount.outer.lowerBound - 2) == "日"),
      amount.comparator == nil || (amount.comparator?.isUpper ?? false), !endsCondition(clause)
    {
      return .deadline
    }
    if let sign = signs.last(where: {
      ($0.role == .deadline
        || ($0.role == .duration && (amount.comparator ?? .equal) == .equal && !amount.isRange
          && !endsCondition(clause)))
        && $0.range.upperBound <= amount.range.lowerBound
        && clause.lowerBound <= $0.range.lowerBound
        && amount.range.lowerBound - $0.range.upperBound <= ($0.role == .deadline ? 12 : 8)
    }) {
      return sign.role
    }
    return nil
  }

  /// 10日内无息退还: 无息, 无偿 say how something is done; 三年内无转让记录 is a condition.
  private func isFree(at start: Int) -> Bool {
    scalar(start) == "无" && (scalar(start + 1) == "息" || scalar(start + 1) == "偿")
  }

  /// 处一万元以上五万元以下罚款, 滞纳金, 三年以下有期徒刑: the penalty is named after the amount, or
  /// right before it.
  private func isPenalty(
    _ amount: Amount, clause: Range<Int>, signs: [Sign]
  ) -> Bool {
    guard !endsCondition(clause) else { return false }
    let start = amount.outer.lowerBound
    return signs.contains { sign in
      guard sign.role == .penalty, sign.scope == .all, clause.overlaps(sign.range) else {
        return false
      }
      if sign.range.lowerBound >= amount.range.upperBound { return true }
      return start - sign.range.upperBound <= 16
    }
      || signs.contains { sign in
        // 但是最高不超过三万元: a cap of the fine before it.
        sign.role == .penalty && sign.scope == .all && amount.kind == .money
          && sign.range.upperBound <= clause.lowerBound
          && (amount.comparator?.isUpper ?? false) && clause.lowerBound - sign.range.upperBound <= 2
      }
  }

  private func isWeight(
    _ amount: Amount, clause: Range<Int>, signs: [Sign]
  ) -> Bool {
    guard amount.kind == .percent || amount.kind == .score || amount.kind == .number else {
      return false
    }
    return signs.contains {
      $0.role == .weight && $0.range.upperBound <= amount.range.lowerBound
        && clause.overlaps($0.range)
    }
  }

  private func isTargetDate(_ amount: Amount, in sentence: Range<Int>) -> Bool {
    guard amount.kind == .date, sentence.overlaps(amount.range),
      amount.comparator?.isUpper ?? false, let iso = amount.iso, !iso.hasPrefix("X")
    else { return false }
    return !startsFact(amount)
  }

  // MARK: Surroundings

  private func scalar(_ offset: Int) -> Unicode.Scalar {
    limits.contains(offset) ? scalars[offset] : "\n"
  }

  /// From the mark before to the mark after: 。；！？ part sentences.
  ///
  /// No sentence is taken to be longer than some pages, so that a text without marks takes no time
  /// that grows with the square of its length.
  private func sentence(around range: Range<Int>) -> Range<Int> {
    let longest = 4000
    let first = max(limits.lowerBound, range.lowerBound - longest)
    let last = max(range.upperBound, min(limits.upperBound, range.upperBound + longest))
    var start = range.lowerBound
    while start > first, !endsSentence(scalars[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < last, !endsSentence(scalars[end]) { end += 1 }
    return start..<end
  }

  private func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "？": true
    default: false
    }
  }

  /// The part of the sentence between commas.
  private func clause(around range: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > sentence.lowerBound, scalars[start - 1] != "，", scalars[start - 1] != "：" {
      start -= 1
    }
    var end = range.upperBound
    while end < sentence.upperBound, scalars[end] != "，", scalars[end] != "：" { end += 1 }
    return start..<end
  }

  /// …的，: a condition, which measures and does not punish.
  private func endsCondition(_ clause: Range<Int>) -> Bool {
    clause.upperBound > clause.lowerBound && scalars[clause.upperBound - 1] == "的"
  }

  private func signs(in range: Range<Int>) -> [Sign] {
    var signs: [Sign] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let found = words.roleTrie.longest(in: scalars, from: offset, to: range.upperBound) {
        signs.append(
          Sign(
            role: words.roles[found.word], scope: words.roleScopes[found.word],
            range: offset..<found.end))
        offset = found.end
      } else {
        offset += 1
      }
    }
    return signs
  }
}
