/// A JSON text that is written front to back, in chunks of bytes.
///
/// The caller opens and closes objects and arrays in turn; commas, and with `pretty` line breaks and
/// indents, are put in here. Output is UTF-8 as RFC 8259 asks, with nothing escaped but what must
/// be, and the same for the same calls.
package struct JSONWriter: ~Copyable {
  /// How many bytes a chunk has, about; none is copied once it is full, so that a large text takes
  /// up no more than its size.
  private static let chunkSize = 1 << 20
  /// How many scalars are made room for at a time.
  private static let stride = 1 << 14

  private var chunks: [[UInt8]] = []
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private let pretty: Bool
  private var depth = 0
  /// Whether a comma must stand before what comes next.
  private var needsComma = false
  /// Whether what comes next is the value of a key, on its line.
  private var followsKey = false

  /// An empty text.
  package init(pretty: Bool = false) {
    self.pretty = pretty
    capacity = 1 << 12
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// What was written so far, in order.
  package consuming func finish() -> [[UInt8]] {
    chunks + [written]
  }

  /// A copy of the bytes of the chunk that is being written.
  private var written: [UInt8] {
    Array(unsafeUninitializedCapacity: count) { buffer, copied in
      buffer.baseAddress?.initialize(from: bytes, count: count)
      copied = count
    }
  }

  // MARK: Objects, arrays and keys

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The key of the value that is written next.
  package mutating func key(_ name: StaticString) {
    separate()
    let length = name.utf8CodeUnitCount
    reserve(length + 4)
    let start = bytes + count
    start[0] = UInt8(ascii: "\"")
    (start + 1).update(from: name.utf8Start, count: length)
    start[length + 1] = UInt8(ascii: "\"")
    start[length + 2] = UInt8(ascii: ":")
    count += length + 3
    if pretty { put(UInt8(ascii: " ")) }
    needsComma = false
    followsKey = true
  }

  // MARK: Values

  package mutating func null() { literal("null") }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func integer(_ value: Int) {
    separate()
    reserve(20)
    putDigits(value)
    needsComma = true
  }

  /// A number from 0 with two decimal places: 93 hundredths is 0.93, 100 is 1.
  package mutating func number(hundredths: Int) {
    separate()
    reserve(23)
    putDigits(hundredths / 100)
    let places = UInt8(truncatingIfNeeded: hundredths % 100)
    if places > 0 {
      put(UInt8(ascii: "."))
      put(UInt8(ascii: "0") + places / 10)
      if places % 10 > 0 { put(UInt8(ascii: "0") + places % 10) }
    }
    needsComma = true
  }

  /// Two offsets, on one line.
  package mutating func span(_ start: Int, _ end: Int) {
    separate()
    reserve(43)
    put(UInt8(ascii: "["))
    putDigits(start)
    put(UInt8(ascii: ","))
    putDigits(end)
    put(UInt8(ascii: "]"))
    needsComma = true
  }

  /// The id of the thing at an index of its list: a letter and the place, counted from 1.
  package mutating func id(_ letter: StaticString, _ index: Int) {
    string { writer in
      writer.reserve(21)
      writer.put(letter.utf8Start.pointee)
      writer.putDigits(index + 1)
    }
  }

  /// A string of numbers, parted by a character of ASCII: 1.2.1.
  package mutating func numbers(_ numbers: some Sequence<Int>, separator: StaticString) {
    string { writer in
      var isFirst = true
      for number in numbers {
        writer.reserve(21)
        if !isFirst { writer.put(separator.utf8Start.pointee) }
        writer.putDigits(number)
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
      writer.reserve(utf8.count * 6)
      for byte in utf8 {
        if byte < 0x20 || byte == 0x22 || byte == 0x5C {
          writer.putEscape(byte)
        } else {
          writer.put(byte)
        }
      }
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
        writer.reserve(part.count * 6)
        for origin in part { writer.put(scalars[Int(origin)]) }
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
        writer.reserve(part.count * 6)
        writer.put(part)
      }
    }
  }

  /// A line break after a finished text.
  package mutating func endLine() {
    reserve(1)
    put(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Helpers

  private mutating func begin(_ bracket: UInt8) {
    separate()
    reserve(1)
    put(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if pretty && needsComma { indent() }
    reserve(1)
    put(bracket)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    reserve(text.utf8CodeUnitCount)
    (bytes + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count += text.utf8CodeUnitCount
    needsComma = true
  }

  private mutating func string(_ body: (inout JSONWriter) -> Void) {
    separate()
    reserve(1)
    put(UInt8(ascii: "\""))
    body(&self)
    reserve(1)
    put(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes what must stand between the last thing and the next.
  @inline(__always)
  private mutating func separate() {
    if needsComma {
      reserve(1)
      put(UInt8(ascii: ","))
    }
    if pretty && !followsKey && depth > 0 { indent() }
    followsKey = false
  }

  private mutating func indent() {
    reserve(1 + depth * 2)
    put(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { put(UInt8(ascii: " ")) }
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { makeRoom(more) }
  }

  private mutating func makeRoom(_ more: Int) {
    if count >= Self.chunkSize / 2 {
      chunks.append(written)
      count = 0
      if more <= capacity { return }
    }
    let larger = max(min(capacity * 4, Self.chunkSize), count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.moveInitialize(from: bytes, count: count)
    bytes.deallocate()
    bytes = moved
    capacity = larger
  }

  /// Writes a byte for which room was made.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Writes scalars inside a string, for which room for six bytes each was made.
  @inline(__always)
  private mutating func put(_ scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>) {
    var end = bytes + count
    for scalar in UnsafeBufferPointer(rebasing: scalars) {
      let value = scalar.value
      if value >= 0x800 && value < 0x10000 {
        end[0] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
        end[1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
        end[2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        end += 3
      } else {
        count = end - bytes
        put(scalar)
        end = bytes + count
      }
    }
    count = end - bytes
  }

  /// Writes a scalar inside a string, for which room for six bytes was made.
  @inline(__always)
  private mutating func put(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x800 && value < 0x10000 {
      // Nearly all of a Chinese text.
      bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      bytes[count + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      count += 3
    } else if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { putEscape(byte) } else { put(byte) }
    } else if value < 0x800 {
      put(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      put(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else {
      put(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      put(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      put(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      put(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }

  /// Writes a byte that may not stand in a string as it is.
  private mutating func putEscape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0D: put(UInt8(ascii: "r"))
    case 0x09: put(UInt8(ascii: "t"))
    case 0x22, 0x5C: put(byte)
    default:
      put(UInt8(ascii: "u"))
      put(UInt8(ascii: "0"))
      put(UInt8(ascii: "0"))
      put(UInt8(ascii: "0") + (byte >> 4))
      let low = byte & 0xF
      put(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  private mutating func putDigits(_ value: Int) {
    var rest = value.magnitude
    if value < 0 { put(UInt8(ascii: "-")) }
    var length = 1
    var bound: UInt = 10
    while rest >= bound, length < 19 {
      length += 1
      bound *= 10
    }
    if length == 19, rest >= bound { length = 20 }
    var place = count + length
    count = place
    repeat {
      place -= 1
      bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }
}
