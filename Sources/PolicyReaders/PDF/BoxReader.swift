/// The names in what `pdftotext -bbox-layout` writes.
enum BoxName: String, MarkupName {
  case page, word, width, height, xMin, xMax, yMin, yMax

  static let vocabulary = MarkupVocabulary<BoxName>()
  static let prefixes: [(prefix: String, namespaces: [String])] = []
}

/// Reads the words of a PDF and where they stand, as poppler writes them.
final class BoxReader: MarkupHandler {
  /// The pages that were read.
  private(set) var pages: [Page] = []
  private var fragment: PageFragment?

  func start(_ name: BoxName, _ attributes: MarkupAttributes<BoxName>) {
    func number(_ name: BoxName) -> Double {
      let number = attributes[name].flatMap(Double.init) ?? 0
      return number.isFinite ? min(max(number, -1e6), 1e6) : 0
    }
    switch name {
    case .page: pages.append(Page(width: number(.width), height: number(.height)))
    case .word:
      fragment = PageFragment(
        left: number(.xMin), right: number(.xMax), top: number(.yMin), bottom: number(.yMax),
        words: [])
    default: break
    }
  }

  func end(_ name: BoxName) {
    guard name == .word, let fragment, !pages.isEmpty else { return }
    pages[pages.count - 1].fragments.append(fragment)
    self.fragment = nil
  }

  func text(_ bytes: UnsafeRawBufferPointer) { fragment?.words.append(utf8: bytes) }
}
