internal import PolicyAnalysis

/// The indicators of documents as a tree on a terminal, with weights and targets in columns at the right
/// and linked clauses below.
struct IndicatorTree {
  private let register: IndicatorRegister
  private let terminal: Terminal
  private let showsLinks: Bool

  init(_ register: IndicatorRegister, terminal: Terminal, showsLinks: Bool) {
    self.register = register
    self.terminal = terminal
    self.showsLinks = showsLinks
  }

  /// All trees, a document after the other.
  var text: String {
    guard !register.rows.isEmpty else { return "没有找到指标。\n" }
    var lines: [String] = []
    for document in register.documents {
      if !lines.isEmpty { lines.append("") }
      let rows = register.rows[document.rows]
      lines.append(
        terminal.styled("《\(document.title)》", .bold)
          + terminal.styled("　指标\(rows.count)个", .dim))
      for row in rows { append(row, to: &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ row: IndicatorRegister.Row, to lines: inout [String]) {
    let trunk = row.isLast.dropLast().map { $0 ? "   " : "│  " }.joined()
    let branch = trunk + (row.isLast.last == true ? "└─ " : "├─ ")
    let code = row.code.isEmpty ? "" : row.code + " "
    let facts = [
      row.weight.isEmpty ? "" : row.weight,
      row.target.isEmpty ? "" : "目标：\(row.target)",
      row.actual.isEmpty ? "" : "实际：\(row.actual)",
      row.result.isEmpty ? "" : "得分：\(row.result)",
      row.departments.isEmpty ? "" : "责任：\(row.departments)",
    ].filter { !$0.isEmpty }.map { words in
      words.unicodeScalars.contains("\n")
        ? words.split(separator: "\n").joined(separator: " ") : words
    }.joined(separator: " · ")
    let used = (branch + code).displayWidth
    let factRoom = min(facts.displayWidth, max(16, (terminal.width - used) / 2))
    let nameRoom = max(16, terminal.width - used - factRoom - 2)
    let name = row.name.truncated(toWidth: nameRoom)
    var line =
      terminal.styled(branch, .dim) + terminal.styled(code, .cyan)
      + (row.level == 1 ? terminal.styled(name, .bold) : name)
    if !facts.isEmpty {
      line += "  " + terminal.styled(facts.truncated(toWidth: factRoom), .yellow)
    }
    lines.append(line)
    guard showsLinks else { return }
    // Below an indicator with parts its own trunk goes on.
    let below = trunk + (row.isLast.last == true ? "   " : "│  ") + "  "
    for link in row.links {
      let head = "↔ \(link.citation) "
      let room = max(20, terminal.width - (below + head).displayWidth)
      lines.append(
        terminal.styled(below, .dim) + terminal.styled(head, .green)
          + terminal.styled(link.words.truncated(toWidth: room), .dim))
    }
  }
}
