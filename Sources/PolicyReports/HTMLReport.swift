internal import PolicyDiff

/// A table as one HTML file that needs no other: for the screen and for print on A4 landscape.
public struct HTMLReport: Sendable {
  private let table: ComparisonTable

  /// The report of a table.
  public init(_ table: ComparisonTable) {
    self.table = table
  }

  /// The whole file.
  public var text: String {
    var html = """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(table.title))</title>
      <style>
      \(HTMLAssets.style)
      </style>
      </head>
      <body>
      <h1>\(escaped(table.title))</h1>

      """
    html += filters + introduction + rows + numbers
    html += """
      <script>
      \(HTMLAssets.script)
      </script>
      </body>
      </html>

      """
    return html
  }

  // MARK: Parts

  private var filters: String {
    let kinds = table.counts.filter { count in table.rows.contains { $0.kind == count.kind } }
    let boxes = kinds.map { count in
      let shown = table.rows.count { $0.kind == count.kind }
      return """
        <label><input type="checkbox" value="\(count.kind.rawValue)" checked>\
        \(count.kind.title) \(shown)</label>
        """
    }
    let effects = Effect.Kind.allCases.filter { kind in
      table.rows.contains { $0.remarks.contains { $0.kind == kind } }
    }
    let options = effects.map { "<option value=\"\($0.rawValue)\">\($0.title)</option>" }
    return """
      <nav aria-label="筛选">
      <span>\(boxes.joined(separator: " "))</span>
      <label>影响 <select><option value="">全部</option>\(options.joined())</select></label>
      <span><button type="button" data-step="-1">上一处</button>
      <button type="button" data-step="1">下一处</button> <output></output></span>
      </nav>

      """
  }

  private var introduction: String {
    let counts = table.counts.map { "\($0.kind.title)\($0.count)" }.joined(separator: "，")
    var html = "<p class=\"legend\">图例：<ins>新增的文字</ins>　<del>删去的文字</del>　……没有改动的款、项</p>\n"
    html += "<p>\(counts)。</p>\n"
    if !table.replacements.isEmpty {
      html += "<ul class=\"replacements\">\n"
      for replacement in table.replacements {
        html += """
          <li>“<del>\(escaped(replacement.old))</del>”统一改为“<ins>\(escaped(replacement.new))</ins>”，\
          共\(replacement.count)处：\(escaped(replacement.places.joined(separator: "、")))</li>

          """
      }
      html += "</ul>\n"
    }
    return html + table.notes.map { "<p class=\"note\">\(escaped($0))</p>\n" }.joined()
  }

  private var rows: String {
    let heads = table.columns.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
    var html = """
      <table>
      <colgroup><col class="n"><col class="t"><col class="t"><col class="k"><col class="r"></colgroup>
      <thead><tr>\(heads)</tr></thead>
      <tbody>

      """
    for row in table.rows {
      let effects = row.remarks.compactMap { $0.kind?.rawValue }.joined(separator: " ")
      html += """
        <tr id="r\(row.number)" class="\(row.kind.rawValue)" data-kind="\(row.kind.rawValue)" \
        data-effects="\(effects)"><td>\(row.number)</td><td>\(cell(row.old))</td>\
        <td>\(cell(row.new))</td><td>\(row.kind.title)</td><td>\(remarks(row))</td></tr>

        """
    }
    return html + "</tbody>\n</table>\n"
  }

  private var numbers: String {
    guard !table.numbers.isEmpty else { return "" }
    let rows = table.numbers.map { change in
      let old = change.old.isEmpty ? "（新增）" : change.old
      let new = change.new.isEmpty ? "（删除）" : change.new
      return "<tr><td>\(escaped(old))</td><td>\(escaped(new))</td></tr>"
    }
    return """
      <h2>条文序号对照</h2>
      <table class="numbers">
      <thead><tr><th scope="col">修订前</th><th scope="col">修订后</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>

      """
  }

  // MARK: Words

  private func cell(_ cell: ComparisonTable.Cell) -> String {
    cell.map { paragraph in "<p>" + paragraph.map(run).joined() + "</p>" }.joined()
  }

  private func run(_ run: ComparisonTable.Run) -> String {
    let words = escaped(run.text)
    let edit = run.edit.map { " data-edit=\"\($0)\"" } ?? ""
    return switch run.mark {
    case .same: words
    case .deleted: "<del\(edit)>\(words)</del>"
    case .inserted: "<ins\(edit)>\(words)</ins>"
    case .note: "<span class=\"gap\">\(words)</span>"
    }
  }

  private func remarks(_ row: ComparisonTable.Row) -> String {
    row.remarks.map { remark in
      let direction =
        switch remark.direction {
        case .stricter: " <span class=\"stricter\">从严</span>"
        case .looser: " <span class=\"looser\">从宽</span>"
        case .other: ""
        }
      let kind = remark.kind?.rawValue ?? "where"
      return "<p class=\"\(kind)\">\(escaped(remark.text))\(direction)</p>"
    }.joined()
  }

  private func escaped(_ text: String) -> String { text.markupEscaped }
}

extension Effect.Kind {
  /// What effects of this kind bear on, in a word.
  var title: String {
    switch self {
    case .threshold: "标准数额"
    case .modality: "应当、可以、不得"
    case .bearer: "主体"
    case .deadline: "期限"
    case .penalty: "处罚"
    case .reference: "引用"
    case .definition: "定义"
    case .scope: "范围、条件"
    case .normAdded: "新增规范"
    case .normRemoved: "删除规范"
    case .wording: "其他文字"
    case .editorial: "形式"
    }
  }
}

extension String {
  /// The words as they may stand in HTML and XML; characters that XML forbids are left out.
  var markupEscaped: String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t": result.append(" ")
      default:
        if scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }
}
