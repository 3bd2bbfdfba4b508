import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 句内列举: a number of things against the things that the sentence names.
///
/// - 主要有三个方面问题：一是……；二是……: against the highest of 一是, 二是, 三是;
/// - 分为优秀、良好、合格四个等级: against the names before the number, where a word leads to them and no 等 leaves them open.
struct EnumeratedCounts: ReviewRule {
  private let counters: Set<String>
  private let leads: WordList

  init(lexicons: Lexicons) {
    counters = Set(lexicons[.listCounters].rows.map { $0[0] })
    leads = WordList(lexicons[.enumerationLeads])
  }

  func findings(in draft: Draft) -> [Finding] {
    draft.quantities.compactMap { quantity in
      guard quantity.kind == .quantity || quantity.kind == .number, quantity.comparator == nil,
        quantity.unit.map(counters.contains) ?? false, let value = quantity.value, value > 1,
        value <= 20
      else { return nil }
      if let count = ordinals(behind: quantity, in: draft), Decimal(count) != value {
        return finding(quantity, "后面列举的\(count)项", in: draft)
      }
      if let names = names(before: quantity, in: draft),
        value < Decimal(names.lowerBound) || value > Decimal(names.upperBound)
      {
        let nearest = value > Decimal(names.upperBound) ? names.upperBound : names.lowerBound
        return finding(quantity, "前面列举的\(nearest)项", in: draft)
      }
      return nil
    }
  }

  private func finding(_ quantity: Quantity, _ counted: String, in draft: Draft) -> Finding {
    Finding(
      .countAnnounced,
      "“\(draft.words(quantity.range))”与\(counted)不一致。请核对是否漏列，或者改正项数。",
      node: quantity.node, range: quantity.range)
  }

  // MARK: 一是, 二是

  private static let numerals = Array("一二三四五六七八九十".unicodeScalars)
  /// How much may stand between the number and the colon.
  private static let nounLimit = 12

  /// How many of 一是, 二是 follow the colon behind a number; `nil` unless they begin right there, and there are two.
  private func ordinals(behind quantity: Quantity, in draft: Draft) -> Int? {
    let scalars = draft.scalars
    let nodes = draft.context.document.nodes
    let lead = quantity.range.upperBound
    let end = nodes[quantity.node].range.upperBound
    guard lead < end,
      let colon = scalars[lead..<min(end, lead + Self.nounLimit)].firstIndex(where: { $0 == "：" }),
      !scalars[lead..<colon].contains(where: { "，、。；或以（".unicodeScalars.contains($0) }),
      isOrdinal(1, at: colon + 1, to: end, scalars)
    else { return nil }
    var count = 1
    for offset in colon + 3..<max(colon + 3, end - 1) {
      if count < 10, isOrdinal(count + 1, at: offset, to: end, scalars) {
        count += 1
      } else if isOrdinal(1, at: offset, to: end, scalars) {
        // Another list, or one within the first.
        return nil
      }
    }
    // What goes on in a further paragraph is not in view.
    return count > 1 ? count : nil
  }

  /// 一是 and so on, behind a mark.
  private func isOrdinal(_ number: Int, at offset: Int, to end: Int, _ scalars: [Unicode.Scalar])
    -> Bool
  {
    offset + 1 < end && scalars[offset + 1] == "是" && scalars[offset] == Self.numerals[number - 1]
      && "：；。，".unicodeScalars.contains(scalars[offset - 1])
  }

  // MARK: A、B、C三种

  /// How far before the number its names may begin.
  private static let namesLimit = 120
  /// The longest name; what is longer is a clause.
  private static let nameLimit = 16

  /// How many names stand right before a number; more than one answer where 和 may join names or stand in one.
  private func names(before quantity: Quantity, in draft: Draft) -> ClosedRange<Int>? {
    let scalars = draft.scalars
    let limit = max(
      draft.context.document.nodes[quantity.node].range.lowerBound,
      quantity.range.lowerBound - Self.namesLimit)
    var commas = 0
    var joints = 0
    // 村庄、集镇总体规划和村庄、集镇建设规划: names that are joined within are fewer than their commas.
    var isNested = false
    var depth = 0
    var nameEnd = quantity.range.lowerBound
    var offset = quantity.range.lowerBound
    while offset > limit {
      offset -= 1
      switch scalars[offset] {
      case "）", "”", "》": depth += 1
      case "（", "“", "《": depth -= 1
      default: break
      }
      guard depth >= 0 else { return nil }
      guard depth == 0 else { continue }
      switch scalars[offset] {
      case "，", "。", "；", "：", "等": return nil
      case "、":
        guard nameEnd - offset > 1, nameEnd - offset <= Self.nameLimit else { return nil }
        commas += 1
        nameEnd = offset
      case "和", "与", "及", "或":
        joints += 1
        isNested = isNested || commas > 0
      default:
        guard leads.begins(with: scalars[offset]),
          let lead = leads.longest(in: scalars, from: offset, to: nameEnd),
          nameEnd - lead.range.upperBound <= Self.nameLimit, lead.range.upperBound < nameEnd
        else { continue }
        guard commas > 0 else { return nil }
        return (isNested ? min(joints, commas) + 1 : commas + 1)...commas + 1 + joints
      }
    }
    return nil
  }
}
