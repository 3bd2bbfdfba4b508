import PolicyText

/// What identifies and measures nothing: 第五条, 〔2019〕19号, B5-5, 2.0, 十四五.
extension QuantityScanner {
  /// Where the identifier ends that the numeral at an offset is part of.
  ///
  /// Source: GB/T 15835—2011, 4.1.2 (numbers that only tell things apart).
  func identifierEnd(at start: Int, after previous: Amount?) -> Int? {
    let before = scalar(start - 1)
    if before == "第" { return ordinalEnd(at: start) }
    if let end = numeralWordEnd(at: start, from: previous?.range.upperBound ?? limits.lowerBound) {
      return end
    }
    if isLatin(before), NumeralCharacter(scalars[start]).isArabicDigit { return codeEnd(at: start) }
    return digitsEnd(at: start)
  }

  /// 第五条, 第五至八条, 第一、二款, 第十四个五年规划: the ordinal with its unit.
  private func ordinalEnd(at start: Int) -> Int {
    var end = start
    while let number = ChineseNumeral.integer(in: scalars, from: end, to: limits.upperBound) {
      end = number.end
      guard ["、", "和", "至", "到", "或", "—", "-", "～", "~"].contains(scalar(end)) else { break }
      guard ChineseNumeral.integer(in: scalars, from: end + 1, to: limits.upperBound) != nil else {
        break
      }
      end += 1
    }
    if end == start { return start + 1 }
    if let unit = words.unitTrie.longest(in: scalars, from: end, to: limits.upperBound) {
      if scalar(end) == "个",
        let number = ChineseNumeral.integer(in: scalars, from: end + 1, to: limits.upperBound)
      {
        return number.end
      }
      end = unit.end
    }
    // 第五条之一.
    if scalar(end) == "之", scalar(end + 1) != "间",
      let number = ChineseNumeral.integer(in: scalars, from: end + 1, to: limits.upperBound)
    {
      end = number.end
    }
    return end
  }

  /// The end of a word with a numeral in it (一般, 统一, 十四五) that covers the offset.
  private func numeralWordEnd(at start: Int, from limit: Int) -> Int? {
    var back = 0
    while back <= 3, start - back >= limit {
      let from = start - back
      if back > 0, !isHan(scalar(from)) { break }
      if let found = words.numeralWords.longest(in: scalars, from: from, to: limits.upperBound),
        found.end > start, !isFraction(at: found.end), !isMinutes(at: found.end)
      {
        return found.end
      }
      back += 1
    }
    return nil
  }

  private func isFraction(at end: Int) -> Bool {
    scalar(end) == "之" && scalar(end - 1) == "分" || scalar(end) == "分" && scalar(end + 1) == "之"
  }

  /// 十分钟, but 十分重要.
  private func isMinutes(at end: Int) -> Bool { scalar(end) == "钟" && scalar(end - 1) == "分" }

  /// B5-5, PM2.5, 5G: letters and digits that make one code.
  private func codeEnd(at start: Int) -> Int? {
    var end = start
    while end < limits.upperBound {
      let scalar = scalars[end]
      guard
        NumeralCharacter(scalar).isArabicDigit || isLatin(scalar) || scalar == "-" || scalar == "."
      else { break }
      end += 1
    }
    return end
  }

  /// Digits that are no number: 1.2.3, 0351-2293000, 5G, 9：00, 07.
  private func digitsEnd(at start: Int) -> Int? {
    guard NumeralCharacter(scalars[start]).isArabicDigit else { return nil }
    var end = start
    var dots = 0
    while end < limits.upperBound {
      if scalars[end] == "." {
        guard NumeralCharacter(scalar(end + 1)).isArabicDigit else { break }
        dots += 1
      } else if !NumeralCharacter(scalars[end]).isArabicDigit {
        break
      }
      end += 1
    }
    if dots > 1 { return isDottedDate(start) ? nil : end }
    if dots == 0, scalars[start] == "0", end - start > 1, scalar(end) != "年", scalar(end) != "月",
      scalar(end) != "日", scalar(end) != "/"
    {
      // 0351-2293000.
      return scalar(end) == "-" ? codeEnd(at: start) : end
    }
    // 9：00 tells the time.
    if scalar(end) == "：", NumeralCharacter(scalar(end + 1)).isArabicDigit, end - start <= 2 {
      var offset = end + 1
      while offset < limits.upperBound,
        NumeralCharacter(scalars[offset]).isArabicDigit || scalars[offset] == "："
      {
        offset += 1
      }
      return offset
    }
    return nil
  }

  private func isDottedDate(_ start: Int) -> Bool {
    var offset = start
    while offset < limits.upperBound, NumeralCharacter(scalars[offset]).isArabicDigit {
      offset += 1
    }
    return offset - start == 4 && (scalars[start] == "1" || scalars[start] == "2")
  }

  /// Whether the words beside a bare number make it an identifier: 附件1, 电话：…, 19号, 5G, 三级.
  func isIdentifier(_ range: Range<Int>) -> Bool {
    let next = scalar(range.upperBound)
    if isLatin(next) { return true }
    if words.identifiersAfter.longest(in: scalars, from: range.upperBound, to: limits.upperBound)
      != nil
    {
      return true
    }
    var start = range.lowerBound
    while start > limits.lowerBound, ["：", " ", "为", "“"].contains(scalar(start - 1)) { start -= 1 }
    if words.identifiersBefore.longest(in: scalars, endingAt: start, from: limits.lowerBound) != nil
    {
      return true
    }
    switch scalar(range.lowerBound - 1) {
    case "〔", "[", "［", "【", "#", "№": return true
    case "+": return true
    default: break
    }
    return isVersion(range)
  }

  /// 计划2.0, 3.0版: a version.
  private func isVersion(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, scalars[range.upperBound - 1] == "0",
      scalars[range.upperBound - 2] == ".",
      isHan(scalar(range.lowerBound - 1))
    else { return false }
    return true
  }

  private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    let lower = scalar.value | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x4E00 && scalar.value <= 0x9FFF
  }
}

extension NumeralCharacter {
  /// Whether it is one of 0 to 9 in Arabic figures.
  var isArabicDigit: Bool {
    if case .digit(_, arabic: true) = self { return true }
    return false
  }
}
