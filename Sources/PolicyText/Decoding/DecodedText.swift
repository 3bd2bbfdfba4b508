/// Scalars that bytes became, and where bytes became none.
package struct DecodedText: Sendable {
  /// The text.
  package var scalars: [Unicode.Scalar] = []
  /// Where U+FFFD stands for unexplained bytes; neighbours are one span.
  package var replaced: [TextSpan] = []

  /// How many scalars stand for unexplained bytes.
  var replacedCount: Int { replaced.reduce(0) { $0 + $1.length } }

  /// Appends U+FFFD for bytes that are not explained.
  mutating func appendReplacement() {
    let offset = scalars.count
    scalars.append("\u{FFFD}")
    if let last = replaced.last, last.end == offset {
      replaced[replaced.count - 1] = TextSpan(last.start, offset + 1)
    } else {
      replaced.append(TextSpan(offset, offset + 1))
    }
  }
}
