import PolicyText

/// 代码, 序号: what the words of a cell begin with, to number its row: `A101`, `B5-5`, `（一）`, `3.`.
package struct CellMark: Sendable {
  /// How a mark is written; marks of one style are of one column.
  package enum Style: Hashable, Sendable {
    /// A letter with numbers: `A`, `A1`, `B5-5`; its separators are counted.
    case code(separators: Int, hasNumber: Bool)
    /// `一、`
    case chinese
    /// `（一）`
    case bracketedChinese
    /// `1.`, `1、`
    case arabic
    /// `（1）`
    case bracketedArabic
    /// `1.2`, `1.2.3`; its parts are counted.
    case decimal(parts: Int)
  }

  /// How it is written.
  package let style: Style
  /// The letter of a code as a number, then its numbers, or the number alone.
  package let values: [Int]
  /// Its letters, digits and separators, without brackets and points behind it.
  package let range: Range<Int>
  /// Where the words behind it begin.
  package let end: Int

  /// What a stretch begins with that has the form of a mark, if anything.
  ///
  /// `A政策制定`, `A101政策依据`, `B5-5`, `一、`, `（一）`, `1.`, `1.2`; not `5G网络`, `2023年`. Whether a bare
  /// letter is a code or names a class, ``TableWords`` tells.
  package init?(_ words: Range<Int>, in text: [Unicode.Scalar]) {
    guard let first = words.first else { return nil }
    switch text[first] {
    case "A"..."Z": self.init(codeIn: words, of: text)
    case "0"..."9": self.init(numberIn: words, of: text)
    default: self.init(chineseIn: words, of: text)
    }
  }

  private init(
    style: Style, values: [Int], range: Range<Int>, end: Int
  ) {
    self.style = style
    self.values = values
    self.range = range
    self.end = end
  }

  private init?(codeIn words: Range<Int>, of text: [Unicode.Scalar]) {
    var offset = words.lowerBound + 1
    var values = [Int(text[words.lowerBound].value)]
    // Two letters at most: `ZB1`.
    if offset < words.upperBound, isCapital(text[offset]) {
      values[0] = values[0] << 8 | Int(text[offset].value)
      offset += 1
    }
    var separators = 0
    var end = offset
    while offset < words.upperBound {
      if let (number, next) = CellMark.number(from: offset, in: words, of: text) {
        values.append(number)
        offset = next
        end = next
        if offset + 1 < words.upperBound, isSeparator(text[offset]), isDigit(text[offset + 1]) {
          separators += 1
          offset += 1
          continue
        }
      } else if values.count == 1, offset + 1 < words.upperBound, isSeparator(text[offset]),
        isDigit(text[offset + 1])
      {
        separators += 1
        offset += 1
        continue
      }
      break
    }
    guard end == words.upperBound || !isWord(text[end]),
      values.count > 1 || end - words.lowerBound == 1
    else { return nil }
    self.init(
      style: .code(separators: separators, hasNumber: values.count > 1), values: values,
      range: words.lowerBound..<end, end: CellMark.wordsStart(from: end, in: words, of: text))
  }

  private init?(numberIn words: Range<Int>, of text: [Unicode.Scalar]) {
    var values: [Int] = []
    var offset = words.lowerBound
    var end = offset
    while let (number, next) = CellMark.number(from: offset, in: words, of: text) {
      values.append(number)
      end = next
      guard next + 1 < words.upperBound, text[next] == "." || text[next] == "-",
        isDigit(text[next + 1])
      else { break }
      offset = next + 1
    }
    guard !values.isEmpty, values.allSatisfy({ $0 < 1000 }) else { return nil }
    if values.count > 1 {
      // 1.2 and words behind it; 3.5% and 0.8 are numbers.
      guard end < words.upperBound, values[0] > 0, isCJK(text[end]) || text[end] == " " else {
        return nil
      }
      if CellMark.number(from: end, in: words, of: text) != nil { return nil }
      self.init(
        style: .decimal(parts: values.count), values: values, range: words.lowerBound..<end,
        end: CellMark.wordsStart(from: end, in: words, of: text))
      return
    }
    guard end + 1 < words.upperBound, text[end] == "." || text[end] == "、" || text[end] == "．"
    else { return nil }
    self.init(
      style: .arabic, values: values, range: words.lowerBound..<end,
      end: CellMark.wordsStart(from: end, in: words, of: text))
  }

  private init?(chineseIn words: Range<Int>, of text: [Unicode.Scalar]) {
    let isBracketed = text[words.lowerBound] == "（"
    let start = words.lowerBound + (isBracketed ? 1 : 0)
    var end = start
    var isArabic = false
    while end < words.upperBound, end - start < 4 {
      if Numerals.chinese(text[end]) != nil {
        end += 1
      } else if isBracketed, isDigit(text[end]) {
        isArabic = true
        end += 1
      } else {
        break
      }
    }
    guard end > start, end < words.upperBound, text[end] == (isBracketed ? "）" : "、") else {
      return nil
    }
    let value =
      isArabic
      ? CellMark.number(from: start, in: words, of: text)?.value
      : CellMark.chineseValue(text[start..<end])
    guard let value else { return nil }
    self.init(
      style: isArabic ? .bracketedArabic : isBracketed ? .bracketedChinese : .chinese,
      values: [value], range: words.lowerBound..<end + (isBracketed ? 1 : 0), end: end + 1)
  }

  private static func chineseValue(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var total = 0
    var digit = 0
    for scalar in scalars {
      guard let value = Numerals.chinese(scalar) else { return nil }
      if value == 10 {
        total += max(digit, 1) * 10
        digit = 0
      } else {
        digit = value
      }
    }
    return total + digit
  }

  private static func number(
    from start: Int, in words: Range<Int>, of text: [Unicode.Scalar]
  ) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < words.upperBound, isDigit(text[end]), end - start < 6 {
      value = value * 10 + Int(text[end].value - 0x30)
      end += 1
    }
    return end > start ? (value, end) : nil
  }

  /// Behind a mark: a point, a colon, a space.
  private static func wordsStart(
    from end: Int, in words: Range<Int>, of text: [Unicode.Scalar]
  ) -> Int {
    var end = end
    while end < words.upperBound {
      switch text[end] {
      case " ", ".", "．", "、", "：", "·": end += 1
      default: return end
      }
    }
    return end
  }

}

