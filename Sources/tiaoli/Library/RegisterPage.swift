internal import PolicyIndex

/// A register as a web page by itself, for reading and printing.
struct RegisterPage {
  private let table: RegisterTable

  init(_ table: RegisterTable) {
    self.table = table
  }

  /// The page in UTF-8.
  var bytes: [UInt8] {
    var page = """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>\(table.name)</title>
      <style>
      body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 1.5em; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #999; padding: 4px 6px; vertical-align: top; text-align: left; }
      th { background: #d9e2f3; position: sticky; top: 0; white-space: nowrap; }
      th.own { background: #fff2cc; }
      td { min-width: 3em; white-space: pre-line; }
      @page { size: A3 landscape; }
      </style>
      </head>
      <body>
      <h1>\(table.name)</h1>
      <p>共\(table.rows.count)条。</p>
      <table>
      <thead><tr>
      """
    // Columns in which no row says anything are left out of a page, which nobody fills.
    let shown = table.columns.indices.filter { column in
      table.rows.contains { !$0[column].isEmpty }
    }
    for column in shown {
      let own = table.ownColumns.contains(column) ? " class=\"own\"" : ""
      page += "<th\(own)>\(Self.escaped(table.columns[column]))</th>"
    }
    page += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      page += "<tr>" + shown.map { "<td>\(Self.escaped(row[$0]))</td>" }.joined() + "</tr>\n"
    }
    page += "</tbody>\n</table>\n</body>\n</html>\n"
    return Array(page.utf8)
  }

  private static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
