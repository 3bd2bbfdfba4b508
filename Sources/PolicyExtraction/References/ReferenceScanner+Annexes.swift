import PolicyLexicons
import PolicyStructure
import PolicyText

/// References to what a document carries beside its units: annexes, tables; and to decimal numbers.
extension ReferenceScanner {
  /// What may stand right before 表1: 见表1, 由表1.
  private static let tableLeadIns: Set<Unicode.Scalar> = [
    "见", "如", "由", "从", "据", "按", "在", "与", "和", "及",
  ]

  /// 见附件1, （附件2）.
  mutating func annex(at offset: Int) -> Int? {
    guard let annex = annexes(at: offset) else { return nil }
    if annex.numbers.isEmpty {
      // 附件 alone is a word of everyday life; after 见, or by itself in brackets, it points.
      let previous = offset > block.range.lowerBound ? scalars[offset - 1] : "。"
      let isBracketed = previous == "（" && annex.end < limit && scalars[annex.end] == "）"
      guard previous == "见" || previous == "阅" || isBracketed else { return nil }
    }
    return add(.annex, .annexes(annex.numbers), offset..<annex.end)
  }

  /// 附件1、附件2; 附件1至3.
  ///
  /// The line that names the annexes (附件：1.…) is none.
  func annexes(at offset: Int) -> (numbers: [ClosedRange<Int>], end: Int)? {
    guard
      isWord("附", "件", at: offset) || isWord("附", "表", at: offset) || isWord("附", "图", at: offset)
    else {
      return nil
    }
    var end = offset + 2
    var numbers: [ClosedRange<Int>] = []
    if let number = annexNumber(at: end) {
      numbers.append(number.value...number.value)
      end = number.end
      list: while end + 1 < limit {
        var next = end + 1
        let isRange: Bool
        switch scalars[end] {
        case "、", "和", "及", "或": isRange = false
        case "至", "到", "-", "—", "~", "～", "－": isRange = true
        default: break list
        }
        if isWord("附", "件", at: next) || isWord("附", "表", at: next) { next += 2 }
        guard let more = annexNumber(at: next) else { break }
        if isRange, let first = numbers.last?.lowerBound, first <= more.value, more.value < 1000 {
          numbers[numbers.count - 1] = first...more.value
        } else {
          numbers.append(more.value...more.value)
        }
        end = more.end
      }
    }
    // 附件1：… and 附件1.docx name annexes in a list.
    if end < limit, scalars[end] == "." || scalars[end] == "：" && offset == block.range.lowerBound {
      return nil
    }
    return (numbers, end)
  }

  func annexNumber(at offset: Int) -> (value: Int, end: Int)? {
    if offset + 2 < limit, scalars[offset] == "（",
      let number = ChineseNumeral.integer(in: scalars, from: offset + 1, to: limit),
      number.end < limit, scalars[number.end] == "）"
    {
      return (number.value, number.end + 1)
    }
    guard let number = ChineseNumeral.integer(in: scalars, from: offset, to: limit),
      number.value < 1000
    else { return nil }
    return number
  }

  // MARK: Tables and decimal numbers

  /// 见表1.
  mutating func table(at offset: Int) -> Int? {
    guard let number = annexNumber(at: offset + 1), offset > block.range.lowerBound else {
      return nil
    }
    let previous = scalars[offset - 1].value
    // 代表10人 and 附表1 are other words.
    guard !(0x4E00...0x9FFF).contains(previous) || Self.tableLeadIns.contains(scalars[offset - 1])
    else { return nil }
    return add(.table, .table(number.value), offset..<number.end)
  }

  /// 违反4.2.1规定.
  mutating func decimal(at offset: Int) -> Int? {
    if offset > block.range.lowerBound {
      let previous = scalars[offset - 1]
      if previous == "." || isWordCharacter(previous) { return nil }
    }
    var values: [Int] = []
    var end = offset
    while let number = ChineseNumeral.integer(in: scalars, from: end, to: limit),
      isWordCharacter(scalars[end])
    {
      values.append(number.value)
      end = number.end
      guard end + 1 < limit, scalars[end] == ".", isWordCharacter(scalars[end + 1]) else { break }
      end += 1
    }
    guard values.count > 1, end < limit else { return values.isEmpty ? nil : end }
    switch scalars[end] {
    case "规", "所", "的", "、", "和", "，", "。", "；", "）", "条", "节", "款", "或", "及", "以":
      return add(.decimal, .decimal(values), offset..<end)
    default: return end
    }
  }
}
