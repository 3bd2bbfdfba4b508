/// A table in Markdown: additions in bold, deletions struck through.
public struct MarkdownReport: Sendable {
  private let table: ComparisonTable

  /// The report of a table.
  public init(_ table: ComparisonTable) {
    self.table = table
  }

  /// The whole text.
  public var text: String {
    var lines = ["# \(table.title)", "", "图例：**新增的文字**，~~删去的文字~~，……是没有改动的款、项。", ""]
    lines.append(
      table.counts.map { "\($0.kind.title)\($0.count)" }.joined(separator: "，") + "。")
    for replacement in table.replacements {
      lines.append(
        "- “\(escaped(replacement.old))”统一改为“\(escaped(replacement.new))”，共\(replacement.count)处："
          + escaped(replacement.places.joined(separator: "、")))
    }
    lines.append("")
    lines += table.notes.map { escaped($0) + "\n" }
    lines.append("| " + table.columns.map(escaped).joined(separator: " | ") + " |")
    lines.append("|---|---|---|---|---|")
    for row in table.rows {
      let remarks = row.remarks.map { escaped($0.spoken) }.joined(separator: "<br>")
      lines.append(
        "| \(row.number) | \(cell(row.old)) | \(cell(row.new)) | \(row.kind.title) | \(remarks) |")
    }
    if !table.numbers.isEmpty {
      lines += ["", "## 条文序号对照", "", "| 修订前 | 修订后 |", "|---|---|"]
      lines += table.numbers.map { change in
        "| \(change.old.isEmpty ? "（新增）" : escaped(change.old))"
          + " | \(change.new.isEmpty ? "（删除）" : escaped(change.new)) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(_ cell: ComparisonTable.Cell) -> String {
    cell.map { paragraph in paragraph.map(run).joined() }.joined(separator: "<br>")
  }

  private func run(_ run: ComparisonTable.Run) -> String {
    let words = escaped(run.text)
    return switch run.mark {
    case .same, .note: words
    case .deleted: "~~\(words)~~"
    case .inserted: "**\(words)**"
    }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "|", "*", "_", "~", "`", "<": result += "\\\(character)"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
