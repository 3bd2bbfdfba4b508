/// 表的序号: the numbers that the rows of a table begin with.
///
/// They follow the rows, as those of articles do: a row that was put in is one row more, and not the
/// words of one row between the numbers of others. They are compared by the words of the next cell.
enum SerialNumbers {
  /// What the numbers of a table's rows are compared by.
  static func aliases(in text: UnitText) -> TokenAliases {
    var aliases: TokenAliases = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, isDigit(text.folded[end]) { end += 1 }
      if end > start, end < text.count, text.scalars[end] == "\t",
        let hash = hash(ofCellAt: end + 1, in: text)
      {
        aliases.append((start..<end, hash))
      }
      while end < text.count, text.scalars[end] != "\n" { end += 1 }
      start = end + 1
    }
    return aliases
  }

  /// A hash of the words of a cell; `nil` for an empty one.
  private static func hash(ofCellAt start: Int, in text: UnitText) -> UInt64? {
    var hash: UInt64 = 0x51ED_270B_9F2C_A4D3
    var offset = start
    while offset < text.count, !text.isBreak(at: offset) {
      hash = (hash ^ UInt64(text.folded[offset].value)) &* 0x100_0000_01B3
      hash ^= hash >> 29
      offset += 1
    }
    return offset > start ? hash : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar >= "0" && scalar <= "9"
  }
}
