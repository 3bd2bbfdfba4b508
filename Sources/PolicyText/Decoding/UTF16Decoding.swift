extension DecodedText {
  /// Decodes UTF-16, with U+FFFD for each surrogate without its other half and for an odd last byte.
  init(utf16 bytes: UnsafeRawBufferPointer, bigEndian: Bool) {
    let count = bytes.count / 2
    self.init(utf16Count: count, hasRest: bytes.count % 2 == 1) { index in
      let unit = bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
      return bigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
    }
  }

  /// Decodes units of UTF-16; `unexplained` is a unit that stands for bytes that are no text.
  init(utf16Count count: Int, hasRest: Bool, unexplained: UInt16? = nil, unit: (Int) -> UInt16) {
    self.init()
    scalars.reserveCapacity(count + (hasRest ? 1 : 0))
    var index = 0
    while index < count {
      let first = unit(index)
      index += 1
      if first == unexplained {
        appendReplacement()
      } else if let scalar = Unicode.Scalar(first) {
        scalars.append(scalar)
      } else if UTF16.isLeadSurrogate(first), index < count, UTF16.isTrailSurrogate(unit(index)) {
        let pair = UTF16.EncodedScalar([first, unit(index)])
        scalars.append(UTF16.decode(pair))
        index += 1
      } else {
        appendReplacement()
      }
    }
    if hasRest { appendReplacement() }
  }

  /// Decodes UTF-32, with U+FFFD for each unit that is no scalar value and for odd last bytes.
  init(utf32 bytes: UnsafeRawBufferPointer, bigEndian: Bool) {
    self.init()
    let count = bytes.count / 4
    scalars.reserveCapacity(count + 1)
    for index in 0..<count {
      let unit = bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
      if let scalar = Unicode.Scalar(bigEndian ? unit.bigEndian : unit.littleEndian) {
        scalars.append(scalar)
      } else {
        appendReplacement()
      }
    }
    if bytes.count % 4 != 0 { appendReplacement() }
  }
}
