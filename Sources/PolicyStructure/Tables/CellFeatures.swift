import PolicyText

/// What the form of a cell's words tells of the column that it belongs to.
struct CellFeatures {
  /// What it begins with to number its row.
  let mark: CellMark?
  /// Whether it is a number, with 分 or % at most.
  let isNumber: Bool
  /// Whether it has a number, and none that numbers it: `70人`, `2023年11月`, `培训费344.5元`.
  let isValue: Bool
  /// Whether it ends as the names of organs do.
  let isParty: Bool
  /// How many scalars it has.
  let length: Int

  init(_ range: Range<Int>, in text: [Unicode.Scalar], words: TableWords) {
    mark = words.mark(range, in: text)
    isNumber = CellFeatures.isNumber(range, in: text)
    length = range.count
    isParty = range.count <= 60 && words.endsAsParty(range, in: text)
    isValue =
      isNumber || mark == nil && range.contains { text[$0].value >= 0x30 && text[$0].value <= 0x39 }
  }

  /// Whether a mark is a code: letters and numbers.
  var hasCode: Bool {
    if case .code = mark?.style { return true }
    return false
  }

  /// `60`, `3.5`, `10分`, `85%`.
  static func isNumber(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard !range.isEmpty, range.count <= 10 else { return false }
    var digits = 0
    for offset in range {
      switch text[offset] {
      case "0"..."9": digits += 1
      case ".", "-", "+", "≥", "≤": continue
      case "分", "%": return digits > 0 && offset == range.upperBound - 1
      default: return false
      }
    }
    return digits > 0
  }
}

/// What the cells of a column have in common, learned from the rows whose cells stand in their places.
struct ColumnProfile {
  private var count = 0
  private var numbers = 0
  private var parties = 0
  private var marks: [CellMark.Style: Int] = [:]
  private var marked = 0
  private var logLengths = 0.0
  /// The last mark that was placed here, by which the next is known.
  private var last: CellMark?

  mutating func add(_ cell: CellFeatures) {
    count += 1
    if cell.isValue { numbers += 1 }
    if cell.isParty { parties += 1 }
    if let mark = cell.mark {
      marks[mark.style, default: 0] += 1
      marked += 1
    }
    logLengths += logarithm(cell.length)
  }

  /// Takes note of what a row has here.
  mutating func pass(_ cell: CellFeatures) {
    if let mark = cell.mark { last = mark }
  }

  /// How ill a cell fits here: 0 for well, about 1 for badly.
  func cost(_ cell: CellFeatures) -> Double {
    guard count > 0 else { return 0.2 }
    let all = Double(count)
    let numberShare = Double(numbers) / all
    var cost = cell.isValue ? 1.2 * (1 - numberShare) : 1.2 * numberShare
    let partyShare = Double(parties) / all
    cost += 0.6 * (cell.isParty ? 1 - partyShare : partyShare)
    let markShare = Double(marked) / all
    if let mark = cell.mark {
      if let last, mark.follows(last) {
        cost -= 0.4
      } else {
        let share = Double(marks[mark.style] ?? 0) / all
        cost += share > 0 ? 0.3 * (1 - share) : 1
      }
    } else {
      cost += 0.8 * markShare
    }
    let distance = abs(logarithm(cell.length) - logLengths / all)
    return cost + min(0.6, 0.25 * distance)
  }

  private func logarithm(_ length: Int) -> Double {
    // Binary logarithm with its fraction, good enough to compare lengths by.
    guard length > 0 else { return 0 }
    let whole = Int.bitWidth - 1 - length.leadingZeroBitCount
    return Double(whole) + Double(length - 1 << whole) / Double(1 << whole)
  }
}
