/// An XML text that is written front to back, with an indent a level.
struct XMLText {
  private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []
  /// Whether the innermost element has words, so that no white space may be put in.
  private var isInline = false

  /// The text so far, as UTF-8.
  var bytes: [UInt8] { Array(text.utf8) }

  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    begin(name, attributes)
    text += ">"
    open.append(name)
    isInline = false
  }

  mutating func close() {
    guard let name = open.popLast() else { preconditionFailure("what is closed was opened") }
    if !isInline { indent() }
    text += "</\(name)>"
    isInline = false
    if open.isEmpty { text += "\n" }
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    begin(name, attributes)
    text += "/>"
    isInline = false
  }

  mutating func element(_ name: String, _ attributes: [(String, String)], _ words: String) {
    begin(name, attributes)
    text += ">"
    append(words)
    text += "</\(name)>"
    isInline = false
  }

  /// Words of the innermost element.
  mutating func text(_ words: String) {
    append(words)
    isInline = true
  }

  private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
    indent()
    text += "<\(name)"
    for (key, value) in attributes {
      text += " \(key)=\""
      append(value)
      text += "\""
    }
  }

  private mutating func indent() {
    if !text.hasSuffix("\n") { text += "\n" }
    text += String(repeating: "  ", count: open.count)
  }

  /// Words with the marks of XML written out, and without what XML has no place for.
  private mutating func append(_ words: String) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += " "
      case let scalar where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
