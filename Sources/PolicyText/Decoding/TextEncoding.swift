/// 编码: how the bytes of a file stand for characters.
///
/// The raw value is the name that the output gives.
public enum TextEncoding: String, Sendable, CaseIterable, Hashable {
  /// UTF-8, of which ASCII is a part.
  case utf8 = "UTF-8"
  /// UTF-16, the low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// UTF-32, the low byte first.
  case utf32LittleEndian = "UTF-32LE"
  /// UTF-32, the high byte first.
  case utf32BigEndian = "UTF-32BE"
  /// GB 18030, of which GBK and GB 2312 are parts.
  case gb18030 = "GB18030"
  /// Big5, with the characters that Hong Kong added.
  case big5 = "Big5"

  /// The bytes that some programs put in front of a text to say its encoding.
  package var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .big5: []
    }
  }

  /// The encoding that the byte order mark at the start of bytes names, if there is one.
  ///
  /// The mark of UTF-32LE begins with that of UTF-16LE and is looked for first: no text begins with
  /// U+0000.
  static func markedEncoding(of bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    let marked: [TextEncoding] = [
      .utf8, .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian, .gb18030,
    ]
    return marked.first { bytes.starts(with: $0.byteOrderMark) }
  }
}
