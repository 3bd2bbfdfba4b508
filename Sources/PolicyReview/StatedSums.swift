import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 合计与分项: a total that its parts do not make, in running text.
///
/// - 总投资500万元，其中市级300万元，区级260万元: parts that are more than their whole. Parts that make less may be a
///   choice of them, unless the words say that they are all (总分100分; 三部分).
/// - 市本级120万元，各县区380万元，合计510万元: a total of what stands before it.
///
/// Amounts in 万 are equal within their last digits. Groups of people overlap (女性, 党员) and are not summed up.
struct StatedSums: ReviewRule {
  private enum Kind: String, CaseIterable {
    case parts, total
  }

  private let partitions: WordList
  private let totals: WordList
  private let groups: WordList
  /// 增加, 较: what stands before a number that is no part.
  private let changes: WordList
  private let counters: WordList

  init(lexicons: Lexicons) throws(LexiconError) {
    let lexicon = lexicons[.partWords]
    let kinds = try lexicon.values(of: "kind", as: Kind.self)
    partitions = WordList(zip(lexicon.rows, kinds).filter { $1 == .parts }.map { $0.0[0] })
    totals = WordList(zip(lexicon.rows, kinds).filter { $1 == .total }.map { $0.0[0] })
    let cues = lexicons[.shareCues]
    changes = WordList(
      cues.rows.filter { ["up", "down", "compare"].contains($0[1]) }.map { $0[0] })
    groups = WordList(lexicons[.overlappingGroups])
    counters = WordList(lexicons[.listCounters])
  }

  func findings(in draft: Draft) -> [Finding] {
    var findings: [Finding] = []
    var index = 0
    let numbers = draft.quantities
    while index < numbers.count {
      defer { index += 1 }
      guard canTotal(numbers[index]) else { continue }
      let parts = parts(of: numbers[index], among: numbers[(index + 1)...], in: draft)
      if parts.count > 1 {
        if let finding = finding(numbers[index], parts: parts, in: draft) {
          findings.append(finding)
          index += parts.count
        }
      } else if let finding = totalFinding(index, among: numbers, in: draft) {
        findings.append(finding)
      }
    }
    return findings
  }

  private func canTotal(_ quantity: Quantity) -> Bool {
    guard let value = quantity.value, value > 0, isStated(quantity) else { return false }
    switch quantity.kind {
    case .money, .quantity, .score: return quantity.unit != nil
    case .percent: return value == 100 && quantity.unit == "%"
    default: return false
    }
  }

  private func isStated(_ quantity: Quantity) -> Bool {
    quantity.comparator == nil || quantity.comparator == .equal
  }

  private func isAlike(_ a: Quantity, _ b: Quantity) -> Bool {
    a.kind == b.kind && a.unit == b.unit && a.node == b.node
  }

  // MARK: 其中

  private func finding(_ whole: Quantity, parts: [Quantity], in draft: Draft) -> Finding? {
    guard let total = whole.value, let last = parts.last else { return nil }
    let sum = parts.reduce(Decimal(0)) { $0 + ($1.value ?? 0) }
    guard abs(sum - total) > slack(parts + [whole], in: draft) else { return nil }
    let isMore = sum > total
    guard isMore || areAll(parts, of: whole, in: draft) else { return nil }
    let written = WrittenPrecision.amount(sum, like: whole.range, in: draft.scalars)
    return Finding(
      .sumMismatch,
      "其中各项相加是\(written)，\(isMore ? "多" : "少")于“\(draft.words(whole.range))”。请核对数字。",
      node: whole.node, range: whole.range.lowerBound..<last.range.upperBound)
  }

  /// Whether the words say that nothing is left out: the parts of a score or of 100%, and as many as are counted
  /// behind them (三部分).
  private func areAll(_ parts: [Quantity], of whole: Quantity, in draft: Draft) -> Bool {
    guard let last = parts.last else { return false }
    let end = last.range.upperBound
    let behind = end < draft.scalars.count ? draft.scalars[end] : "。"
    if behind == "等" { return false }
    if whole.kind == .score || whole.kind == .percent { return parts.count > 2 && behind == "。" }
    guard
      let count = ChineseNumeral.integer(
        in: draft.scalars, from: end, to: min(end + 3, draft.scalars.count)),
      count.value == parts.count
    else { return false }
    return counters.longest(
      in: draft.scalars, from: count.end, to: min(count.end + 4, draft.scalars.count)) != nil
  }

