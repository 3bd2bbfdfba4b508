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
    let head = Self.words(bytes.prefix(4096))
    if head.contains("mime-version:"), head.contains("multipart/related") { return .webArchive }
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.contains("<html") {
      return .html
    }
    switch ending {
    case "htm", "html", "shtml", "xhtml": return .html
    // Some programs name web pages .doc or .xls, so that Office opens them.
    case "doc", "wps":
      return head.contains("<head") || head.contains("<body") || head.contains("<table")
        ? .html : .text
    default: return .text
    }
  }

  /// The ASCII of some bytes in small letters, without the zeros of UTF-16.
  private static func words(_ bytes: some Sequence<UInt8>) -> String {
    String(
      decoding: bytes.filter { $0 > 0 && $0 < 0x80 }.map {
        $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0
      },
      as: UTF8.self
    ).drop { $0.isWhitespace }.description
  }
}
