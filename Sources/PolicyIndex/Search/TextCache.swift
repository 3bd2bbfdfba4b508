internal import Foundation

/// Keeps the texts that were unpacked last, for those who search again.
final class TextCache: @unchecked Sendable {
  private let lock = NSLock()
  private let limit: Int
  // What follows is guarded by `lock`.
  private var texts: [Int: KeptText] = [:]
  private var order: [Int] = []
  private var size = 0

  /// A cache of so many bytes, about.
  init(limit: Int = 64 << 20) {
    self.limit = limit
  }

  /// The text of a source for a state of the file, unpacked if it is not here.
  func text(
    of source: Int, unpack: () throws(LibraryError) -> KeptText?
  ) throws(LibraryError) -> KeptText? {
    lock.lock()
    let known = texts[source]
    lock.unlock()
    if let known { return known }
    guard let text = try unpack() else { return nil }
    lock.lock()
    defer { lock.unlock() }
    if texts.updateValue(text, forKey: source) == nil {
      order.append(source)
      size += text.utf8.count
    }
    while size > limit, order.count > 1 {
      let oldest = order.removeFirst()
      if let dropped = texts.removeValue(forKey: oldest) { size -= dropped.utf8.count }
    }
    return text
  }

  /// Forgets everything: the file has changed.
  func clear() {
    lock.lock()
    texts.removeAll()
    order.removeAll()
    size = 0
    lock.unlock()
  }
}
