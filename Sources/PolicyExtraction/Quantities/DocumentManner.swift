import PolicyStructure
import PolicyText

/// How a kind of document (文种) speaks of numbers: a report gives facts, a plan sets targets.
struct DocumentManner {
  /// Whether numbers are facts unless a sentence commands something.
  let reports: Bool
  /// Whether numbers of things to be made or reached are targets.
  let plans: Bool

  /// The manner of a document, by its type, or by the last words of its title.
  init(_ document: PolicyDocument, in reading: ReadingText) {
    let name = document.metadata.type ?? document.metadata.title ?? Self.firstWords(document, reading)
    let title = document.metadata.title ?? name
    reports = name.hasSuffix("报告") || title.hasSuffix("报告")
    plans = Self.planning.contains { name.hasSuffix($0) || title.hasSuffix($0) }
  }

  private static let planning = ["规划", "方案", "计划", "纲要", "要点", "意见", "安排"]

  /// The first block of a text that has no title, if it is as short as a title.
  private static func firstWords(_ document: PolicyDocument, _ reading: ReadingText) -> String {
    guard let first = document.nodes.first, first.range.count < 60 else { return "" }
    return reading.compactWords(of: first.range)
  }
}
