/// 行号: the keys of what lies within documents, which begin with the number of the document.
///
/// A key holds the document above its lowest 24 bits, so that all that belongs to a document is one
/// range of keys. Of a provision, the lowest 4 bits say how long it is (see ``lengthClass(of:)``): the
/// ranking reads both from the key that the full-text index gives, and looks nothing up.
enum RowKey {
  /// How many bits number the things within a document.
  static let bits = 24

  /// The key of a norm, quantity, reference or assignment.
  static func key(document: Int, ordinal: Int) -> Int { document << bits | ordinal }

  /// The key of a provision.
  static func provision(document: Int, ordinal: Int, length: Int) -> Int {
    document << bits | ordinal << 4 | lengthClass(of: length)
  }

  /// The document of a key.
  static func document(of key: Int) -> Int { key >> bits }

  /// The place within the document of a norm, quantity, reference or assignment.
  static func ordinal(of key: Int) -> Int { key & (1 << bits - 1) }

  /// All keys of a document.
  static func range(of document: Int) -> ClosedRange<Int> {
    document << bits...document << bits | (1 << bits - 1)
  }

  /// Into how many classes lengths fall, each twice as long as the one before: 0 up to 15 scalars, 1 up
  /// to 31 and so on.
  static func lengthClass(of length: Int) -> Int {
    min(15, max(0, Int.bitWidth - (length >> 4).leadingZeroBitCount))
  }
}
