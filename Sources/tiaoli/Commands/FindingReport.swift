internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// The findings of some texts, as they are shown: with line and column, the words marked.
struct FindingReport {
  let format: Check.Format
  let terminal: Terminal
  /// How many findings are errors.
  private(set) var errors = 0
  private var counts: [Finding.Severity: Int] = [:]
  private var objects: [[UInt8]] = []

  init(format: Check.Format, terminal: Terminal) {
    self.format = format
    self.terminal = terminal
  }

  /// Adds the findings of a text, in its order, and shows them if they are for a person.
  ///
  /// - Throws: ``CommandFailure`` if standard output fails.
  mutating func add(_ analysis: Analysis) throws(CommandFailure) {
    guard analysis.documents.contains(where: { !$0.findings.isEmpty }) else { return }
    let lines = LineTable(analysis.reading.source)
    let places = PlaceIndex(analysis.source.places)
    for (index, document) in analysis.documents.enumerated() {
      for finding in document.findings {
        counts[finding.code.severity, default: 0] += 1
        if finding.code.severity == .error { errors += 1 }
        let span = analysis.reading.span(of: finding.range)
        let place = lines.place(of: span.start)
        switch format {
        case .text:
          try Output.write(
            text(
              of: finding, span: span, lines: lines,
              place: Self.name(of: place, in: places.place(of: span.start), of: analysis)))
        case .json:
          objects.append(
            AnalysisJSON.finding(
              finding, in: document, number: index, of: analysis, line: place.line,
              column: place.column))
        }
      }
    }
  }

  /// Writes what stands at the end.
  ///
  /// - Throws: ``CommandFailure`` if standard output fails.
  func finish() throws(CommandFailure) {
    switch format {
    case .text:
      let parts = [Finding.Severity.error, .warning, .note].compactMap { severity in
        counts[severity].map { "\(severity.chineseName)\($0)个" }
      }
      try Output.write((parts.isEmpty ? "没有发现问题。" : parts.joined(separator: "，") + "。") + "\n")
    case .json:
      try Output.write(
        Array("[".utf8) + objects.joined(separator: Array(",\n ".utf8)) + Array("]\n".utf8))
    }
  }

  /// Where a finding stands, for a person: line and column of a plain text, the page, paragraph or cell
  /// of other files.
  private static func name(
    of place: (line: Int, column: Int), in file: SourcePlace?, of analysis: Analysis
  ) -> String {
    let name = analysis.source.text.name
    guard let words = file?.chineseName, !words.isEmpty else {
      return "\(name):\(place.line):\(place.column): "
    }
    return "\(name) \(words): "
  }

  private func text(
    of finding: Finding, span: TextSpan, lines: LineTable, place: String
  ) -> String {
    let severity = finding.code.severity
    let style: Terminal.Style =
      switch severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    let head =
      terminal.styled(place, .bold)
      + terminal.styled(severity.chineseName, style) + "：\(finding.message)"
      + terminal.styled("（\(finding.code.rawValue)）", .dim)
    let quote = lines.quote(of: span, width: terminal.width - 4)
    return """
      \(head)
          \(quote.words)
          \(String(repeating: " ", count: quote.indent))\
      \(terminal.styled(String(repeating: "^", count: quote.width), style))

      """
  }
}

extension Finding.Severity {
  /// What a person calls it.
  var chineseName: String {
    switch self {
    case .error: "错误"
    case .warning: "警告"
    case .note: "提示"
    }
  }
}
