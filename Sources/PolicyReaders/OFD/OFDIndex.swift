internal import PolicyText

/// Reads `OFD.xml` and `Document.xml`: which documents there are, and which pages each of them has.
final class OFDIndex: MarkupHandler {
  /// The roots of documents, of `OFD.xml`.
  private(set) var roots: [String] = []
  /// The pages of a document, in their order.
  private(set) var pages: [String] = []
  /// The pages that others are printed upon, by their identifiers.
  private(set) var templates: [String: String] = [:]
  /// The size of pages that have none of their own.
  private(set) var area: [Double] = []

  private var isInWords = false
  private var words: [Unicode.Scalar] = []

  func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>) {
    switch name {
    case .page: if let path = attributes[.baseLocation] { pages.append(path) }
    case .templatePage:
      if let identifier = attributes[.identifier], let path = attributes[.baseLocation] {
        templates[identifier] = path
      }
    case .docRoot, .area:
      words = []
      isInWords = true
    default: break
    }
  }

  func end(_ name: OFDName) {
    switch name {
    case .docRoot: roots.append(String(words, in: words.indices))
    case .area: if area.isEmpty { area = OFDPage.numbers(String(words, in: words.indices)) }
    default: return
    }
    isInWords = false
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInWords { words.append(utf8: bytes) }
  }
}
