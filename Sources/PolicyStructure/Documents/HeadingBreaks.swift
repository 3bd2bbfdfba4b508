import PolicyText

/// Where headings begin inside a line that a converter ran together: decimal headings (1 总则1.1 目的…1.2 依据…), and
/// 三、 behind words without a mark (…配合三、保障措施（一）…).
///
/// A decimal heading has the number that must come next in its scheme: the next of its own depth, the
/// first of the next depth, or the next of an outer one.
struct HeadingBreaks {
  /// The longest title between a number and the first number below it, in scalars.
  private static let longestTitle = 30
  /// A scheme has at least so many headings; fewer may be measures by chance.
  private static let leastDecimals = 3

  let text: [Unicode.Scalar]

  /// The offsets of the headings, in order.
  func breaks(in line: Range<Int>) -> [Int] {
    (decimals(in: line) + chinese(in: line)).sorted()
  }

  // MARK: 1, 1.1, 1.1.1

  private func decimals(in line: Range<Int>) -> [Int] {
    var breaks: [Int] = []
    var last: [Int] = []
    var offset = line.lowerBound
    while offset < line.upperBound {
      guard isDigit(text[offset]) else {
        offset += 1
        continue
      }
      let (values, end) = decimal(from: offset, to: line.upperBound)
      if values == [1], let first = breaks.first, isFollowed(1, from: end, in: line),
        repeats(first, at: offset, in: line)
      {
        // What stood before was the table of contents.
        breaks = [offset]
        last = values
      } else if isNext(values, after: last), isTitle(at: end, of: values, in: line),
        !isCited(offset..<end, in: line),
        values.count > 1 || isFollowed(values[0], from: end, in: line)
      {
        breaks.append(offset)
        last = values
      }
      offset = end
    }
    return breaks.count >= Self.leastDecimals ? breaks : []
  }

  /// The number at an offset: 1.2.1 as [1, 2, 1].
  private func decimal(from start: Int, to limit: Int) -> (values: [Int], end: Int) {
    var values: [Int] = []
    var offset = start
    while offset < limit, isDigit(text[offset]) {
      var value = 0
      while offset < limit, isDigit(text[offset]) {
        value = min(value * 10 + Int(text[offset].value - 0x30), 100_000)
        offset += 1
      }
      values.append(value)
      guard offset + 1 < limit, text[offset] == ".", isDigit(text[offset + 1]) else { break }
      offset += 1
    }
    return (values, offset)
  }

  /// Whether a number is one that may come next.
  private func isNext(_ values: [Int], after last: [Int]) -> Bool {
    if last.isEmpty { return values == [1] }
    if values == last + [1] { return true }
    guard values.count <= last.count, let value = values.last else { return false }
    return values.dropLast().elementsEqual(last.prefix(values.count - 1))
      && value == last[values.count - 1] + 1
  }

  /// Whether words of a title begin at an offset, not a unit of measure.
  private func isTitle(at offset: Int, of values: [Int], in line: Range<Int>) -> Bool {
    guard offset < line.upperBound else { return false }
    switch text[offset].value {
    // Ⅰ级响应 and quoted titles.
    case 0x2160...0x216B, 0x201C, 0x300A: return values.count > 1
    default: if !isIdeograph(text[offset]) { return false }
    }
    return values.count > 1
      || text[offset] != "年" && text[offset] != "月" && text[offset] != "日"
  }

  /// Whether a bare number is a heading: its first heading below follows its title.
  private func isFollowed(_ value: Int, from end: Int, in line: Range<Int>) -> Bool {
    let limit = min(line.upperBound, end + Self.longestTitle)
    var offset = end
    while offset < limit {
      if isDigit(text[offset]) {
        return decimal(from: offset, to: line.upperBound).values == [value, 1]
      }
      if text[offset] == "。" || text[offset] == "；" { return false }
      offset += 1
    }
    return false
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }

  /// Whether the words around a number cite it (按照4.2至4.4的规定) or make it part of another.
  private func isCited(_ number: Range<Int>, in line: Range<Int>) -> Bool {
    if number.lowerBound > line.lowerBound {
      switch text[number.lowerBound - 1] {
      case "第", "按", "照", "据", "见", "反", "和", "至", "或", "及", "与", "、", "（", ".": return true
      case let scalar where isWordCharacter(scalar): return true
      default: break
      }
    }
    switch text[number.upperBound] {
    case "至", "和", "或", "及", "与", "的", "所", "规", "项", "条", "款": return true
    default: return false
    }
  }

  /// Whether the words behind a number are those behind an earlier one.
  private func repeats(_ earlier: Int, at offset: Int, in line: Range<Int>) -> Bool {
    let length = min(4, line.upperBound - offset)
    return offset > earlier
      && text[earlier..<earlier + length].elementsEqual(text[offset..<offset + length])
  }

  // MARK: 三、

  private func chinese(in line: Range<Int>) -> [Int] {
    var breaks: [Int] = []
    var last = 0
    text.withUnsafeBufferPointer { text in
      var offset = line.lowerBound
      while offset < line.upperBound {
        guard Numerals.chinese(text[offset]) != nil,
          let (value, end) = Numerals.readChinese(text, from: offset), end < line.upperBound
        else {
          offset += 1
          continue
        }
        if text[end] == "、", value == last + 1 {
          if offset == line.lowerBound || "。；！）".unicodeScalars.contains(text[offset - 1]) {
            last = value
          } else if value > 1, isIdeograph(text[offset - 1]), text[offset - 1] != "第",
            leadsToList(from: end + 1, in: line)
          {
            breaks.append(offset)
            last = value
          }
        }
        offset = end
      }
    }
    return breaks
  }

  /// Whether a short title follows, and the number of a list behind it.
  private func leadsToList(from start: Int, in line: Range<Int>) -> Bool {
    guard start < line.upperBound, Numerals.chinese(text[start]) == nil else { return false }
    return text.withUnsafeBufferPointer { text in
      for offset in start + 2..<max(start + 2, min(line.upperBound, start + Self.longestTitle)) {
        switch text[offset] {
        case "。", "；", "，", "：": return false
        default: break
        }
        if text[offset] == "（" || isDigit(text[offset]) {
          guard let mark = MarkReader.mark(text, at: offset, lineEnd: line.upperBound) else {
            return false
          }
          return mark.style == .bracketedChinese || mark.style == .arabic
        }
      }
      return false
    }
  }
}
