internal import PolicyAnalysis
internal import PolicyText

/// 词元: the pieces of a unit's text that are compared as wholes.
///
/// Words by ICU; a number, date, amount, name or reference is one piece, whatever its words. A break
/// between paragraphs is a piece of its own.
struct EditTokens {
  /// Where each piece stands in the unit's text.
  private(set) var ranges: [Range<Int>] = []
  /// For each piece a hash of its folded words: pieces with the same words have the same.
  private(set) var hashes: [UInt64] = []
  /// For each piece what it is worth to have it in common.
  private(set) var weights: [Int32] = []

  var count: Int { ranges.count }

  /// The pieces of a text in which some stretches are not to be cut.
  ///
  /// What an alias stands for has its hash, whatever its words. Of `ends`, what both texts begin and end
  /// with, whole paragraphs are one piece, and the sentences of the paragraph that changes another.
  init(
    _ text: UnitText, wholes: [Range<Int>], ends: CommonEnds.Stretches,
    aliases: TokenAliases = [], modalWords: ModalWords, breaker: inout WordBreaker
  ) {
    let isStart = Self.starts(
      text, wholes: wholes, ends: ends, modalWords: modalWords, breaker: &breaker)
    var start = 0
    for offset in 1..<(text.count + 1) where offset == text.count || isStart[offset] {
      append(start..<offset, of: text)
      // What stands at the ends of both is the same, whatever else could be.
      if offset > start + 1, ends.contain(start..<offset) {
        weights[count - 1] = Int32(clamping: offset - start) * 3
      }
      start = offset
    }
    var piece = 0
    for alias in aliases {
      while piece < count, ranges[piece].lowerBound < alias.range.lowerBound { piece += 1 }
      if piece < count, ranges[piece] == alias.range { hashes[piece] = alias.hash }
    }
  }

  /// For each offset whether a piece begins there.
  private static func starts(
    _ text: UnitText, wholes: [Range<Int>], ends: CommonEnds.Stretches, modalWords: ModalWords,
    breaker: inout WordBreaker
  ) -> [Bool] {
    var isStart = [Bool](repeating: false, count: text.count + 1)
    let parts = [
      0..<ends.prefix.lowerBound, ends.prefix.upperBound..<ends.suffix.lowerBound,
      ends.suffix.upperBound..<text.count,
    ]
    for part in parts {
      if !part.isEmpty {
        for piece in breaker.pieces(of: part, in: text.folded) {
          isStart[piece.lowerBound] = true
          // 应当在 is one word to ICU; the word that matters most stands alone.
          if let end = modalWords.end(ofWordAt: piece, in: text.folded) { isStart[end] = true }
        }
      }
      for offset in part where text.isBreak(at: offset) {
        isStart[offset] = true
        isStart[offset + 1] = true
      }
      for offset in part.dropFirst()
      where isDigit(text.folded[offset]) && isDigit(text.folded[offset - 1]) {
        isStart[offset] = false
      }
    }
    for whole in wholes where !ends.contain(whole) {
      isStart[whole.lowerBound] = true
      isStart[whole.upperBound] = true
      for offset in whole.dropFirst()
      where !text.isBreak(at: offset - 1) && !text.isBreak(at: offset) {
        isStart[offset] = false
      }
    }
    for end in [ends.prefix, ends.suffix] where !end.isEmpty {
      isStart[end.lowerBound] = true
      isStart[end.upperBound] = true
    }
    let breaks = [
      ends.prefix.last(where: text.isBreak), ends.suffix.first(where: text.isBreak),
    ]
    for case let place? in breaks {
      isStart[place] = true
      isStart[place + 1] = true
    }
    return isStart
  }

  private mutating func append(_ range: Range<Int>, of text: UnitText) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters: Int32 = 0
    for offset in range {
      hash = (hash ^ UInt64(text.folded[offset].value)) &* 0x100_0000_01B3
      hash ^= hash >> 29
      if TextFeatures.isWord(text.folded[offset]) { letters += 1 }
    }
    ranges.append(range)
    hashes.append(hash)
    if text.isBreak(at: range.lowerBound) {
      weights.append(6)
    } else if letters == 0 {
      weights.append(1)
    } else {
      // A single character is mostly a small word: 的, 和, 对.
      weights.append(letters == 1 ? 2 : min(letters * 3, 30))
    }
  }

  /// Whether a scalar is a digit, of either script.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "零",
      "〇", ".":
      true
    default: false
    }
  }
}