  /// By how much amounts may miss their sum, each rounded at its last digit.
  private func slack(_ quantities: [Quantity], in draft: Draft) -> Decimal {
    quantities.reduce(Decimal(0)) {
      $0 + WrittenPrecision.step(of: $1.range, in: draft.scalars)
    }
  }

  /// The parts that 其中 names of a whole, in its sentence.
  private func parts(
    of whole: Quantity, among rest: ArraySlice<Quantity>, in draft: Draft
  ) -> [Quantity] {
    guard let first = rest.first, first.node == whole.node else { return [] }
    var offset = whole.range.upperBound
    guard offset < draft.scalars.count, "，；（：".unicodeScalars.contains(draft.scalars[offset]),
      let word = partitions.longest(
        in: draft.scalars, from: offset + 1, to: first.range.lowerBound)
        ?? partitions.longest(in: draft.scalars, from: offset, to: first.range.lowerBound)
    else { return [] }
    offset = word.range.upperBound
    var parts: [Quantity] = []
    var sum = Decimal(0)
    for part in rest {
      guard isAlike(part, whole), isStated(part), part.range.lowerBound >= offset,
        part.range.lowerBound - offset < 40
      else { break }
      let between = offset..<part.range.lowerBound
      guard !draft.scalars[between].contains(where: { $0 == "。" || $0 == "）" }) else { break }
      // A second level of parts counts within the first; the sum would count it twice.
      if !parts.isEmpty, holds(partitions, in: between, of: draft) { return [] }
      if holds(changes, in: between, of: draft) { return [] }
      if part.kind == .quantity, holds(groups, in: between, of: draft) { return [] }
      // What is as large as the whole is no part of it.
      if let total = whole.value, let amount = part.value, amount >= total { return [] }
      parts.append(part)
      sum += part.value ?? 0
      // What follows a whole that is made up is none of its parts (…，支出900万元).
      if parts.count > 1, let total = whole.value,
        abs(sum - total) <= slack(parts + [whole], in: draft)
      {
        return parts
      }
      offset = part.range.upperBound
    }
    return parts
  }

  private func holds(_ words: WordList, in range: Range<Int>, of draft: Draft) -> Bool {
    range.contains {
      words.longest(in: draft.scalars, from: $0, to: range.upperBound) != nil
    }
  }

  // MARK: 合计

  /// How far apart a total and its parts may be for the total to be theirs at all.
  private static let plausible = (least: Decimal(7) / 10, most: Decimal(14) / 10)

  /// A total behind its parts: ，合计510万元.
  private func totalFinding(
    _ place: Int, among numbers: [Quantity], in draft: Draft
  ) -> Finding? {
    let total = numbers[place]
    guard total.kind == .money || total.kind == .quantity, let stated = total.value,
      let word = totals.longest(
        in: draft.scalars, endingAt: total.range.lowerBound,
        from: max(0, total.range.lowerBound - 4)),
      word.range.lowerBound > 0, draft.scalars[word.range.lowerBound - 1] == "，"
    else { return nil }
    var parts: [Quantity] = []
    var sum = Decimal(0)
    var end = word.range.lowerBound
    for part in numbers[..<place].reversed() {
      let between = part.range.upperBound..<max(end, part.range.upperBound)
      guard isAlike(part, total), isStated(part), let value = part.value, between.count < 40,
        !draft.scalars[between].contains(where: { "。；：！".unicodeScalars.contains($0) }),
        !holds(partitions, in: between, of: draft), !holds(changes, in: between, of: draft)
      else { break }
      parts.append(part)
      sum += value
      end = part.range.lowerBound
      // Only the last of the amounts may be meant.
      if parts.count > 1, abs(sum - stated) <= slack(parts + [total], in: draft) { return nil }
    }
    guard parts.count > 1, let first = parts.last,
      sum >= stated * Self.plausible.least, sum <= stated * Self.plausible.most,
      !holds(groups, in: first.range.upperBound..<word.range.lowerBound, of: draft)
        || total.kind == .money
    else { return nil }
    let written = WrittenPrecision.amount(sum, like: total.range, in: draft.scalars)
    return Finding(
      .sumMismatch,
      "前面\(parts.count)项相加是\(written)，这里是“\(draft.words(total.range))”。请核对数字。",
      node: total.node, range: total.range)
  }
}
