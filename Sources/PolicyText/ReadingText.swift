/// 阅读文本: the words of a source in reading order, without what layout put between them.
///
/// Line breaks, indents, page numbers, markup and the spaces between Chinese characters are left
/// out, so that a word cut by a line break or spread out by a printer (第 一 章 总　则) is whole again;
/// full-width and half-width forms are folded into one (see ``folded(_:)``), scalar by scalar.
/// Everything that understands words works on this text, in its offsets (`Range<Int>`);
/// ``span(of:)`` leads back to the source. Nothing is said here of where a paragraph ends: that is
/// for the structure to decide.
public struct ReadingText: Sendable {
  /// The folded words.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar, its offset in the source.
  public private(set) var origins: [Int32] = []
  /// Whether words were appended out of the order of the source: cells of a drawn table whose lines
  /// stand side by side.
  public private(set) var isReordered = false
  /// The text that the words were taken from.
  public let source: SourceText

  /// A reading text without words yet; a layout appends them.
  public init(source: SourceText) {
    self.source = source
  }

  /// The whole of a source, line breaks left out: for text without layout.
  public init(plain source: SourceText) {
    self.init(source: source)
    append(0..<source.scalars.count)
  }

  /// Appends a stretch of the source, without its line breaks and without the spaces that do not
  /// part Latin words or numbers.
  public mutating func append(_ offsets: Range<Int>) {
    // Words come in runs without white space, which are copied as wholes: a run is as long as a line
    // in most texts, and the arrays are asked for room once a run.
    source.scalars.withUnsafeBufferPointer { text in
      var offset = offsets.lowerBound
      while offset < offsets.upperBound {
        if isUnreadSpace(text[offset]) {
          offset += 1
          continue
        }
        let start = offset
        repeat { offset += 1 } while offset < offsets.upperBound && !isUnreadSpace(text[offset])
        if start > offsets.lowerBound, isWordCharacter(folded(text[start])),
          let last = scalars.last, isWordCharacter(last), !isLineBreak(text[start - 1])
        {
          scalars.append(" ")
          origins.append(Int32(truncatingIfNeeded: start - 1))
        }
        append(run: start..<offset, of: text)
      }
    }
  }

  private mutating func append(run: Range<Int>, of text: UnsafeBufferPointer<Unicode.Scalar>) {
    if let last = origins.last, Int(last) > run.lowerBound { isReordered = true }
    let start = scalars.count
    scalars.append(contentsOf: UnsafeBufferPointer(rebasing: text[run]))
    scalars.withUnsafeMutableBufferPointer { words in
      for offset in start..<words.count { words[offset] = folded(words[offset]) }
    }
    // The room is taken with the words themselves, in one go, then filled with their offsets.
    UnsafeBufferPointer(rebasing: text[run]).withMemoryRebound(to: Int32.self) {
      origins.append(contentsOf: $0)
    }
    let first = Int32(truncatingIfNeeded: run.lowerBound)
    origins.withUnsafeMutableBufferPointer { origins in
      for offset in start..<origins.count {
        origins[offset] = first &+ Int32(truncatingIfNeeded: offset - start)
      }
    }
  }

  /// Makes room for a number of scalars.
  public mutating func reserveCapacity(_ count: Int) {
    scalars.reserveCapacity(count)
    origins.reserveCapacity(count)
  }

  /// How many scalars there are to read.
  public var count: Int { scalars.count }

  /// Whether the source has white space right before a scalar, which is not read.
  public func hasGap(before offset: Int) -> Bool {
    guard offset > 0, offset < origins.count else { return false }
    let origin = Int(origins[offset])
    guard origin > Int(origins[offset - 1]) + 1 else { return scalars[offset - 1] == " " }
    return isSpace(folded(source.scalars[origin - 1]))
  }

  /// The span in the source from the first to the last scalar of a stretch of the reading text.
  public func span(of range: Range<Int>) -> TextSpan {
    guard !range.isEmpty else {
      let start =
        range.lowerBound < origins.count
        ? Int(origins[range.lowerBound]) : source.scalars.count
      return TextSpan(start, start)
    }
    if isReordered {
      var (low, high) = (origins[range.lowerBound], origins[range.lowerBound])
      for origin in origins[range] {
        low = min(low, origin)
        high = max(high, origin)
      }
      return TextSpan(Int(low), Int(high) + 1)
    }
    return TextSpan(Int(origins[range.lowerBound]), Int(origins[range.upperBound - 1]) + 1)
  }

  /// The words of a stretch as the source has them (not folded, with the spaces within a line),
  /// without line breaks and what stands between lines.
  public func words(of range: Range<Int>) -> String {
    var words: [Unicode.Scalar] = []
    words.reserveCapacity(range.count)
    var last = -1
    for offset in range {
      let origin = Int(origins[offset])
      if last >= 0, origin > last + 1 {
        let between = source.scalars[last + 1..<origin]
        if between.allSatisfy({ isSpace(folded($0)) && !isLineBreak($0) }) {
          words.append(contentsOf: between)
        }
      }
      words.append(source.scalars[origin])
      last = origin
    }
    return String(words, in: words.indices)
  }

  /// The words of a stretch as the source has them, without the spaces that are not read: what
  /// titles and names are given as.
  public func compactWords(of range: Range<Int>) -> String {
    String.utf8(range.count) { source.scalars[Int(origins[range.lowerBound + $0])] }
  }
}

/// Whether a folded scalar is white space, line breaks included.
@inlinable
public func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029, 0xFEFF, 0x200B: true
  default: false
  }
}

/// Whether a scalar of a source is white space, folded or not.
@inline(__always)
private func isUnreadSpace(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  // Chinese characters and their punctuation are no space: out at once.
  if value > 0x3000 && value < 0xF900 { return false }
  return value <= 0x20 || value >= 0x85 ? isSpace(folded(scalar)) : false
}

/// Whether a scalar ends a line.
@inlinable
public func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// Whether a scalar is a Chinese character (a unified ideograph of the basic block or extension A, or 〇).
@inlinable
public func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007: true
  default: false
  }
}

/// Whether a scalar is an ASCII letter or digit, so that a space beside it parts words.
@inlinable
public func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: false
  }
}
