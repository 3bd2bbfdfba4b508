import PolicyReaders
import PolicyText

/// What a reader makes of a file.
func reading(
  _ bytes: [UInt8], name: String = "文件.docx", options: ReadingOptions = ReadingOptions()
) throws -> DecodedSource {
  try FileReader(options: options).read(bytes, name: name)
}

extension DecodedSource {
  /// The text as a string.
  var string: String { text[TextSpan(0, text.scalars.count)] }

  /// The lines of the text that are part of a document.
  var lines: [String] {
    var scalars = text.scalars.map(Optional.some)
    for aside in text.asides {
      for offset in aside.span.start..<aside.span.end { scalars[offset] = nil }
    }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars.compactMap(\.self))
    return String(kept).split(separator: "\n").map(String.init)
  }

  /// The words of a table's cells, row by row, with their spans where they are more than one.
  func cells(_ table: Int) -> [[String]] {
    text.tables[table].rows.map { row in
      row.map { cell in
        let words = text[TextSpan(cell.range.lowerBound, cell.range.upperBound)]
        let spans = cell.rowSpan > 1 || cell.columnSpan > 1
        return spans ? "\(words)[\(cell.rowSpan)x\(cell.columnSpan)]" : words
      }
    }
  }
}
