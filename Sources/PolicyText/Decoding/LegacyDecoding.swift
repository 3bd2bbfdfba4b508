internal import CICU

extension DecodedText {
  /// Decodes GB 18030 or Big5 through ICU, with U+FFFD for each sequence that it does not explain.
  ///
  /// The converter is named as ICU names it.
  init(_ bytes: UnsafeRawBufferPointer, converter: String) {
    // A byte gives at most one unit of UTF-16; ICU asks for some room besides.
    let capacity = bytes.count + 16
    let units = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let target = buffer.baseAddress else { return }
      let source = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let written = cicu_decode(converter, source, bytes.count, target, capacity)
      precondition(
        written >= 0, "ICU has the converters for Chinese texts, and room for what they write")
      count = written
    }
    self = units.withUnsafeBufferPointer { units in
      DecodedText(
        utf16Count: units.count, hasRest: false, unexplained: UInt16(CICU_UNEXPLAINED)
      ) { units[$0] }
    }
  }
}
