internal import PolicyStructure

/// The `meta` of Akoma Ntoso: what a document is called, by whom and when it was made (FRBR).
struct AkomaNtosoMetadata {
  private let metadata: DocumentMetadata

  init(_ metadata: DocumentMetadata) {
    self.metadata = metadata
  }

  func write(isAct: Bool, to xml: inout XMLText) {
    let date = firstDate(of: [.adopted, .promulgated, .issued, .effective])
    let version = firstDate(of: [.revised, .promulgated, .issued, .adopted, .effective])
    let title = metadata.title ?? "无标题"
    let number = metadata.documentNumber.map { Self.escaped($0.text) } ?? Self.escaped(title)
    let work = "/akn/cn/\(isAct ? "act" : "doc")/\(date.day)/\(number)"
    let expression = "\(work)/zho@\(version.day)"
    xml.open("meta", [])
    xml.open("identification", [("source", "#tiaoli")])
    level("FRBRWork", uri: work, date: date, to: &xml) { xml in
      xml.empty("FRBRcountry", [("value", "cn")])
      if let number = metadata.documentNumber { xml.empty("FRBRnumber", [("value", number.text)]) }
      xml.empty("FRBRname", [("value", title)])
    }
    level("FRBRExpression", uri: expression, date: version, to: &xml) { xml in
      xml.empty("FRBRlanguage", [("language", "zho")])
    }
    level("FRBRManifestation", uri: "\(expression).xml", date: version, to: &xml) { xml in
      xml.empty("FRBRformat", [("value", "application/akn+xml")])
    }
    xml.close()
    xml.open("references", [("source", "#tiaoli")])
    for (index, issuer) in metadata.issuers.enumerated() {
      xml.empty(
        "TLCOrganization",
        [
          ("eId", "issuer_\(index + 1)"),
          ("href", "/akn/ontology/organization/cn/\(Self.escaped(issuer))"), ("showAs", issuer),
        ])
    }
    xml.empty(
      "TLCOrganization",
      [("eId", "tiaoli"), ("href", "/akn/ontology/organization/tiaoli"), ("showAs", "条理")])
    xml.close()
    xml.close()
  }

  private func level(
    _ name: String, uri: String, date: (day: String, name: String), to xml: inout XMLText,
    more: (inout XMLText) -> Void
  ) {
    xml.open(name, [])
    xml.empty("FRBRthis", [("value", uri + "/!main")])
    xml.empty("FRBRuri", [("value", uri)])
    xml.empty("FRBRdate", [("date", date.day), ("name", date.name)])
    xml.empty("FRBRauthor", [("href", metadata.issuers.isEmpty ? "#tiaoli" : "#issuer_1")])
    more(&xml)
    xml.close()
  }

  /// The first known day of some kinds; the schema wants a whole day, also where the text has none.
  private func firstDate(of kinds: [DocumentDate.Kind]) -> (day: String, name: String) {
    for kind in kinds {
      let days = metadata.dates.filter { $0.kind == kind }.map(\.date)
      guard let day = kind == .revised ? days.max() : days.first else { continue }
      return (day + String("-01-01".dropFirst(max(0, day.utf8.count - 4))), kind.rawValue)
    }
    return ("0001-01-01", "unknown")
  }

  /// What may stand in an address: no spaces and brackets.
  private static func escaped(_ words: String) -> String {
    String(words.map { "〔〕[]()（） 　《》/?#".contains($0) ? "-" : $0 })
  }
}
