internal import CScalars

extension [Unicode.Scalar] {
  /// The first offset in a stretch at which a scalar stands; `nil` if it stands nowhere in it.
  ///
  /// For marks and words that most blocks do not have: many scalars are looked at at a time.
  package func offset(of scalar: Unicode.Scalar, in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { $0.offset(of: scalar, in: range) }
  }
}

extension UnsafeBufferPointer<Unicode.Scalar> {
  /// The first offset in a stretch at which a scalar stands; `nil` if it stands nowhere in it.
  package func offset(of scalar: Unicode.Scalar, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the range lies in the text")
    guard let base = baseAddress, !range.isEmpty else { return nil }
    let start = UnsafeRawPointer(base + range.lowerBound)
    let place = start.withMemoryRebound(to: UInt32.self, capacity: range.count) {
      cscalars_find($0, range.count, scalar.value)
    }
    return place < range.count ? range.lowerBound + place : nil
  }
}
