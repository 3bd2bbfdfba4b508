internal import PolicyReports

/// A comparison for the eye, on a terminal: each change in its words, with what it means.
///
/// Without colour deletions stand in [-…-] and additions in {+…+}.
struct ComparisonText {
  private let table: ComparisonTable
  private let terminal: Terminal

  init(_ table: ComparisonTable, terminal: Terminal) {
    self.table = table
    self.terminal = terminal
  }

  /// The whole text.
  var text: String {
    var lines = [terminal.styled(table.title, .bold)]
    lines.append(
      table.counts.map { "\($0.kind.title)\($0.count)" }.joined(separator: "，") + "。")
    for replacement in table.replacements {
      lines.append(
        "统一替换：\(deleted(replacement.old))\(inserted(replacement.new))，共\(replacement.count)处："
          + replacement.places.joined(separator: "、"))
    }
    for row in table.rows {
      lines += ["", terminal.styled("【\(row.kind.title)】\(row.label)", .cyan)]
      lines += self.lines(of: row)
      lines += row.remarks.map { "  · " + terminal.styled($0.spoken, .yellow) }
    }
    lines.append("")
    lines += table.notes.map { terminal.styled($0, .dim) }
    if table.isPartial { lines.append(terminal.styled("用 --all 列出全部条文。", .dim)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of row: ComparisonTable.Row) -> [String] {
    let hasOld = row.old.contains { $0.contains { $0.mark == .deleted } }
    let hasNew = row.new.contains { $0.contains { $0.mark == .inserted } }
    var lines: [String] = []
    if hasOld { lines += self.lines(of: row.old, sign: "- ", style: .red) }
    if hasNew || !hasOld { lines += self.lines(of: row.new, sign: "+ ", style: .green) }
    return lines
  }

  private func lines(
    of cell: ComparisonTable.Cell, sign: String, style: Terminal.Style
  ) -> [String] {
    cell.map { paragraph in
      terminal.styled(sign, style)
        + paragraph.map { run in
          switch run.mark {
          case .same: run.text
          case .deleted: deleted(run.text)
          case .inserted: inserted(run.text)
          case .note: terminal.styled(run.text, .dim)
          }
        }.joined()
    }
  }

  private func deleted(_ text: String) -> String {
    terminal.isColoured ? terminal.styled(text, .red) : "[-\(text)-]"
  }

  private func inserted(_ text: String) -> String {
    terminal.isColoured ? terminal.styled(text, .green) : "{+\(text)+}"
  }
}
