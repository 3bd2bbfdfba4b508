import PolicyText

/// 印发关系: which document of a source issues which, and what the issued one has from it.
///
/// A notice (印发, 转发, 批转) or an order (令, 公告) comes first and names what follows it, in its title or
/// in its words.
enum IssuingLinks {
  /// How far into an issuing document the title of what it issues is looked for.
  private static let opening = 600

  /// Sets ``PolicyDocument/issuedBy``, and gives issued rules the issuers and rank that their own
  /// wrapper does not tell.
  static func connect(
    _ documents: inout [PolicyDocument], in reading: ReadingText, reader: MetadataReader
  ) {
    var issuer: Int?
    for index in documents.indices {
      if let by = issuer, names(documents[index], in: documents[by], reading) {
        documents[index].issuedBy = by
        let issuing = documents[by].metadata
        // What is forwarded others have issued.
        let isForwarded =
          issuing.titleRange.map { reader.forwards($0, in: reading.scalars) } ?? false
        if !isForwarded, documents[index].metadata.issuers.isEmpty {
          documents[index].metadata.issuers = issuing.issuers
        }
        inherit(from: issuing, to: &documents[index].metadata)
        continue
      }
      issuer = documents[index].issues(in: reading) ? index : nil
    }
  }

  /// Whether the opening words of a document hold the title of another.
  private static func names(
    _ issued: PolicyDocument, in issuing: PolicyDocument, _ reading: ReadingText
  ) -> Bool {
    guard let title = issued.metadata.titleRange else { return false }
    var words = Array(reading.scalars[title])
    while let open = Preface.openingOfSuffix(in: words) { words.removeSubrange(open...) }
    while let first = words.first, first == "《" { words.removeFirst() }
    while let last = words.last, last == "》" { words.removeLast() }
    guard words.count > 3 else { return false }
    let start = issuing.range.lowerBound
    let end = min(issuing.range.upperBound, start + opening)
    guard end - start > words.count else { return false }
    let text = reading.scalars
    for offset in start..<(end - words.count) where text[offset] == words[0] {
      if text[offset..<offset + words.count].elementsEqual(words) { return true }
    }
    return false
  }

  private static func inherit(from issuing: DocumentMetadata, to issued: inout DocumentMetadata) {
    let code = issuing.documentNumber?.agencyCode ?? ""
    if code.hasSuffix("令") || issuing.type == "令" {
      guard issued.authorityLevel == nil || issued.authorityLevel == "地方政府规章" else { return }
      let issuer = issued.issuers.first ?? ""
      if issuer == "国务院" {
        issued.authorityLevel = "行政法规"
      } else {
        issued.authorityLevel = issuer.hasSuffix("人民政府") ? "地方政府规章" : "部门规章"
      }
      if let published = issuing.dates.first(where: { $0.kind == .promulgated }),
        !issued.dates.contains(where: { $0.kind == .promulgated })
      {
        issued.dates.append(published)
      }
    } else if issued.authorityLevel != "单位内部制度" || issuing.authorityLevel != nil {
      issued.authorityLevel = issuing.authorityLevel ?? issued.authorityLevel
    }
  }
}

extension PolicyDocument {
  /// Whether a document is of those that issue others.
  fileprivate func issues(in reading: ReadingText) -> Bool {
    if let type = metadata.type, ["令", "公告", "通知", "批复", "函", "命令"].contains(type) { return true }
    return metadata.documentNumber?.agencyCode.hasSuffix("令") ?? false
  }
}
