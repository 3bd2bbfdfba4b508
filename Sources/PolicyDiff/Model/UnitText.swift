internal import PolicyStructure
public import PolicyText

/// 单元文字: the words of one unit as its source writes them, without what layout put between them.
///
/// A line break stands where a new paragraph, item or row begins, a tab where a new cell does, so that
/// cutting a paragraph in two is a difference like any other. All edits count in `scalars`.
public struct UnitText: Sendable {
  /// The words as the source writes them.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// The same, with full-width and half-width forms folded into one.
  public private(set) var folded: [Unicode.Scalar] = []
  /// For each scalar its offset in the reading text; for a break that of what follows it.
  private(set) var readings: [Int32] = []
  /// Where the unit's own words begin: after its number.
  public private(set) var bodyStart = 0

  /// The numbers that units begin with: the unit's own, and those of others joined to it.
  public private(set) var heads: [Range<Int>] = []

  /// How many scalars there are, breaks counted.
  public var count: Int { scalars.count }

  /// The text of nothing: what an added unit was before.
  public init() {}

  /// The words of a unit's segments.
  init(_ segments: [UnitSegment], number: Range<Int>?, in reading: ReadingText) {
    let length = segments.reduce(0) { $0 + $1.range.count + 1 }
    scalars.reserveCapacity(length)
    folded.reserveCapacity(length)
    readings.reserveCapacity(length)
    let source = reading.source.scalars
    for (index, segment) in segments.enumerated() {
      if index > 0 {
        append(segment.opening.scalar, folded: segment.opening.scalar, at: segment.range.lowerBound)
      }
      for offset in segment.range {
        let written = source[Int(reading.origins[offset])]
        // A line break or tab between Latin words is read as one space.
        append(
          reading.scalars[offset] == " " ? " " : written, folded: reading.scalars[offset],
          at: offset)
      }
      if index == 0, let number, number.lowerBound == segment.range.lowerBound {
        bodyStart = min(number.count, scalars.count)
        heads = [0..<bodyStart]
      }
    }
  }

  /// The words of several units, one after another.
  init(joining texts: [UnitText]) {
    for text in texts where text.count > 0 {
      if count > 0, let first = text.readings.first {
        append("\n", folded: "\n", at: Int(first))
      }
      if count == 0 { bodyStart = text.bodyStart }
      let start = count
      heads += text.heads.map { $0.lowerBound + start..<$0.upperBound + start }
      scalars += text.scalars
      folded += text.folded
      readings += text.readings
    }
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, folded form: Unicode.Scalar, at reading: Int
  ) {
    scalars.append(scalar)
    folded.append(form)
    readings.append(Int32(truncatingIfNeeded: reading))
  }

  /// Whether a new paragraph, item, row or cell begins at an offset.
  public func isBreak(at offset: Int) -> Bool {
    scalars[offset] == "\n" || scalars[offset] == "\t"
  }

  /// The words of a stretch.
  public func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// The whole text.
  public var string: String { string(0..<count) }

  /// The offset of the first scalar that stands at an offset of the reading text or after it.
  func offset(ofReading reading: Int) -> Int {
    var low = 0
    var high = readings.count
    while low < high {
      let middle = (low + high) / 2
      // A break has the offset of what follows it, and comes before it.
      let isBefore = Int(readings[middle]) < reading
      if isBefore || (Int(readings[middle]) == reading && isBreak(at: middle)) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The stretch of this text that a stretch of the reading text takes up.
  func range(ofReading range: Range<Int>) -> Range<Int> {
    let start = offset(ofReading: range.lowerBound)
    var end = offset(ofReading: range.upperBound)
    while end > start, isBreak(at: end - 1) { end -= 1 }
    return start..<max(end, start)
  }

  /// The span in the source that a stretch takes up; of nothing, the place where it would stand.
  public func span(of range: Range<Int>, in reading: ReadingText) -> TextSpan {
    guard !scalars.isEmpty else { return TextSpan(0, 0) }
    if range.isEmpty {
      if range.lowerBound == count || isBreak(at: range.lowerBound) {
        let end = sourceEnd(before: range.lowerBound, in: reading)
        return TextSpan(end, end)
      }
      let start = Int(reading.origins[Int(readings[range.lowerBound])])
      return TextSpan(start, start)
    }
    let start =
      isBreak(at: range.lowerBound)
      ? sourceEnd(before: range.lowerBound, in: reading)
      : Int(reading.origins[Int(readings[range.lowerBound])])
    var end = sourceEnd(before: range.upperBound, in: reading)
    if isBreak(at: range.upperBound - 1) {
      let next = Int(readings[range.upperBound - 1])
      end = next < reading.origins.count ? Int(reading.origins[next]) : end
    }
    return TextSpan(start, max(start, end))
  }

  /// The offset in the source after the last scalar before an offset of this text, breaks left out.
  private func sourceEnd(before offset: Int, in reading: ReadingText) -> Int {
    var index = offset - 1
    while index >= 0, isBreak(at: index) { index -= 1 }
    guard index >= 0 else {
      let first = readings.first.map(Int.init) ?? 0
      return first < reading.origins.count ? Int(reading.origins[first]) : 0
    }
    return Int(reading.origins[Int(readings[index])]) + 1
  }
}
