extension [Unicode.Scalar] {
  /// Appends text in UTF-8; what is none becomes U+FFFD.
  mutating func append(utf8 bytes: UnsafeRawBufferPointer) {
    // Room is asked for once: asked for with each piece, a long text would be copied each time.
    if isEmpty { reserveCapacity(bytes.count / 2) }
    bytes.forEachScalar { append($0) }
  }
}

extension UnsafeRawBufferPointer {
  /// Gives the characters of text in UTF-8, one after the other; what is none becomes U+FFFD.
  @inline(__always)
  func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    var offset = 0
    while offset < count {
      let first = UInt32(self[offset])
      if first < 0x80 {
        body(Unicode.Scalar(UInt8(first)))
        offset += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard first >= 0xC0, offset + length <= count else {
        body("\u{FFFD}")
        offset += 1
        continue
      }
      var value = first & (0xFF >> UInt32(length + 1))
      for place in 1..<length { value = value << 6 | UInt32(self[offset + place]) & 0x3F }
      body(Unicode.Scalar(value) ?? "\u{FFFD}")
      offset += length
    }
  }
}
