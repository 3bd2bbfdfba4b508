internal import PolicyStructure
internal import PolicyText

extension [AnalyzedDocument] {
  /// Reports bytes that no encoding explains: one finding for the source, in the document where the
  /// first of them stand.
  mutating func report(_ replaced: [TextSpan], in reading: ReadingText) {
    guard let first = replaced.first, !isEmpty else { return }
    let start = reading.firstOffset(from: first.start)
    let index = lastIndex { $0.document.range.lowerBound <= start } ?? 0
    let count = replaced.reduce(0) { $0 + $1.length }
    let places = replaced.prefix(5).map { "第\($0.start + 1)字" }.joined(separator: "、")
    let message =
      "有\(count)处字节不属于任何已知编码，已用“\u{FFFD}”代替，位于\(places)\(replaced.count > 5 ? "等处" : "")。"
      + "请核对原文件。"
    let end = reading.firstOffset(from: first.end)
    self[index].findings.append(
      Finding(.encodingReplaced, message, node: nil, range: start..<Swift.max(end, start)))
  }
}

extension ReadingText {
  /// The first offset of the reading text that stands at an offset of the source or after it.
  func firstOffset(from sourceOffset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < sourceOffset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
