/// 符号: what characters of symbol fonts stand for.
///
/// They lie in the private use area (U+F020 to U+F0FF) and mean something in their font only.
enum WordSymbols {
  /// The character for a symbol; a square for one that is not known, so that it is seen.
  static func scalar(code: UInt32, font: String) -> Unicode.Scalar {
    let low = code & 0xFF
    guard code >= 0xF000 && code <= 0xF0FF || font.hasPrefix("Wingdings") || font == "Symbol"
    else {
      return Unicode.Scalar(code) ?? "\u{FFFD}"
    }
    if font == "Symbol", let known = greek[low] { return known }
    if font == "Wingdings 2", let known = wingdings2[low] { return known }
    return wingdings[low] ?? "□"
  }

  /// 上标: the small form of a digit or sign; `nil` for what has none.
  static func superscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "1": "¹"
    case "2": "²"
    case "3": "³"
    case "0", "4"..."9": Unicode.Scalar(scalar.value - 0x30 + 0x2070)
    case "+", "＋": "⁺"
    case "-", "−", "－": "⁻"
    default: nil
    }
  }

  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0xA1: "○", 0xA8: "□",
    0xB2: "☆", 0xAB: "★", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let wingdings2: [UInt32: Unicode.Scalar] = [
    0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□",
  ]

  private static let greek: [UInt32: Unicode.Scalar] = [
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB7: "·", 0xB0: "°", 0xA5: "∞",
    0xB9: "≠", 0xBB: "≈", 0x53: "Σ",
  ]
}
