internal import PolicyStructure
internal import PolicyText

extension [AnalyzedDocument] {
  /// Reports what is to be known of the file, in the document where its words stand.
  mutating func report(_ remarks: [SourceRemark], in reading: ReadingText) {
    guard !isEmpty else { return }
    for remark in remarks {
      let start = reading.firstOffset(from: remark.span.start)
      let end = Swift.max(start, reading.firstOffset(from: remark.span.end))
      let index = lastIndex { $0.document.range.lowerBound <= start } ?? 0
      self[index].findings.append(
        Finding(remark.kind.code, remark.message, node: nil, range: start..<end))
    }
  }
}

extension SourceRemark.Kind {
  /// The code of the finding that says so.
  fileprivate var code: FindingCode {
    switch self {
    case .revisions: .sourceRevisions
    case .hidden: .sourceHidden
    case .recognized: .sourceRecognized
    case .incomplete: .sourceIncomplete
    }
  }
}
