internal import CICU

/// 简体: writes traditional characters as simplified ones, character by character.
///
/// A converter is for one task at a time.
public struct SimplifiedForm: ~Copyable {
  private let transliterator: OpaquePointer

  /// A converter.
  public init() {
    guard let transliterator = cicu_transliterator_open("Traditional-Simplified") else {
      preconditionFailure("ICU has the simplified forms of characters")
    }
    self.transliterator = transliterator
  }

  deinit { cicu_transliterator_close(transliterator) }

  /// A text in simplified characters: 條例 → 条例.
  ///
  /// What has no other form stays.
  public func callAsFunction(_ text: String) -> String {
    var units = Array(text.utf16)
    let count = units.count
    units += Array(repeating: 0, count: count + 16)
    let length = cicu_transliterate(transliterator, &units, count, units.count)
    guard length >= 0 else { return text }
    return String(decoding: units[..<length], as: UTF16.self)
  }
}
