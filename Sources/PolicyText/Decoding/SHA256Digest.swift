internal import CSHA256

/// The SHA-256 of bytes.
package func sha256(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
  var digest = [UInt8](repeating: 0, count: 32)
  csha256_digest(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &digest)
  return digest
}

/// The SHA-256 of bytes, in 64 hexadecimal digits.
package func sha256Digest(of bytes: UnsafeRawBufferPointer) -> String {
  let digest = sha256(of: bytes)
  let digits = Array("0123456789abcdef".utf8)
  return String(unsafeUninitializedCapacity: 64) { text in
    for (index, byte) in digest.enumerated() {
      text[index * 2] = digits[Int(byte >> 4)]
      text[index * 2 + 1] = digits[Int(byte & 15)]
    }
    return 64
  }
}
