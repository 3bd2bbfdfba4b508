/// What a line is not broken in: a character of Chinese, or a number or Latin word, with the marks
/// around it that may not begin or end a line.
///
/// Source: GB/T 15834—2011, 5.1 (标点不出现在一行之首, 不出现在一行之末).
enum FirstWord {
  /// The width of the first word of a row, whose fragments stand in their order.
  static func width(of fragments: [PageFragment]) -> Double {
    var width = 0.0
    var state = State.opening
    for fragment in fragments {
      let unit = fragment.character
      for scalar in fragment.words {
        guard let next = state.next(scalar) else { return width }
        state = next
        width += scalar.pageWidth * unit
      }
    }
    return width
  }

  /// What the characters before have been.
  private enum State {
    case opening, latin, closing

    /// What they are with one more, `nil` if that begins another word.
    func next(_ scalar: Unicode.Scalar) -> State? {
      switch self {
      case .opening:
        if scalar.isOpeningMark { return .opening }
        return scalar.isNarrow ? .latin : .closing
      case .latin:
        if scalar.isNarrow { return .latin }
        return scalar.isClosingMark ? .closing : nil
      case .closing: return scalar.isClosingMark ? .closing : nil
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, digit or mark of Latin writing.
  var isNarrow: Bool { (0x21...0x24F).contains(value) }

  /// Whether it is a character of Chinese.
  var isChinese: Bool { value >= 0x3400 && value < 0xFF00 }

  /// Whether it is a letter of a Latin word.
  var isLatinLetter: Bool { isASCII && properties.isAlphabetic }

  /// Whether it may not end a line.
  var isOpeningMark: Bool {
    switch self {
    case "（", "《", "“", "‘", "〔", "【", "「", "『", "〈": true
    default: false
    }
  }

  /// Whether it may not begin a line.
  var isClosingMark: Bool {
    switch self {
    case "。", "，", "；", "：", "、", "！", "？", "）", "》", "”", "’", "〕", "】", "」", "』", "〉", "…",
      "—", "%", "％":
      true
    default: false
    }
  }
}
