import PolicyStructure
import PolicyText

extension DraftText {
  /// The lines of each annex below its number; 0 for one without a number.
  var attachments: [Int: [String]] {
    var result: [Int: [String]] = [:]
    for node in text.nodes where node.level == .attachment {
      let start = node.number?.range.upperBound ?? node.range.lowerBound
      result[node.number?.values.first ?? 0] =
        text.source.lines(in: text.offsets(start..<node.range.upperBound)).map {
          String(text.source.scalars, in: $0)
        }
    }
    return result
  }
}
