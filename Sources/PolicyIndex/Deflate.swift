internal import CZlib

/// Packs texts for keeping, and unpacks them again.
///
/// Source: RFC 1950 (zlib).
enum Deflate {
  /// Bytes made smaller.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(length)) { target, count in
      let status = bytes.withUnsafeBufferPointer {
        compress2(target.baseAddress, &length, $0.baseAddress, uLong($0.count), 6)
      }
      precondition(status == Z_OK, "zlib packs whatever fits into its bound")
      count = Int(length)
    }
  }

  /// The bytes that were packed; `nil` if they are damaged.
  static func unpacked(_ bytes: UnsafeRawBufferPointer, count: Int) -> [UInt8]? {
    var length = uLong(count)
    var status = Z_OK
    let result = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { target, filled in
      status = uncompress(
        target.baseAddress, &length, bytes.bindMemory(to: UInt8.self).baseAddress,
        uLong(bytes.count))
      filled = status == Z_OK ? Int(length) : 0
    }
    return status == Z_OK && result.count == count ? result : nil
  }
}
