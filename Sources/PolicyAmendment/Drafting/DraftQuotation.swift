/// 引文格式: words and paragraphs as amending decisions quote them.
///
/// Each quoted paragraph opens with “, only the last closes with ”; marks within are those of the second
/// level.
enum DraftQuotation {
  /// Words within a sentence: “A”.
  static func words(_ text: String) -> String { "“" + nested(text) + "”" }

  /// Paragraphs, each on a line of its own.
  static func lines(_ lines: [String]) -> String {
    lines.map { "“" + nested($0) }.joined(separator: "\n") + "”"
  }

  /// Marks of the first level as those of the second, and the other way round.
  private static func nested(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“": result.append("‘")
      case "”": result.append("’")
      case "‘": result.append("“")
      case "’": result.append("”")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
