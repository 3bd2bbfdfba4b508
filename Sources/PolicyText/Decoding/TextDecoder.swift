internal import CICU

/// Finds out the encoding of bytes and decodes them.
///
/// A byte order mark decides, and so does valid UTF-8 with Chinese characters in it, which no other
/// encoding looks like. For everything else a sample is decoded in every encoding, and the one wins
/// in which it reads most like a Chinese text; ICU's detector is asked besides, since it knows how
/// often characters are. Bytes that read like a text in none are none.
enum TextDecoder {
  /// The text that bytes stand for, and their encoding; `nil` if they are no text.
  static func decode(
    _ bytes: UnsafeRawBufferPointer
  ) -> (text: DecodedText, encoding: TextEncoding)? {
    if let marked = TextEncoding.markedEncoding(of: bytes) {
      let text = marked.decode(bytes.dropping(marked.byteOrderMark.count))
      return isReadable(text, ScalarCensus(text)) ? (text, marked) : nil
    }
    let (utf8, census) = DecodedText.utf8(bytes)
    if isCertainlyUTF8(utf8, census) {
      return isReadable(utf8, census) ? (utf8, .utf8) : nil
    }
    let best = candidates(for: bytes).max { $0.score < $1.score }
    let isValidUTF8 = utf8.replaced.isEmpty && census.zeros == 0
    let least = isValidUTF8 ? leastScoreAgainstUTF8 : leastScore
    if let best, best.encoding != .utf8, best.score >= least {
      let text = best.encoding.decode(bytes)
      return isReadable(text, ScalarCensus(text)) ? (text, best.encoding) : nil
    }
    return isReadable(utf8, census) ? (utf8, .utf8) : nil
  }

  /// What a sample must score at least for its encoding to be believed.
  private static let leastScore = 0.35

  /// The same for bytes that are valid UTF-8 as well, such as a text in Russian: two characters of
  /// GB 18030 can be that by chance.
  private static let leastScoreAgainstUTF8 = 0.9

  /// Whether a text is UTF-8 beyond doubt.
  ///
  /// Its characters beyond ASCII are mostly such as take three bytes, and hardly a byte is not
  /// explained. A file may have a few broken bytes, or end within a
  /// character, and is UTF-8 all the same.
  private static func isCertainlyUTF8(_ text: DecodedText, _ census: ScalarCensus) -> Bool {
    var broken = text.replacedCount
    if let last = text.replaced.last, last.end == text.scalars.count { broken -= 1 }
    if census.zeros > 0 && census.zeros * 16 > census.long { return false }
    // One accented letter in ASCII is no Chinese character of GB 18030.
    if broken == 0 && census.long == 0 && census.twoByte <= 1 { return true }
    return census.long > 0 && census.long >= census.twoByte && census.long >= broken * 4
  }

  /// Whether a decoded text is no heap of control characters and replaced bytes.
  private static func isReadable(_ text: DecodedText, _ census: ScalarCensus) -> Bool {
    let count = text.scalars.count
    return census.controls * 20 <= count && (text.replacedCount * 4 <= count || count < 4)
  }

  /// Every encoding with what a sample of the bytes scores in it.
  private static func candidates(
    for bytes: UnsafeRawBufferPointer
  ) -> [(encoding: TextEncoding, score: Double)] {
    let sample = Sample(of: bytes)
    // Most encodings share one part of the file, which ICU looks at once.
    var detections: [Int: EncodingDetection] = [:]
    return TextEncoding.allCases.map { encoding in
      let part = sample.part(for: encoding)
      let text = encoding.decode(part)
      let plausibility = Plausibility(of: text, cutOff: part.count > 4)
      let detection = detections[part.count] ?? EncodingDetection(part)
      detections[part.count] = detection
      return (encoding, plausibility.score + Double(detection.confidence(in: encoding)) / 500)
    }
  }
}

/// What ICU's detector says of some bytes.
private final class EncodingDetection {
  private let detection: OpaquePointer?

  init(_ bytes: UnsafeRawBufferPointer) {
    detection = cicu_detection_open(
      bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  deinit { detection.map(cicu_detection_close) }

  /// How sure it is of an encoding, in percent; 0 for one that it does not know.
  func confidence(in encoding: TextEncoding) -> Int32 {
    detection.map { cicu_detection_confidence($0, encoding.rawValue) } ?? 0
  }
}

/// The part of a file that its encoding is judged by.
///
/// It begins where the first byte beyond ASCII stands, since what comes before says nothing (pages of
/// the web begin with kilobytes of ASCII), and is long enough to hold some of them.
private struct Sample {
  private let bytes: UnsafeRawBufferPointer
  private let start: Int
  private let end: Int

  init(of bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    start = bytes.firstIndex { $0 >= 0x80 } ?? 0
    var end = min(bytes.count, start + 16_384)
    var telling = bytes[start..<end].count { $0 >= 0x80 }
    while end < bytes.count, telling < 512 {
      let next = min(bytes.count, end * 2)
      telling += bytes[end..<next].count { $0 >= 0x80 }
      end = next
    }
    self.end = end
  }

  /// The sample for one encoding: it begins and ends with a unit of the encoding.
  func part(for encoding: TextEncoding) -> UnsafeRawBufferPointer {
    let unit =
      switch encoding {
      case .utf8, .gb18030, .big5: 1
      case .utf16LittleEndian, .utf16BigEndian: 2
      case .utf32LittleEndian, .utf32BigEndian: 4
      }
    return UnsafeRawBufferPointer(rebasing: bytes[start / unit * unit..<end])
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func dropping(_ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[count...])
  }
}
