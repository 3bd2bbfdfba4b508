/// Bytes that are appended and handed on in chunks: what ``JSONWriter`` writes into.
///
/// Room is asked for first, for a whole value, and then filled byte by byte without further checks.
struct ByteChunks: ~Copyable {
  /// How many bytes a chunk has, about; none is copied once it is full, so that a large text takes
  /// up no more than its size.
  private static let chunkSize = 1 << 20

  private var chunks: [[UInt8]] = []
  /// Who takes chunks as soon as they are full; `nil` if they are kept.
  private let sink: (([UInt8]) -> Void)?
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(sink: (([UInt8]) -> Void)?) {
    self.sink = sink
    capacity = 1 << 12
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// All that was written, in order; nothing if a sink has it.
  consuming func finish() -> [[UInt8]] {
    if let sink {
      sink(written)
      return []
    }
    return chunks + [written]
  }

  /// A copy of the bytes of the chunk that is being written.
  private var written: [UInt8] {
    Array(unsafeUninitializedCapacity: count) { buffer, copied in
      buffer.baseAddress?.initialize(from: bytes, count: count)
      copied = count
    }
  }

  /// Makes room for some bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { makeRoom(more) }
  }

  private mutating func makeRoom(_ more: Int) {
    if count >= Self.chunkSize / 2 {
      if let sink { sink(written) } else { chunks.append(written) }
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
  mutating func put(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Writes a few bytes for which room was made.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    ByteWords.copy(text.utf8Start, text.utf8CodeUnitCount, to: bytes + count)
    count += text.utf8CodeUnitCount
  }

  /// Writes UTF-8 inside a string, for which room for six times as many bytes was made.
  mutating func putEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var next = 0
    while next < utf8.count {
      // Eight bytes at a time, as long as none of them must be escaped.
      if let start = utf8.baseAddress, utf8.count - next >= 8 {
        let word = UnsafeRawPointer(start + next).loadUnaligned(as: UInt64.self)
        if !ByteWords.hasEscape(word) {
          UnsafeMutableRawPointer(bytes + count).storeBytes(of: word, as: UInt64.self)
          count += 8
          next += 8
          continue
        }
      }
      let byte = utf8[next]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { putEscape(byte) } else { put(byte) }
      next += 1
    }
  }

  /// Writes scalars inside a string, for which room for six bytes each was made.
  @inline(__always)
  mutating func put(_ scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>) {
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
  mutating func put(_ scalar: Unicode.Scalar) {
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

  /// Writes a number in digits, for which room for twenty bytes was made.
  mutating func putDigits(_ value: Int) {
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
