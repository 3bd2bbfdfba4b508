/// 阅读文本: the words of a source in reading order, without what layout put between them.
///
/// Line breaks, indents, page numbers and markup are left out, so that a word cut by a line break
/// is whole again; full-width and half-width forms are folded into one (see ``folded(_:)``), scalar
/// by scalar. Everything that understands words works on this text, in its offsets (`Range<Int>`);
/// ``span(of:)`` leads back to the source. Nothing is said here of where a paragraph ends: that is
/// for the structure to decide.
public struct ReadingText: Sendable {
  /// The folded words.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar, its offset in the source.
  public private(set) var origins: [Int32] = []
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

  /// Appends a stretch of the source, without the line breaks in it.
  public mutating func append(_ offsets: Range<Int>) {
    for offset in offsets {
      let scalar = source.scalars[offset]
      guard scalar != "\n" && scalar != "\r" else { continue }
      scalars.append(folded(scalar))
      origins.append(Int32(truncatingIfNeeded: offset))
    }
  }

  /// Makes room for a number of scalars.
  public mutating func reserveCapacity(_ count: Int) {
    scalars.reserveCapacity(count)
    origins.reserveCapacity(count)
  }

  /// How many scalars there are to read.
  public var count: Int { scalars.count }

  /// The span in the source from the first to the last scalar of a stretch of the reading text.
  public func span(of range: Range<Int>) -> TextSpan {
    guard !range.isEmpty else {
      let start =
        range.lowerBound < origins.count
        ? Int(origins[range.lowerBound]) : source.scalars.count
      return TextSpan(start, start)
    }
    return TextSpan(Int(origins[range.lowerBound]), Int(origins[range.upperBound - 1]) + 1)
  }

  /// The words of a stretch as the source has them (not folded), without what layout put between.
  public func words(of range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for offset in range { view.append(source.scalars[Int(origins[offset])]) }
    return String(view)
  }
}
