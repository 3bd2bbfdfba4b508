/// The cells of a list: the bytes of its files, and where in them each cell stands.
///
/// Most cells are never asked for as strings, so none is made before.
final class LexiconTable: Sendable {
  /// UTF-8, known to be valid.
  let bytes: [UInt8]
  /// For each cell, row by row, where it stands in the bytes.
  let cells: [Range<Int32>]
  /// How many cells a row has.
  let width: Int

  init(bytes: [UInt8], cells: [Range<Int32>], width: Int) {
    precondition(width == 0 ? cells.isEmpty : cells.count.isMultiple(of: width), "rows are whole")
    self.bytes = bytes
    self.cells = cells
    self.width = width
  }

  /// Rows that are already read, each of as many cells.
  convenience init(_ rows: [[String]], width: Int) {
    var bytes: [UInt8] = []
    var cells: [Range<Int32>] = []
    for cell in rows.joined() {
      let start = Int32(bytes.count)
      bytes += cell.utf8
      cells.append(start..<Int32(bytes.count))
    }
    self.init(bytes: bytes, cells: cells, width: width)
  }

  var count: Int { width == 0 ? 0 : cells.count / width }

  func string(_ cell: Int) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[range(cell)], as: UTF8.self) }
  }

  /// Where a cell stands in the bytes.
  @inline(__always)
  func range(_ cell: Int) -> Range<Int> {
    Int(cells[cell].lowerBound)..<Int(cells[cell].upperBound)
  }

  /// Calls `body` with each scalar of a cell.
  @inline(__always)
  func forEachScalar(of cell: Int, _ body: (Unicode.Scalar) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      let range = range(cell)
      var offset = range.lowerBound
      while offset < range.upperBound {
        // The bytes are known to be valid: the first says how many follow.
        let lead = UInt32(bytes[offset])
        let count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = count == 1 ? lead : lead & (0x7F >> UInt32(count))
        for next in 1..<max(count, 1) { value = value << 6 | UInt32(bytes[offset + next] & 0x3F) }
        offset += count
        if let scalar = Unicode.Scalar(value) { body(scalar) }
      }
    }
  }

  /// Whether two cells hold the same bytes.
  func areEqual(_ left: Int, _ right: Int) -> Bool {
    bytes.withUnsafeBufferPointer { $0[range(left)].elementsEqual($0[range(right)]) }
  }

  /// Whether the first cell of a row stands before that of another by code points, which is the order
  /// of UTF-8 bytes.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes[range(left * width)].lexicographicallyPrecedes(bytes[range(right * width)])
    }
  }
}
