internal import Foundation
internal import PolicyIndex
internal import PolicyText

/// A table that people have edited, as rows of cells: a workbook of Excel, WPS or LibreOffice, or CSV.
enum EditedTable {
  /// The rows of a file.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is no table.
  static func rows(of path: String) throws(CommandFailure) -> [[String]] {
    let bytes = try InputFile(path: path, name: path).read()
    if bytes.starts(with: Array("PK".utf8)) {
      guard let rows = Workbook.rows(of: bytes) else {
        throw CommandFailure(.noText, "“\(path)”不是能读的 xlsx 工作簿。请用 Excel 或 WPS 另存为 xlsx 或 csv。")
      }
      return rows
    }
    do {
      let text = try PlainTextReader().read(bytes, name: path).text
      return CSV.rows(text.scalars)
    } catch {
      throw CommandFailure(.noText, error.message)
    }
  }
}

extension CSV {
  /// The rows of a text, as spreadsheets write it.
  ///
  /// Source: RFC 4180.
  static func rows(_ scalars: [Unicode.Scalar]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          cell.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\n":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        rows.append(row)
        row = []
      case "\r", "\u{FEFF}": continue
      default: cell.append(scalar)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [String(cell)]) }
    return rows
  }
}
