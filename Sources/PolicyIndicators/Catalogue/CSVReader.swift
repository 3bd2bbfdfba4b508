/// Reads comma-separated values: quoted cells may hold commas, quotation marks (doubled) and line breaks.
///
/// Source: RFC 4180; semicolons and tabs part cells too, as spreadsheets of other settings write them.
enum CSVReader {
  /// The rows of a text, empty ones left out.
  static func rows(_ text: [Unicode.Scalar]) -> [[String]] {
    let separator = separator(of: text)
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var offset = 0
    func endCell() {
      row.append(String(cell).trimmed)
      cell = String.UnicodeScalarView()
    }
    func endRow() {
      endCell()
      if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
      row = []
    }
    while offset < text.count {
      let scalar = text[offset]
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if offset + 1 < text.count, text[offset + 1] == "\"" {
          cell.append(scalar)
          offset += 1
        } else {
          isQuoted = false
        }
      } else {
        switch scalar {
        case "\"" where cell.isEmpty: isQuoted = true
        case separator: endCell()
        case "\n": endRow()
        case "\r", "\u{FEFF}": break
        default: cell.append(scalar)
        }
      }
      offset += 1
    }
    endRow()
    return rows
  }

  /// What parts the cells of the first line most often.
  private static func separator(of text: [Unicode.Scalar]) -> Unicode.Scalar {
    let line = text.prefix { $0 != "\n" }
    let candidates: [Unicode.Scalar] = [",", "\t", ";"]
    return candidates.max { one, other in
      line.count { $0 == one } < line.count { $0 == other }
    } ?? ","
  }
}

extension String {
  /// The words without white space around them.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
