/// A set of scalars that is asked at every place of a text: a bit for each scalar of the basic plane.
///
/// Public, as ``ScalarTrie`` is, since only what is public is inlined into other modules.
public struct ScalarSet: Sendable {
  @usableFromInline var bits: [UInt64]
  /// The members above the basic plane, of which there are hardly any.
  @usableFromInline var supplementary: Set<UInt32> = []

  /// A set without scalars.
  public init() {
    bits = Array(repeating: 0, count: 1024)
  }

  /// A set of some scalars.
  public init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    for scalar in scalars { insert(scalar) }
  }

  /// Puts a scalar into the set.
  public mutating func insert(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x10000 {
      bits[Int(value >> 6)] |= 1 << UInt64(value & 63)
    } else {
      supplementary.insert(value)
    }
  }

  /// Whether a scalar is in the set.
  @inlinable @inline(__always)
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x10000 { return bits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0 }
    return supplementary.contains(value)
  }
}
