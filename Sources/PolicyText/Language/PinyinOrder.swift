internal import CICU

/// 拼音顺序: the order that Chinese readers look names up in, by the sound of their characters.
///
/// 北京 comes before 上海 and 重庆 after 北京 (as chóng). An order is for one task at a time.
public struct PinyinOrder: ~Copyable {
  private let collator: OpaquePointer

  /// The order.
  public init() {
    guard let collator = cicu_collator_open("zh@collation=pinyin") else {
      preconditionFailure("ICU has the order of pinyin")
    }
    self.collator = collator
  }

  deinit { cicu_collator_close(collator) }

  /// The key of a text: texts are in order when the bytes of their keys are.
  public func key(of text: String) -> [UInt8] {
    let units = Array(text.utf16)
    let count = cicu_collator_key(collator, units, units.count, nil, 0)
    var key = [UInt8](repeating: 0, count: count)
    _ = cicu_collator_key(collator, units, units.count, &key, count)
    return key
  }

  /// Texts in this order; those with the same key stay as they stood.
  public func sorted(_ texts: [String]) -> [String] {
    texts.map { (text: $0, key: key(of: $0)) }
      .enumerated()
      .sorted {
        $0.element.key == $1.element.key
          ? $0.offset < $1.offset : $0.element.key.lexicographicallyPrecedes($1.element.key)
      }
      .map(\.element.text)
  }
}
