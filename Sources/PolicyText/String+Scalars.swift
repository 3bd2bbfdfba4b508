extension String {
  /// The words of a stretch of scalars, written as UTF-8 in one go: many times as fast as by way of
  /// a `UnicodeScalarView`, which asks for each scalar through a protocol.
  package init(_ scalars: [Unicode.Scalar], in range: Range<Int>) {
    self = scalars.withUnsafeBufferPointer { text in
      Self.utf8(range.count) { text[range.lowerBound + $0] }
    }
  }

  /// A string of scalars that are given one by one.
  static func utf8(_ count: Int, _ scalar: (Int) -> Unicode.Scalar) -> String {
    String(unsafeUninitializedCapacity: count * 4) { bytes in
      var end = 0
      for index in 0..<count {
        let value = scalar(index).value
        if value < 0x80 {
          bytes[end] = UInt8(truncatingIfNeeded: value)
          end += 1
          continue
        }
        if value < 0x800 {
          bytes[end] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
          end += 1
        } else {
          if value < 0x10000 {
            bytes[end] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
          } else {
            bytes[end] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
            bytes[end + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
            end += 1
          }
          bytes[end + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
          end += 2
        }
        bytes[end] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        end += 1
      }
      return end
    }
  }
}
