import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 日期先后: dates of a document that contradict each other.
///
/// A text is adopted before it is promulgated, and ceases to be in force after it takes effect. That it
/// takes effect before it was adopted is no contradiction: a revised text keeps its first day, and a
/// notice may reach back. A period ends after it begins (2023年6月至2022年12月), and what is valid up to a day is
/// in force before it.
///
/// Source: Legislation Law (立法法, 2023) art. 27, 61.
struct DateOrder: ReviewRule {
  func findings(in draft: Draft) -> [Finding] {
    let dates = draft.context.document.metadata.dates.filter { $0.date.count == 10 }
    var findings: [Finding] = []
    func expect(_ earlier: DocumentDate.Kind, before later: DocumentDate.Kind) {
      guard let first = dates.last(where: { $0.kind == earlier }),
        let second = dates.last(where: { $0.kind == later }), first.date > second.date,
        let range = second.range ?? first.range
      else { return }
      findings.append(
        Finding(
          .dateOrder,
          "\(later.chineseName)日期\(second.date)早于\(earlier.chineseName)日期\(first.date)。请核对。",
          node: nil, range: range))
    }
    let isRevised = dates.contains { $0.kind == .revised }
    if !isRevised {
      expect(.adopted, before: .promulgated)
    }
    expect(.effective, before: .repealed)
    return findings + periods(in: draft) + validity(in: draft)
  }

  /// Periods that end before they begin.
  private func periods(in draft: Draft) -> [Finding] {
    draft.quantities.compactMap { quantity in
      guard quantity.kind == .dateRange, let iso = quantity.iso else { return nil }
      let ends = iso.split(separator: "/")
      guard ends.count == 2, isAfter(ends[0], ends[1]) else { return nil }
      return Finding(
        .dateOrder, "“\(draft.words(quantity.range))”的结束日期早于开始日期。请核对。",
        node: quantity.node, range: quantity.range)
    }
  }

  /// Whether a date is later than another, as far as both are written; of days without a year only those of
  /// one month can be told apart (12月至次年3月).
  private func isAfter(_ first: Substring, _ second: Substring) -> Bool {
    let length = min(first.count, second.count)
    let (first, second) = (first.prefix(length), second.prefix(length))
    if first.hasPrefix("XXXX") || second.hasPrefix("XXXX") {
      guard first.prefix(7) == second.prefix(7) else { return false }
    }
    return first > second
  }

  /// 有效期至 a day before the text takes effect.
  private func validity(in draft: Draft) -> [Finding] {
    let effective = draft.context.document.metadata.dates.last { $0.kind == .effective }
    guard let start = effective?.date, start.count == 10 else { return [] }
    return draft.quantities.compactMap { quantity in
      guard quantity.kind == .date, let end = quantity.iso, end.count == 10,
        !end.hasPrefix("X"), end <= start, followsValidity(quantity.range.lowerBound, in: draft)
      else { return nil }
      return Finding(
        .dateOrder, "有效期至“\(draft.words(quantity.range))”，早于施行日期\(start)。请核对。",
        node: quantity.node, range: quantity.range)
    }
  }

  /// Whether 有效期至, 有效期限至 or 有效期截至 stands right before an offset.
  private func followsValidity(_ start: Int, in draft: Draft) -> Bool {
    let words = Array("有效期".unicodeScalars)
    guard start > words.count + 1, draft.scalars[start - 1] == "至" else { return false }
    return (start - words.count - 3..<start - words.count).contains {
      $0 >= 0 && draft.scalars[$0..<$0 + words.count].elementsEqual(words)
    }
  }
}

extension DocumentDate.Kind {
  /// What a person calls it.
  fileprivate var chineseName: String {
    switch self {
    case .adopted: "通过"
    case .issued: "成文"
    case .promulgated: "公布"
    case .effective: "施行"
    case .revised: "修订"
    case .repealed: "失效"
    case .published: "发布"
    }
  }
}
