/// Many short strings in one array of UTF-8, such as the ids and citations of a document's units: they
/// are made one after the other, and become strings only for those who ask for one.
public struct PackedStrings: RandomAccessCollection, Sendable {
  /// All strings, one after the other.
  private var utf8: [UInt8] = []
  /// For each string, where it ends.
  private var ends: [Int] = []

  /// No strings.
  public init() {}

  /// The index of the first string.
  public var startIndex: Int { 0 }
  /// How many strings there are.
  public var endIndex: Int { ends.count }

  /// The string at an index.
  public subscript(index: Int) -> String {
    withUTF8(at: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls a closure with the bytes of the string at an index.
  @inline(__always)
  package func withUTF8<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = bytes(of: index)
    return utf8.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Whether the string at an index has no characters.
  package func isEmpty(at index: Int) -> Bool { bytes(of: index).isEmpty }

  private func bytes(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  // MARK: - Making

  /// Makes room for a number of strings of some length.
  package mutating func reserveCapacity(_ count: Int, length: Int) {
    ends.reserveCapacity(count)
    utf8.reserveCapacity(count * length)
  }

  /// Ends the string that is being made; it takes the next index.
  package mutating func end() { ends.append(utf8.count) }

  /// Where the string that is being made begins.
  package var start: Int { ends.last ?? 0 }

  /// The bytes of the string that is being made.
  package var unfinished: ArraySlice<UInt8> { utf8[start...] }

  /// How many bytes there are, with those of the string that is being made.
  package var byteCount: Int { utf8.count }

  /// Takes the last bytes off the string that is being made.
  package mutating func cut(to count: Int) { utf8.removeSubrange(Swift.max(count, start)...) }

  /// Adds the string at an index to the one that is being made.
  package mutating func put(copyOf index: Int) {
    for offset in bytes(of: index) { utf8.append(utf8[offset]) }
  }

  /// Adds words.
  package mutating func put(_ words: StaticString) {
    utf8.append(
      contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  /// Adds words.
  package mutating func put(_ words: String) { utf8.append(contentsOf: words.utf8) }

  /// Adds scalars.
  package mutating func put(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar()) }
  }

  /// Adds a number in Arabic digits.
  package mutating func put(_ number: Int) {
    if number < 0 { put("-") }
    var unit: UInt = 1
    while number.magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      utf8.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude / unit % 10))
      unit /= 10
    }
  }

  /// Adds a number in Chinese words.
  package mutating func put(wordsFor number: Int) {
    guard ChineseNumeral.hasWords(number) else { return put(number) }
    ChineseNumeral.putWords(for: number) { put($0) }
  }
}
