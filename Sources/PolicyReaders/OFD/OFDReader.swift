internal import PolicyText

/// 版式文档: reads OFD files, the government's own format.
///
/// Source: GB/T 33190—2016.
struct OFDReader {
  static let mediaType = "application/ofd"

  private let package: Package
  private let name: String
  private let options: ReadingOptions

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    package = Package(bytes, limits: options.limits)
    self.name = name
    self.options = options
  }

  /// Reads the file.
  ///
  /// - Throws: ``SourceError`` if it is damaged, encrypted, holds images only or passes a limit.
  func read(sha256: String) throws(SourceError) -> DecodedSource {
    // All markup at once: a page is a part of its own, and there may be thousands of them.
    let parts: [String: [UInt8]]
    do throws(Package.Fault) {
      parts = try package.parts { $0.lowercased().hasSuffix(".xml") }
    } catch {
      throw SourceError(error, name: name, format: " OFD ", limits: options.limits)
    }
    guard let start = try index("OFD.xml", in: parts), !start.roots.isEmpty else {
      throw .broken(name: name, format: " OFD ", fault: "其中没有文档")
    }
    var pages: [Page] = []
    for root in start.roots {
      let root = Self.path(root, from: "OFD.xml")
      guard let document = try index(root, in: parts) else {
        throw .broken(name: name, format: " OFD ", fault: "其中没有“\(root)”")
      }
      guard pages.count + document.pages.count <= options.limits.pages else {
        throw .tooLarge(name: name, limit: "多于\(options.limits.pages)页")
      }
      for page in document.pages {
        let path = Self.path(page, from: root)
        pages.append(try self.page(path, of: document, root: root, in: parts))
      }
    }
    guard pages.contains(where: { $0.characterCount > 0 }) else { throw .scanned(name: name) }
    let assembler = PageAssembler(pages).assembler
    guard assembler.count <= options.limits.characters else {
      throw .tooLarge(name: name, limit: "文字多于\(options.limits.characters)个字")
    }
    return try assembler.source(name: name, mediaType: Self.mediaType, sha256: sha256)
  }

  private func index(
    _ path: String, in parts: [String: [UInt8]]
  ) throws(SourceError) -> OFDIndex? {
    guard let part = parts[path] else { return nil }
    let index = OFDIndex()
    try parse(part, path: path, with: index)
    return index
  }

  private func page(
    _ path: String, of document: OFDIndex, root: String, in parts: [String: [UInt8]]
  ) throws(SourceError) -> Page {
    guard let part = parts[path] else {
      throw .broken(name: name, format: " OFD ", fault: "其中没有“\(path)”")
    }
    let page = OFDPage(area: document.area)
    try parse(part, path: path, with: page)
    var read = page.page
    for template in page.templates.prefix(16) {
      guard let place = document.templates[template],
        let part = parts[Self.path(place, from: root)]
      else { continue }
      let under = OFDPage(area: document.area)
      try parse(part, path: place, with: under)
      read.fragments += under.page.fragments
      read.rules = (read.rules ?? []) + (under.page.rules ?? [])
    }
    return read
  }

  private func parse<Handler: MarkupHandler>(
    _ part: [UInt8], path: String, with handler: Handler
  ) throws(SourceError) {
    let parser = MarkupParser(handler, depth: options.limits.depth)
    do throws(MarkupError) {
      try parser.read(part)
      try parser.finish()
    } catch {
      throw SourceError(error, name: name, format: " OFD ", part: path)
    }
  }

  /// Where a part is that another one names.
  private static func path(_ path: String, from part: String) -> String {
    var folders = path.hasPrefix("/") ? [] : part.split(separator: "/").dropLast()
    for name in path.split(separator: "/") {
      switch name {
      case ".": continue
      case "..": _ = folders.popLast()
      default: folders.append(name)
      }
    }
    return folders.joined(separator: "/")
  }
}
