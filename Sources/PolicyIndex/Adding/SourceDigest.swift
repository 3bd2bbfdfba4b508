internal import PolicyText

/// The digest by which a file is known again.
enum SourceDigest {
  /// SHA-256 of a file.
  static func of(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { sha256(of: $0) } }
}
