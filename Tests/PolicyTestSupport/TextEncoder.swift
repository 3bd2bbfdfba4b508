package import PolicyText

/// Writes a text in any of the encodings that can be read.
///
/// For GB 18030 and Big5 the code of each character is found by decoding all codes of two bytes, so
/// that a test of these decoders needs some bytes from elsewhere as well.
package struct TextEncoder: Sendable {
  /// The encoding that is written.
  package let encoding: TextEncoding
  private let codes: [Unicode.Scalar: [UInt8]]

  /// A writer for one encoding.
  package init(_ encoding: TextEncoding) {
    self.encoding = encoding
    codes =
      switch encoding {
      case .gb18030: Self.codes(in: encoding, leads: 0x81...0xFE)
      case .big5: Self.codes(in: encoding, leads: 0xA1...0xF9)
      default: [:]
      }
  }

  /// The bytes of a text; characters that the encoding does not have are left out.
  package func bytes(of text: String, withMark: Bool = false) -> [UInt8] {
    var bytes = withMark ? encoding.byteOrderMark : []
    for scalar in text.unicodeScalars {
      switch encoding {
      case .utf8: bytes += Array(String(scalar).utf8)
      case .utf16LittleEndian:
        for unit in String(scalar).utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      case .utf16BigEndian:
        for unit in String(scalar).utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
      case .utf32LittleEndian: bytes += Self.fourBytes(of: scalar).reversed()
      case .utf32BigEndian: bytes += Self.fourBytes(of: scalar)
      case .gb18030, .big5:
        bytes += scalar.isASCII ? [UInt8(scalar.value)] : codes[scalar] ?? []
      }
    }
    return bytes
  }

  private static func fourBytes(of scalar: Unicode.Scalar) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(scalar.value >> $0 & 0xFF) }
  }

  private static func codes(
    in encoding: TextEncoding, leads: ClosedRange<UInt8>
  ) -> [Unicode.Scalar: [UInt8]] {
    var codes: [Unicode.Scalar: [UInt8]] = [:]
    for lead in leads {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        let text = [lead, trail].withUnsafeBytes { encoding.decode($0) }
        guard text.replaced.isEmpty, text.scalars.count == 1 else { continue }
        if codes[text.scalars[0]] == nil { codes[text.scalars[0]] = [lead, trail] }
      }
    }
    return codes
  }
}
