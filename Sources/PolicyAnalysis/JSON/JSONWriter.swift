/// A JSON text that is written front to back, in chunks of bytes.
///
/// The caller opens and closes objects and arrays in turn; commas, and with `pretty` line breaks and
/// indents, are put in here. Output is UTF-8 as RFC 8259 asks, with nothing escaped but what must
/// be, and the same for the same calls.
package struct JSONWriter: ~Copyable {
  /// How many scalars are made room for at a time.
  private static let stride = 1 << 14

  private var out: ByteChunks
  private let pretty: Bool
  private var depth = 0
  /// Whether a comma must stand before what comes next.
  private var needsComma = false
  /// Whether what comes next is the value of a key, on its line.
  private var followsKey = false

  /// An empty text, whose chunks are kept until it is finished, or given to a sink one after the other.
  package init(pretty: Bool = false, sink: (([UInt8]) -> Void)? = nil) {
    self.pretty = pretty
    out = ByteChunks(sink: sink)
  }

  /// All that was written, in order; nothing if a sink has it.
  package consuming func finish() -> [[UInt8]] { out.finish() }

  // MARK: Objects, arrays and keys

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The key of the value that is written next.
  package mutating func key(_ name: StaticString) {
    separate()
    out.reserve(name.utf8CodeUnitCount + 4)
    out.put(UInt8(ascii: "\""))
    out.put(name)
    out.put(UInt8(ascii: "\""))
    out.put(UInt8(ascii: ":"))
    if pretty { out.put(UInt8(ascii: " ")) }
    needsComma = false
    followsKey = true
  }

  // MARK: Values

  package mutating func null() { literal("null") }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func integer(_ value: Int) {
    separate()
    out.reserve(20)
    out.putDigits(value)
    needsComma = true
  }

  /// A number from 0 with two decimal places: 93 hundredths is 0.93, 100 is 1.
  package mutating func number(hundredths: Int) {
    separate()
    out.reserve(23)
    out.putDigits(hundredths / 100)
    let places = UInt8(truncatingIfNeeded: hundredths % 100)
    if places > 0 {
      out.put(UInt8(ascii: "."))
      out.put(UInt8(ascii: "0") + places / 10)
      if places % 10 > 0 { out.put(UInt8(ascii: "0") + places % 10) }
    }
    needsComma = true
  }

  /// Two offsets, on one line.
  package mutating func span(_ start: Int, _ end: Int) {
    separate()
    out.reserve(43)
    out.put(UInt8(ascii: "["))
    out.putDigits(start)
    out.put(UInt8(ascii: ","))
    out.putDigits(end)
    out.put(UInt8(ascii: "]"))
    needsComma = true
  }

  /// The id of the thing at an index of its list: a letter and the place, counted from 1.
  package mutating func id(_ letter: StaticString, _ index: Int) {
    string { writer in
      writer.out.reserve(21)
      writer.out.put(letter.utf8Start.pointee)
      writer.out.putDigits(index + 1)
    }
  }

  /// A string of numbers, parted by a character of ASCII: 1.2.1.
  package mutating func numbers(_ numbers: some Sequence<Int>, separator: StaticString) {
    string { writer in
      var isFirst = true
      for number in numbers {
        writer.out.reserve(21)
        if !isFirst { writer.out.put(separator.utf8Start.pointee) }
        writer.out.putDigits(number)
        isFirst = false
      }
    }
  }

  package mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { string($0) }
  }

  /// A string of UTF-8.
  mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    string { writer in
      writer.out.reserve(utf8.count * 6)
      writer.out.putEscaped(utf8)
    }
  }

  /// A string of scalars, each taken from where its origin says.
  package mutating func string(
    _ scalars: UnsafeBufferPointer<Unicode.Scalar>, at origins: UnsafeBufferPointer<Int32>
  ) {
    // Origins go up; where none is left out, the scalars stand side by side.
    if let first = origins.first, let last = origins.last,
      Int(last) - Int(first) == origins.count - 1
    {
      return string(UnsafeBufferPointer(rebasing: scalars[Int(first)...Int(last)]))
    }
    string { writer in
      var rest = origins[...]
      while !rest.isEmpty {
        let part = rest.prefix(Self.stride)
        rest = rest.dropFirst(Self.stride)
        writer.out.reserve(part.count * 6)
        for origin in part { writer.out.put(scalars[Int(origin)]) }
      }
    }
  }

  /// A string of scalars.
  package mutating func string(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    string { writer in
      var rest = scalars[...]
      while !rest.isEmpty {
        let part = rest.prefix(Self.stride)
        rest = rest.dropFirst(Self.stride)
        writer.out.reserve(part.count * 6)
        writer.out.put(part)
      }
    }
  }

  /// A line break after a finished text.
  package mutating func endLine() {
    out.reserve(1)
    out.put(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Helpers

  private mutating func begin(_ bracket: UInt8) {
    separate()
    out.reserve(1)
    out.put(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if pretty && needsComma { indent() }
    out.reserve(1)
    out.put(bracket)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    out.reserve(text.utf8CodeUnitCount)
    out.put(text)
    needsComma = true
  }

  private mutating func string(_ body: (inout JSONWriter) -> Void) {
    separate()
    out.reserve(1)
    out.put(UInt8(ascii: "\""))
    body(&self)
    out.reserve(1)
    out.put(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes what must stand between the last thing and the next.
  @inline(__always)
  private mutating func separate() {
    if needsComma {
      out.reserve(1)
      out.put(UInt8(ascii: ","))
    }
    if pretty && !followsKey && depth > 0 { indent() }
    followsKey = false
  }

  private mutating func indent() {
    out.reserve(1 + depth * 2)
    out.put(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { out.put(UInt8(ascii: " ")) }
  }
}
