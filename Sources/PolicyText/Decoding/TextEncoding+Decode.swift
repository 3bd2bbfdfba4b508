extension TextEncoding {
  /// The text that bytes without a byte order mark stand for in this encoding.
  package func decode(_ bytes: UnsafeRawBufferPointer) -> DecodedText {
    switch self {
    case .utf8: DecodedText.utf8(bytes).text
    case .utf16LittleEndian: DecodedText(utf16: bytes, bigEndian: false)
    case .utf16BigEndian: DecodedText(utf16: bytes, bigEndian: true)
    case .utf32LittleEndian: DecodedText(utf32: bytes, bigEndian: false)
    case .utf32BigEndian: DecodedText(utf32: bytes, bigEndian: true)
    case .gb18030: DecodedText(bytes, converter: "GB18030")
    case .big5: DecodedText(bytes, converter: "Big5-HKSCS")
    }
  }
}
