import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 日期先后: dates of a document that contradict each other.
///
/// A text is adopted before it is promulgated, and ceases to be in force after it takes effect. That it
/// takes effect before it was adopted is no contradiction: a revised text keeps its first day, and a
/// notice may reach back.
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
    return findings
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
