extension Unicode.Scalar {
  /// Whether a reader of the page sees it: it is neither white space nor a mark that only steers a
  /// program, as a byte order mark, U+200B or a control character does.
  package var isPrinted: Bool {
    if value > 0x20 && value < 0x7F { return true }
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
