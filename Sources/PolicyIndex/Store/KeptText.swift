internal import Foundation

/// 原文: the text of a source as the library keeps it, unpacked, for cutting out spans.
struct KeptText: Sendable {
  private let bytes: [UInt8]
  /// Where every 1024th scalar begins, so that a span far down is found at once.
  private let marks: [Int]

  private static let stride = 1_024

  /// Unpacks a text; `nil` if it is damaged.
  init?(packed: Data, size: Int) {
    guard let bytes = packed.withUnsafeBytes({ Deflate.unpacked($0, count: size) }) else {
      return nil
    }
    self.init(bytes)
  }

  /// A text in UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var marks: [Int] = []
    var scalar = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
        if scalar % Self.stride == 0 { marks.append(index) }
        scalar += 1
      }
    }
    self.marks = marks
  }

  /// The whole text.
  var utf8: [UInt8] { bytes }

  /// The words of a span, in scalars.
  func words(from start: Int, to end: Int) -> String {
    let first = offset(of: start)
    return String(decoding: bytes[first..<max(first, offset(of: end))], as: UTF8.self)
  }

  private func offset(of scalar: Int) -> Int {
    guard scalar >= 0, scalar / Self.stride < marks.count else { return bytes.count }
    var index = marks[scalar / Self.stride]
    var rest = scalar % Self.stride
    return bytes.withUnsafeBufferPointer { bytes in
      while rest > 0, index < bytes.count {
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        rest -= 1
      }
      return index
    }
  }
}