extension CellMark {
  /// Whether this mark comes right after another of its style: `B7` after `B6`, `A102` after `A101`.
  package func follows(_ other: CellMark) -> Bool {
    guard style == other.style, values.count == other.values.count, let last = values.last,
      let before = other.values.last
    else { return false }
    return last == before + 1 && values.dropLast() == other.values.dropLast()
  }

  /// Whether this mark lies under another: `A1` under `A`, `A101` under `A1`, `B5-5` under `B5`.
  package func isChild(of other: CellMark, in text: [Unicode.Scalar]) -> Bool {
    let mine = text[range]
    let others = text[other.range]
    guard mine.count > others.count, mine.starts(with: others) else { return false }
    let next = mine[mine.startIndex + others.count]
    if !isDigit(next) { return values.count > other.values.count }
    guard let last = others.last else { return false }
    // A number goes on with two digits (A1, A101) or one (A1, A11); A1 and A10 are told apart by who asks.
    return !isDigit(last) || mine.count - others.count <= 2
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x30 && scalar.value <= 0x39
}
private func isCapital(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x41 && scalar.value <= 0x5A
}
private func isWord(_ scalar: Unicode.Scalar) -> Bool { isWordCharacter(scalar) }
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "-", ".", "—", "–", "_", "－": true
  default: false
  }
}
private func isCJK(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x3400 && scalar.value <= 0x9FFF
}
