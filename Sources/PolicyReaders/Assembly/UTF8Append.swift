extension [Unicode.Scalar] {
  /// Appends text in UTF-8; what is none becomes U+FFFD.
  mutating func append(utf8 bytes: UnsafeRawBufferPointer) {
    // Room is asked for once: asked for with each piece, a long text would be copied each time.
    if isEmpty { reserveCapacity(bytes.count / 2) }
    var offset = 0
    while offset < bytes.count {
      let first = UInt32(bytes[offset])
      if first < 0x80 {
        append(Unicode.Scalar(UInt8(first)))
        offset += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard first >= 0xC0, offset + length <= bytes.count else {
        append("\u{FFFD}")
        offset += 1
        continue
      }
      var value = first & (0xFF >> UInt32(length + 1))
      for place in 1..<length { value = value << 6 | UInt32(bytes[offset + place]) & 0x3F }
      append(Unicode.Scalar(value) ?? "\u{FFFD}")
      offset += length
    }
  }
}
