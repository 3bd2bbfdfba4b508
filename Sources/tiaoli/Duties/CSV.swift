/// Comma-separated values, as spreadsheets read them.
///
/// Source: RFC 4180; the byte order mark tells Excel that the text is UTF-8.
enum CSV {
  /// Rows as UTF-8.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    var text = "\u{FEFF}"
    for row in rows {
      text += row.map(cell).joined(separator: ",")
      text += "\r\n"
    }
    return Array(text.utf8)
  }

  private static func cell(_ words: String) -> String {
    // Scalars, since \r\n is one character and would hide its line feed.
    guard words.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return words
    }
    return "\""
      + words.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
