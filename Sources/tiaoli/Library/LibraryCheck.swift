internal import PolicyIndex

/// `tiaoli check --library`: citations of repealed texts and of missing provisions.
struct LibraryCheck {
  /// Where the library is.
  let file: String

  private struct Row: Encodable {
    let code: String
    let document: Int
    let title: String
    let citation: String
    let text: String
    let message: String
  }

  private static func named(_ title: String) -> String {
    title.isEmpty ? "（无标题）" : "《\(title)》"
  }

  /// Lists what is wrong.
  ///
  /// - Throws: ``CommandFailure``, with status 1 if something is.
  func run(asJSON: Bool) throws(CommandFailure) {
    let library = try LibraryOptions.open(file, for: .reading)
    let findings = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.citationFindings(on: .today)
    }
    if asJSON {
      try Output.write(
        LibraryJSON.encoded(
          findings.map {
            Row(
              code: $0.code.rawValue, document: $0.document, title: $0.title,
              citation: $0.citation, text: $0.words, message: $0.message)
          }))
    } else {
      let terminal = Terminal.standardOutput
      for finding in findings {
        try Output.write(
          terminal.styled(
            "#\(finding.document)\(Self.named(finding.title))\(finding.citation)", .bold)
            + "：\(finding.message)（\(finding.code.rawValue)）\n    \(finding.words)\n")
      }
      try Output.write(findings.isEmpty ? "没有发现问题。\n" : "共\(findings.count)处。\n")
    }
    if !findings.isEmpty { throw CommandFailure(.some, "") }
  }
}
