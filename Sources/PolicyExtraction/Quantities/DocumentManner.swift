import PolicyStructure
import PolicyText

/// How a kind of document (文种) speaks of numbers: a report gives facts, a plan sets targets.
struct DocumentManner {
  /// Whether numbers are facts unless a sentence commands something.
  let reports: Bool
  /// Whether numbers of things to be made or reached are targets.
  let plans: Bool

  /// The manner of a document, by its type, or by the last words of its title.
  init(_ document: PolicyDocument, in reading: ReadingText, words: [String: Manner]) {
    let name =
      document.metadata.type ?? document.metadata.title ?? Self.firstWords(document, reading)
    let title = document.metadata.title ?? name
    func has(_ manner: Manner) -> Bool {
      words.contains { $0.value == manner && (name.hasSuffix($0.key) || title.hasSuffix($0.key)) }
    }
    reports = has(.reports)
    plans = has(.plans)
  }

  /// What a kind of document does with numbers.
  enum Manner: String, CaseIterable, Sendable { case reports, plans }

  /// The first block of a text that has no title, if it is as short as a title.
  private static func firstWords(_ document: PolicyDocument, _ reading: ReadingText) -> String {
    guard let first = document.nodes.first, first.range.count < 60 else { return "" }
    return reading.compactWords(of: first.range)
  }
}
