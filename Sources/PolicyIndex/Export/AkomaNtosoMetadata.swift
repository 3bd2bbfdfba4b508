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
      return (Self.wholeDay(day), kind.rawValue)
    }
    return ("0001-01-01", "unknown")
  }

  /// A day of the calendar: where the text names only a month or a year, or a day that there is none
  /// (6月31日), the first of it.
  private static func wholeDay(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else {
      return date + String("-01-01".dropFirst(max(0, date.utf8.count - 4)))
    }
    let (year, month, day) = (parts[0], parts[1], parts[2])
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month) else { return String(date.prefix(4)) + "-01-01" }
    return (1...lengths[month - 1]).contains(day) ? date : String(date.prefix(8)) + "01"
  }

  /// What may stand in an address: no spaces and brackets.
  private static func escaped(_ words: String) -> String {
    String(words.map { "〔〕[]()（） 　《》/?#".contains($0) ? "-" : $0 })
  }
}
