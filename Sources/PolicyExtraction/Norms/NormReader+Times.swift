import PolicyClauses

/// Acts whose clause begins with when they are done: 合同期满前3个月重新组织招标, 每3年修订1次教材.
extension NormReader {
  /// 合同期满前3个月重新组织招标, 每3年修订1次教材: where the verb begins after the time that opens a clause.
  func verbAfterTime(from start: Int, in range: Range<Int>) -> Int? {
    let end = min(range.upperBound, start + 20)
    var offset = start
    var opens = isNumeral(map.scalars[start]) || map.scalars[start] == "每"
    while offset < end {
      if !opens, let word = map.word([.head, .adverb, .plain], at: offset, before: end) {
        // 省财政厅为灾区及时提供帮助: a subject, and no time.
        guard word.roles.isDisjoint(with: .head) else { return nil }
        offset = word.end
        continue
      }
      if map.word(.closer, at: offset, before: end) != nil {
        opens = true
      } else if opens, let verb = map.word(.directive, at: offset, before: range.upperBound),
        verb.end < range.upperBound, map.scalars[verb.end] != "的"
      {
        return offset
      }
      if let verb = map.word([.directive, .either], at: offset, before: end),
        verb.end > offset + 1, offset == start,
        // 受理后10个工作日内完成初审: the verb says from when.
        map.word(.closer, at: verb.end, before: end) == nil
      {
        return nil
      }
      guard opens else {
        if map.scalars[offset] == "的" || map.scalars[offset] == "，" { return nil }
        offset += 1
        continue
      }
      let next = map.skipping(.adverb, from: offset, before: range.upperBound)
      if next > offset {
        offset = next
      } else if isNumeral(map.scalars[offset]) || isTimeUnit(map.scalars[offset]) {
        offset += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// 2月13日 + 返岗: what follows the time of an act is done, whatever its verb.
  func isDone(at start: Int, in range: Range<Int>) -> Bool {
    let recurs = map.scalars[start] == "每"
    guard isNumeral(map.scalars[start]) || recurs else { return false }
    var end = start
    while end < range.upperBound, isNumeral(map.scalars[end]) || isTimeUnit(map.scalars[end]) {
      end += 1
    }
    guard end - start >= (recurs ? 2 : 3), range.upperBound - end >= 2 else { return false }
    // 每周巡河不少于1次: how often is a part of what is done.
    if recurs {
      return map.word([.bound, .statement, .state], at: end, before: range.upperBound) == nil
        && map.scalars[end] != "的"
    }
    switch map.scalars[end - 1] {
    case "日", "前", "后", "内", "起", "时", "底", "末", "初", "间":
      return map.token([.statement, .state, .bound], in: end..<range.upperBound) == nil
        && map.word([.topic, .nominal, .closer], at: end, before: range.upperBound) == nil
        && map.scalars[end] != "的" && map.scalars[end] != "为"
    default: return false
    }
  }

  func isTimeUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "年", "月", "日", "周", "天", "季", "度", "期", "学", "个", "小", "时", "底", "末", "初", "起", "前", "内",
      "每", "之", "以", "半", "上", "下", "始", "开":
      true
    default: false
    }
  }
}
