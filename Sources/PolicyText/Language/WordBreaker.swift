internal import CICU

/// 分词: breaks text into words or sentences by ICU's rules and its Chinese dictionary.
///
/// Opening one takes microseconds, breaking into words about 60 ns a character: ask it only where
/// words decide and terms do not. A breaker is for one task at a time; each makes its own. Boundaries
/// differ a little between versions of ICU.
public struct WordBreaker: ~Copyable {
  /// What a text is broken into.
  public enum Unit: Sendable {
    /// 词.
    case word
    /// 句.
    case sentence
  }

  /// The version of ICU, whose dictionary decides where words begin and end.
  public static var version: String { String(cString: cicu_version()) }

  private let breaker: OpaquePointer
  private var units: [UInt16] = []
  private var boundaries = [Int32](repeating: 0, count: 1024)

  /// A breaker into words or sentences.
  public init(_ unit: Unit) {
    guard let breaker = cicu_breaker_open("zh", unit == .word) else {
      preconditionFailure("ICU has the rules and the dictionary for Chinese")
    }
    self.breaker = breaker
  }

  deinit { cicu_breaker_close(breaker) }

  /// The words or sentences of a stretch of a text, one after another: together they are the stretch.
  ///
  /// White space and punctuation marks are pieces too.
  public mutating func pieces(
    of range: Range<Int>, in scalars: [Unicode.Scalar]
  ) -> [Range<Int>] {
    fillUnits(from: scalars[range])
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    // Where pairs of surrogates stand, units count more than scalars.
    var unit = 0
    let hasPairs = units.count > range.count
    units.withUnsafeBufferPointer { text in
      boundaries.withUnsafeMutableBufferPointer { boundaries in
        guard cicu_breaker_set_text(breaker, text.baseAddress, text.count),
          let target = boundaries.baseAddress
        else { return }
        var count = cicu_breaker_next(breaker, target, boundaries.count)
        while count > 0 {
          for boundary in boundaries[..<count] {
            var end = range.lowerBound + Int(boundary)
            if hasPairs {
              end = start
              while unit < Int(boundary) {
                unit += UTF16.isLeadSurrogate(text[unit]) ? 2 : 1
                end += 1
              }
            }
            pieces.append(start..<end)
            start = end
          }
          count = cicu_breaker_next(breaker, target, boundaries.count)
        }
      }
    }
    return pieces
  }

  private mutating func fillUnits(from scalars: ArraySlice<Unicode.Scalar>) {
    units.removeAll(keepingCapacity: true)
    units.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.value < 0x10000 {
        units.append(UInt16(scalar.value))
      } else {
        units.append(UTF16.leadSurrogate(scalar))
        units.append(UTF16.trailSurrogate(scalar))
      }
    }
  }
}
