internal import CICU

/// How much decoded bytes read like a Chinese text: 1 for one that is nothing else, below 0 for
/// rubbish.
///
/// Bytes of one encoding read in another nearly always give characters, but rare ones. Each scalar
/// beyond ASCII is given points: common characters and Chinese punctuation speak for the encoding,
/// characters that no text has speak strongly against it. ASCII says nothing either way.
struct Plausibility {
  private var points = 0.0
  private var count = 0

  /// Judges a text; its last character is left out if the end of the sample may have cut it off.
  init(of text: DecodedText, cutOff: Bool) {
    let common = CommonIdeographs.shared
    let last = text.scalars.last == "\u{FFFD}" && cutOff ? 1 : 0
    for scalar in text.scalars.dropLast(last) {
      guard let worth = Self.worth(of: scalar, common) else { continue }
      points += worth
      count += 1
    }
  }

  /// The mean of the points; ½ for a text of ASCII, which is one, though not a Chinese one.
  var score: Double { count == 0 ? 0.5 : points / Double(count) }

  private static func worth(of scalar: Unicode.Scalar, _ common: CommonIdeographs) -> Double? {
    switch scalar.value {
    case 0x09...0x0D, 0x20...0x7E: nil
    case 0x4E00...0x9FFF: common.contains(scalar) ? 1 : 0
    // Punctuation, full-width forms, numbers in brackets and circles.
    case 0x3000...0x3017, 0xFF01...0xFF5E, 0x2014, 0x2018...0x201D, 0x2026, 0xB7, 0x2460...0x249B: 1
    case 0xFFFD: -8
    // Converters and old fonts put bullets into the private use area.
    case 0xE000...0xF8FF: -2
    case 0x80...0x84, 0x86...0x9F, 0...0x1F, 0x7F: -8
    case 0xFEFF, 0x85: 0
    default: cicu_is_unreadable(scalar.value) ? -6 : -0.5
    }
  }
}

/// The characters that Chinese texts mostly consist of.
///
/// They are what the first levels of GB 2312 (3,755 characters, simplified) and Big5 (5,401,
/// traditional) hold, the ones that the makers of both standards counted as in common use.
struct CommonIdeographs: Sendable {
  /// The set, made once.
  static let shared = CommonIdeographs()

  private static let first: UInt32 = 0x4E00
  private static let last: UInt32 = 0x9FFF
  private var isCommon: [Bool]

  private init() {
    isCommon = Array(repeating: false, count: Int(Self.last - Self.first) + 1)
    insert(leads: 0xB0...0xD7, trails: [0xA1...0xFE], converter: "GB18030")
    insert(leads: 0xA4...0xC6, trails: [0x40...0x7E, 0xA1...0xFE], converter: "Big5-HKSCS")
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= Self.first && scalar.value <= Self.last
      && isCommon[Int(scalar.value - Self.first)]
  }

  private mutating func insert(
    leads: ClosedRange<UInt8>, trails: [ClosedRange<UInt8>], converter: String
  ) {
    var bytes: [UInt8] = []
    for lead in leads {
      for trail in trails.joined() { bytes += [lead, trail] }
    }
    let text = bytes.withUnsafeBytes { DecodedText($0, converter: converter) }
    for scalar in text.scalars where scalar.value >= Self.first && scalar.value <= Self.last {
      isCommon[Int(scalar.value - Self.first)] = true
    }
  }
}
