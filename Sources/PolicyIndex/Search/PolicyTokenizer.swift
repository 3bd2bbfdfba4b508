internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import PolicyText

/// 切词: what a text is found by in the full-text index.
///
/// Each Chinese character gives a token with the one after it (市场主体: 市场, 场主, 主体, 体), so that any
/// words are found wherever they stand, as a phrase; a single character is found as the beginning of
/// such a token. Where ICU's dictionary sees a word of two characters or more, the word is a token as
/// well, at the same place and marked `=`: a word that is asked for comes before the same characters
/// across two words (人大 in 人大代表, and in 证人大多). Latin letters and digits run together.
///
/// What layout puts between characters is not read: spaces, line breaks, and lines that hold a page
/// number alone. Forms are folded as everywhere (see `folded`), letters are small.
final class PolicyTokenizer: FTS5CustomTokenizer {
  static let name = "policy"
  /// Goes up with every change to what is a token: an index of another version is made anew.
  static let version = 2
  /// What stands before a word that is asked for as such.
  static let wordMark: Unicode.Scalar = "="
  /// The longest word of the dictionary that is a token.
  private static let longestWord = 8

  private var breaker = WordBreaker(.word)
  private var bytes: [CChar] = []

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?, nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return SQLITE_OK }
    let text = UnsafeRawBufferPointer(start: pText, count: Int(nText))
    let words = Self.read(String(decoding: text, as: UTF8.self))
    if tokenization.contains(.query), words.first == Self.wordMark {
      return emit(words, 0..<words.count, flags: 0, context, tokenCallback)
    }
    return tokenize(
      words, isQuery: tokenization.contains(.query), context: context, callback: tokenCallback)
  }

  private func tokenize(
    _ words: [Unicode.Scalar], isQuery: Bool, context: UnsafeMutableRawPointer?,
    callback: FTS5TokenCallback
  ) -> CInt {
    let pieces = isQuery ? [] : breaker.pieces(of: words.indices, in: words)
    var piece = 0
    var index = 0
    while index < words.count {
      var status = SQLITE_OK
      if isHan(words[index]) {
        let isPair = index + 1 < words.count && isHan(words[index + 1])
        // The last character of a question says nothing that its last pair does not say.
        if isPair || !isQuery || index + 1 < words.count || index == 0 || !isHan(words[index - 1]) {
          status = emit(
            words, index..<(isPair ? index + 2 : index + 1), flags: 0, context, callback)
        }
        while piece < pieces.count, pieces[piece].lowerBound < index { piece += 1 }
        if status == SQLITE_OK, piece < pieces.count, pieces[piece].lowerBound == index,
          (2...Self.longestWord).contains(pieces[piece].count),
          !ModalBoundary.isCrossed(words, at: index, &breaker)
        {
          status = emitWord(words, pieces[piece], context, callback)
        }
        index += 1
      } else if isWordCharacter(words[index]) {
        let start = index
        repeat { index += 1 } while index < words.count && isWordCharacter(words[index])
        status = emit(words, start..<index, flags: 0, context, callback)
      } else {
        index += 1
      }
      if status != SQLITE_OK { return status }
    }
    return SQLITE_OK
  }

  private func emitWord(
    _ words: [Unicode.Scalar], _ range: Range<Int>, _ context: UnsafeMutableRawPointer?,
    _ callback: FTS5TokenCallback
  ) -> CInt {
    bytes.removeAll(keepingCapacity: true)
    put(Self.wordMark)
    for scalar in words[range] { put(scalar) }
    return callback(
      context, CInt(FTS5_TOKEN_COLOCATED), bytes, CInt(bytes.count), 0, CInt(bytes.count))
  }

  private func emit(
    _ words: [Unicode.Scalar], _ range: Range<Int>, flags: CInt,
    _ context: UnsafeMutableRawPointer?, _ callback: FTS5TokenCallback
  ) -> CInt {
    bytes.removeAll(keepingCapacity: true)
    for scalar in words[range] { put(scalar) }
    return callback(context, flags, bytes, CInt(bytes.count), 0, CInt(bytes.count))
  }

  private func put(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      bytes.append(CChar(truncatingIfNeeded: value))
      return
    }
    if value < 0x800 {
      bytes.append(CChar(truncatingIfNeeded: 0xC0 | value >> 6))
    } else {
      if value < 0x10000 {
        bytes.append(CChar(truncatingIfNeeded: 0xE0 | value >> 12))
      } else {
        bytes.append(CChar(truncatingIfNeeded: 0xF0 | value >> 18))
        bytes.append(CChar(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      }
      bytes.append(CChar(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    }
    bytes.append(CChar(truncatingIfNeeded: 0x80 | value & 0x3F))
  }
}

extension PolicyTokenizer {
  /// The characters of a text that are read: folded, in small letters, without white space and lines
  /// that hold a page number alone.
  static func read(_ text: String) -> [Unicode.Scalar] {
    var words: [Unicode.Scalar] = []
    words.reserveCapacity(text.utf8.count / 3 + 8)
    var lineStart = 0
    var lineHasWords = false
    var follows = false
    for scalar in text.unicodeScalars {
      if isLineBreak(scalar) {
        endLine(&words, from: lineStart, hasWords: lineHasWords)
        lineStart = words.count
        lineHasWords = false
        follows = false
        continue
      }
      var scalar = folded(scalar)
      if isSpace(scalar) {
        follows = false
        continue
      }
      if (0x41...0x5A).contains(scalar.value), let small = Unicode.Scalar(scalar.value + 0x20) {
        scalar = small
      }
      if !follows, isWordCharacter(scalar), let last = words.last, isWordCharacter(last) {
        words.append(" ")
      }
      if isHan(scalar) { lineHasWords = true }
      words.append(scalar)
      follows = true
    }
    return words
  }

  /// Takes out a line of digits and dashes (12, — 12 —); the last line is no line of its own.
  private static func endLine(_ words: inout [Unicode.Scalar], from start: Int, hasWords: Bool) {
    guard !hasWords, start > 0, words.count > start, words.count - start < 12 else { return }
    let marks: Set<Unicode.Scalar> = ["-", "—", "–", "－", " ", "/", "·"]
    let isPageNumber = words[start...].allSatisfy {
      marks.contains($0) || (0x30...0x39).contains($0.value)
    }
    if isPageNumber { words.removeSubrange(start...) }
  }
}

/// Whether a scalar is a Chinese character, 〇 included.
@inline(__always)
func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x3007, 0x25CB: true
  default: false
  }
}
