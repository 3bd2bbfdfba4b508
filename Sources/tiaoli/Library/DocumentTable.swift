internal import PolicyIndex

/// The documents of a library as a table.
struct DocumentTable {
  static let columns = [
    "编号", "名称", "文号", "发文机关", "效力级别", "版本日期", "施行日期", "时效性", "依据", "条数", "规范", "来源",
  ]

  private let documents: [DocumentSummary]
  private let counts: LibraryCounts
  private let path: String
  private let terminal: Terminal

  init(
    _ documents: [DocumentSummary], counts: LibraryCounts, path: String, terminal: Terminal
  ) {
    self.documents = documents
    self.counts = counts
    self.path = path
    self.terminal = terminal
  }

  /// The cells of a row, for spreadsheets.
  static func cells(_ document: DocumentSummary) -> [String] {
    [
      String(document.id), document.title, document.number ?? "",
      document.issuers.joined(separator: "、"), document.authorityLevel ?? "",
      document.versionDay?.description ?? "", document.inForce?.description ?? "",
      document.validity.state.chineseName, document.validity.ground, String(document.articles),
      String(document.norms), document.source,
    ]
  }

  /// The table, with the sum below.
  var text: String {
    var lines: [String] = []
    let numberWidth = documents.map { "#\($0.id)".count }.max() ?? 2
    let titleWidth = max(20, terminal.width - numberWidth - 2 - 10 - 2 - 10 - 2 - 12)
    for document in documents {
      let title = document.title.isEmpty ? "（无标题：\(document.source)）" : document.title
      let day = document.inForce ?? document.versionDay
      var line = "#\(document.id)".padded(toWidth: numberWidth) + "  "
      line += title.truncated(toWidth: titleWidth).padded(toWidth: titleWidth) + "  "
      line += (day?.description ?? "").padded(toWidth: 10) + "  "
      line += styled(document.validity.state).padded(toWidth: 8) + "  "
      line += document.authorityLevel ?? document.type ?? ""
      while line.last == " " { line.removeLast() }
      lines.append(line)
      if let twin = document.copyOf { lines.append(note("内容与 #\(twin) 相同", numberWidth)) }
      if let doubt = document.doubt { lines.append(note("存疑：\(doubt)", numberWidth)) }
    }
    if !documents.isEmpty { lines.append("") }
    lines.append(
      "列出\(documents.count)件。\(path)：文件\(counts.documents)件，作品\(counts.works)部，条文\(counts.provisions)条，"
        + "规范\(counts.norms)条；原文\(Self.megabytes(counts.textSize))，库\(Self.megabytes(counts.fileSize))。"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private func note(_ text: String, _ indent: Int) -> String {
    String(repeating: " ", count: indent + 2) + terminal.styled(text, .dim)
  }

  private func styled(_ state: Validity.State) -> String {
    switch state {
    case .inForce: terminal.styled(state.chineseName, .green)
    case .repealed: terminal.styled(state.chineseName, .red)
    default: terminal.styled(state.chineseName, .yellow)
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\(max(bytes, 0) / 1_000) KB" : "\(bytes / 100_000 / 10).\(bytes / 100_000 % 10) MB"
  }
}
