internal import Glibc

/// What a person's screen can do, and how wide words stand on it.
struct Terminal {
  /// Whether words may be coloured: standard output is a terminal, and nobody asks for none.
  let isColoured: Bool
  /// How many columns there are.
  let width: Int

  /// The screen that standard output goes to.
  ///
  /// Colour is left out where `NO_COLOR` is set to anything (no-color.org).
  static var standardOutput: Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let dumb = getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? false
    var size = winsize()
    var width = 120
    if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      width = Int(size.ws_col)
    } else if let columns = getenv("COLUMNS"), let number = Int(String(cString: columns)) {
      width = number
    }
    return Terminal(isColoured: isTerminal && !noColour && !dumb, width: max(width, 40))
  }

  /// A page that words are written to as they are.
  static let plain = Terminal(isColoured: false, width: 120)

  /// The colours that commands use.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// Words in a style, where there is colour.
  func styled(_ text: String, _ style: Style) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// How many columns the words take up on a terminal: two for a Chinese character.
  ///
  /// Source: Unicode Standard Annex 11, East Asian Width.
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The beginning of the words that takes up no more than some columns, with … where some are cut.
  func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in unicodeScalars {
      guard used + scalar.displayWidth <= width - 2 else { break }
      used += scalar.displayWidth
      result.append(scalar)
    }
    return String(result) + "…"
  }

  /// The words with spaces after them up to some columns.
  func padded(toWidth width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}

extension Unicode.Scalar {
  /// How many columns the character takes up on a terminal: 0, 1 or 2.
  var displayWidth: Int {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x20..<0x7F: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    // Ambiguous by the standard; Chinese fonts draw them wide: quotation marks, … — ① ※ and Greek.
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2460...0x24FF, 0x203B: 2
    default: 1
    }
  }
}
