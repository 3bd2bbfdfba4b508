extension DecodedText {
  /// Decodes UTF-8, with U+FFFD for each part of bytes that is none, and counts on the way.
  ///
  /// Nearly every text is valid and takes the fast way; the slow one begins anew from the first byte.
  static func utf8(_ bytes: UnsafeRawBufferPointer) -> (text: DecodedText, census: ScalarCensus) {
    var census = ScalarCensus()
    if let scalars = strictUTF8(bytes, &census) { return (DecodedText(scalars: scalars), census) }
    let text = DecodedText(brokenUTF8: bytes)
    return (text, ScalarCensus(text))
  }

  /// Decodes UTF-8 that is not valid throughout.
  ///
  /// What stands for one U+FFFD is the longest beginning of a valid sequence, or one byte.
  ///
  /// Source: The Unicode Standard 15.0, 3.9, "U+FFFD Substitution of Maximal Subparts".
  private init(brokenUTF8 bytes: UnsafeRawBufferPointer) {
    self.init()
    scalars.reserveCapacity(bytes.count / 2)
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      offset += 1
      if lead < 0x80 {
        scalars.append(Unicode.Scalar(lead))
        continue
      }
      guard let sequence = UTF8Sequence(lead: lead) else {
        appendReplacement()
        continue
      }
      var value = sequence.leadBits
      var taken = 0
      while taken < sequence.trailCount, offset < bytes.count {
        let byte = bytes[offset]
        guard taken == 0 ? sequence.secondByte.contains(byte) : byte & 0xC0 == 0x80 else { break }
        value = value << 6 | UInt32(byte & 0x3F)
        offset += 1
        taken += 1
      }
      if taken == sequence.trailCount, let scalar = Unicode.Scalar(value) {
        scalars.append(scalar)
      } else {
        appendReplacement()
      }
    }
  }
}

/// What the first byte of a sequence of UTF-8 says of the others.
///
/// Source: The Unicode Standard 15.0, table 3-7, "Well-Formed UTF-8 Byte Sequences".
private struct UTF8Sequence {
  let leadBits: UInt32
  let trailCount: Int
  let secondByte: ClosedRange<UInt8>

  init?(lead: UInt8) {
    switch lead {
    case 0xC2...0xDF: self.init(lead & 0x1F, 1, 0x80...0xBF)
    case 0xE0: self.init(lead & 0x0F, 2, 0xA0...0xBF)
    case 0xED: self.init(lead & 0x0F, 2, 0x80...0x9F)
    case 0xE1...0xEF: self.init(lead & 0x0F, 2, 0x80...0xBF)
    case 0xF0: self.init(lead & 0x07, 3, 0x90...0xBF)
    case 0xF1...0xF3: self.init(lead & 0x07, 3, 0x80...0xBF)
    case 0xF4: self.init(lead & 0x07, 3, 0x80...0x8F)
    default: return nil
    }
  }

  private init(_ leadBits: UInt8, _ trailCount: Int, _ secondByte: ClosedRange<UInt8>) {
    self.leadBits = UInt32(leadBits)
    self.trailCount = trailCount
    self.secondByte = secondByte
  }
}

/// The scalars of UTF-8, or `nil` if a byte of it is not valid.
///
/// A first pass counts the bytes that begin a character, so that the array has just the room that is
/// needed: a valid text has as many characters, and of one that is not, no more are written before
/// the fault is seen.
private func strictUTF8(
  _ bytes: UnsafeRawBufferPointer, _ census: inout ScalarCensus
) -> [Unicode.Scalar]? {
  var isValid = true
  let scalars = [Unicode.Scalar](
    unsafeUninitializedCapacity: bytes.count - continuationCount(bytes)
  ) { buffer, count in
    buffer.withMemoryRebound(to: UInt32.self) { units in
      let written = decodeStrictly(bytes, into: units, &census)
      isValid = written != nil
      count = written ?? 0
    }
  }
  return isValid ? scalars : nil
}

/// How many bytes are such as begin no character (80 to BF), counted eight at a time.
private func continuationCount(_ bytes: UnsafeRawBufferPointer) -> Int {
  var count = 0
  var offset = 0
  while offset + 8 <= bytes.count {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    // In each byte: the highest bit is set and the next one is not. The product adds the eight up.
    let ones = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
    count += Int(truncatingIfNeeded: (ones &* 0x0101_0101_0101_0101) >> 56)
    offset += 8
  }
  for byte in bytes[offset...] where byte & 0xC0 == 0x80 { count += 1 }
  return count
}

/// Writes the code points of UTF-8 and says how many they are, or `nil` at a byte that is not valid.
private func decodeStrictly(
  _ bytes: UnsafeRawBufferPointer, into units: UnsafeMutableBufferPointer<UInt32>,
  _ census: inout ScalarCensus
) -> Int? {
  // An empty text has no memory to point to.
  guard let source = bytes.baseAddress, let target = units.baseAddress else {
    return bytes.isEmpty ? 0 : nil
  }
  func byte(_ offset: Int) -> UInt32 {
    UInt32(source.load(fromByteOffset: offset, as: UInt8.self))
  }
  func isTrail(_ byte: UInt32) -> Bool { byte & 0xC0 == 0x80 }
  let end = bytes.count
  var offset = 0
  var written = 0
  var ascii = 0
  var counts = ScalarCensus()
  while offset < end {
    // Nearly all of a Chinese text: runs of three bytes a character, read four bytes at a time.
    while end - offset >= 4 {
      let word = UInt32(littleEndian: source.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      guard word & 0x00C0_C0F0 == 0x0080_80E0 else { break }
      let value = (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
      guard value >= 0x800, value & 0xF800 != 0xD800 else { return nil }
      target[written] = value
      written += 1
      offset += 3
    }
    guard offset < end else { break }
    let lead = byte(offset)
    let value: UInt32
    if lead < 0x80 {
      value = lead
      ascii += 1
      if value < 0x20 { counts.countControl(value) }
      offset += 1
    } else if lead & 0xF0 == 0xE0, end - offset >= 3 {
      let second = byte(offset + 1)
      let third = byte(offset + 2)
      guard isTrail(second), isTrail(third) else { return nil }
      value = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      guard value >= 0x800, value & 0xF800 != 0xD800 else { return nil }
      offset += 3
    } else if lead & 0xE0 == 0xC0, end - offset >= 2 {
      let second = byte(offset + 1)
      guard isTrail(second) else { return nil }
      value = (lead & 0x1F) << 6 | second & 0x3F
      guard value >= 0x80 else { return nil }
      counts.twoByte += 1
      offset += 2
    } else if lead & 0xF8 == 0xF0, end - offset >= 4 {
      let second = byte(offset + 1)
      let third = byte(offset + 2)
      let fourth = byte(offset + 3)
      guard isTrail(second), isTrail(third), isTrail(fourth) else { return nil }
      value = (lead & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
      guard value >= 0x10000, value <= 0x10FFFF else { return nil }
      offset += 4
    } else {
      return nil
    }
    target[written] = value
    written += 1
  }
  counts.long = written - ascii - counts.twoByte
  census = counts
  return written
}
