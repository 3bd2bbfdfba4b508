internal import PolicyText

/// 文件类型: what a file is, by its content; its ending counts only where the content leaves a choice.
enum FileKind: Equatable {
  case text, html, webArchive, word, ofd, openDocument, office, richText, pdf, archive
  /// Nothing that holds a text.
  case other(BinaryKind)
}

extension FileKind {
  /// The kind of a file.
  init(_ bytes: [UInt8], name: String, limits: ReadingLimits) {
    switch BinaryKind(signatureOf: bytes) {
    case .pdf: self = .pdf
    case .office: self = .office
    case .richText: self = .richText
    case .officeOpenXML, .openDocument, .archive:
      self = bytes.starts(with: [0x50, 0x4B]) ? Self.ofPackage(bytes, limits) : .other(.archive)
    case .some(let kind): self = .other(kind)
    case .none: self = Self.ofText(bytes, ending: Self.ending(of: name))
    }
  }

  /// The ending of a name, in small letters.
  static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func ofPackage(_ bytes: [UInt8], _ limits: ReadingLimits) -> FileKind {
    // A package that cannot be read is left to the reader that its bytes point to.
    let names =
      (try? Package(bytes, limits: limits).entries())?
      .map { String(decoding: $0.name, as: UTF8.self) } ?? []
    if names.isEmpty {
      switch BinaryKind(signatureOf: bytes) {
      case .officeOpenXML: return .word
      case .openDocument: return .ofd
      default: return .archive
      }
    }
    if names.contains("OFD.xml") { return .ofd }
    if names.contains("[Content_Types].xml") {
      if names.contains(where: { $0.hasPrefix("word/") }) { return .word }
      if names.contains(where: { $0.hasPrefix("xl/") || $0.hasPrefix("ppt/") }) {
        return .other(.officeOpenXML)
      }
      return .word
    }
    if names.contains("content.xml"), names.contains("mimetype") { return .openDocument }
    return .archive
  }

  private static func ofText(_ bytes: [UInt8], ending: String) -> FileKind {
    let head = bytes.prefix(4096).compactWords
    // A tag or a head of mail has these characters, and most texts have neither.
    guard head.contains(UInt8(ascii: "<")) || head.contains(UInt8(ascii: ":")) else {
      return Self.pageEndings.contains(ending) ? .html : .text
    }
    if head.holds("mime-version:"), head.holds("multipart/related") { return .webArchive }
    if head.starts(with: "<!doctypehtml".utf8) || head.holds("<html") { return .html }
    switch ending {
    case _ where Self.pageEndings.contains(ending): return .html
    // Some programs name web pages .doc or .xls, so that Office opens them.
    case "doc", "wps":
      return head.holds("<head") || head.holds("<body") || head.holds("<table") ? .html : .text
    default: return .text
    }
  }

  private static let pageEndings = ["htm", "html", "shtml", "xhtml"]
}
