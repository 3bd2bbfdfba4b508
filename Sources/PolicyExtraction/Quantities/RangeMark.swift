/// The marks that part the ends of a range.
enum RangeMark {
  /// Whether a scalar is a stroke or a tilde.
  static func isStroke(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "―", "─", "~", "～", "−", "－", "‐", "‑", "∼": true
    default: false
    }
  }
}
