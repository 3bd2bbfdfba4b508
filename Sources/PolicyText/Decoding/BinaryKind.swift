/// What a file is that is no text, as far as its first bytes tell.
public enum BinaryKind: String, Hashable, Sendable, CaseIterable {
  /// PDF.
  case pdf
  /// A Word document (DOCX), or another package of Office Open XML.
  case officeOpenXML
  /// An old Office document (DOC, XLS, WPS).
  case office
  /// OpenDocument or OFD.
  case openDocument
  /// RTF.
  case richText
  /// A compressed archive.
  case archive
  /// An image.
  case image
  /// Sound or film.
  case media
  /// A program.
  case program
  /// A database.
  case database
  /// Bytes that no encoding makes a text of.
  case unknown

  /// What is said of such a file, and what to do.
  var explanation: String {
    let readable = "不能当作纯文本读取。请用相应的软件打开它，把文字另存为 .txt 文件，再分析这个 .txt 文件。"
    return switch self {
    case .pdf: "是 PDF 文件，" + readable
    case .officeOpenXML: "是 Office 文档（如 XLSX、PPTX），" + readable
    case .office: "是旧版 Office 或 WPS 文档（如 DOC），" + readable
    case .openDocument: "是 OFD 或 OpenDocument 文档，" + readable
    case .richText: "是 RTF 文档，" + readable
    case .archive: "是压缩文件，不是文本。请先解压缩，再分析其中的文件。"
    case .image: "是图片，不是文本。请先用文字识别软件转成文字，保存为 .txt 文件。"
    case .media: "是音频或视频，不是文本。请选择文本文件。"
    case .program: "是程序，不是文本。请选择文本文件。"
    case .database: "是数据库，不是文本。请选择文本文件。"
    case .unknown:
      "不是文本，或者已经损坏：用 UTF-8、UTF-16、UTF-32、GB18030、Big5 都读不出文字。"
        + "请检查文件，必要时用原来的软件打开，另存为 UTF-8 编码的 .txt 文件。"
    }
  }
}

extension BinaryKind {
  /// The kind of file that the first bytes are the signature of, or `nil` if they are of none.
  ///
  /// A signature of printable letters alone counts only where no text begins so.
  package init?(signatureOf bytes: [UInt8]) {
    // Some programs put a line in front of a PDF; readers look for it in the first kilobyte.
    if bytes.starts(with: "%PDF-") || bytes.prefix(1024).has("\n%PDF-") {
      self = .pdf
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = Self.kind(ofPackage: bytes)
    } else if let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
      self = known.kind
    } else if bytes.count > 12, bytes.starts(with: "RIFF"), bytes[8..<12].has("WEBP") {
      self = .image
    } else if bytes.count > 12, bytes[4..<8].has("ftyp"), bytes[0] == 0 {
      self = .media
    } else {
      return nil
    }
  }

  private static let signatures: [(bytes: [UInt8], kind: BinaryKind)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .office),
    (Array("{\\rtf".utf8), .richText),
    ([0x1F, 0x8B, 0x08], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
    ([0x28, 0xB5, 0x2F, 0xFD], .archive),
    (Array("Rar!\u{1A}\u{07}".utf8), .archive),
    (Array("BZh91AY&SY".utf8), .archive),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF87a".utf8), .image),
    (Array("GIF89a".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image),
    ([0x4D, 0x4D, 0x00, 0x2A], .image),
    (Array("ID3\u{03}\u{00}".utf8), .media),
    (Array("OggS\u{00}".utf8), .media),
    ([0x1A, 0x45, 0xDF, 0xA3], .media),
    ([0x7F, 0x45, 0x4C, 0x46], .program),
    ([0xCF, 0xFA, 0xED, 0xFE], .program),
    ([0xCA, 0xFE, 0xBA, 0xBE], .program),
    (Array("\u{00}asm".utf8), .program),
    ([0x4D, 0x5A, 0x90, 0x00], .program),
    (Array("SQLite format 3\u{00}".utf8), .database),
  ]

  /// Which kind of package a ZIP file is, by the names in it.
  private static func kind(ofPackage bytes: [UInt8]) -> BinaryKind {
    let first = bytes.prefix(4096)
    let last = bytes.suffix(4096)
    func names(_ name: String) -> Bool { first.has(name) || last.has(name) }
    if names("[Content_Types].xml") || names("word/") || names("xl/") || names("ppt/") {
      return .officeOpenXML
    }
    if names("OFD.xml") || first.has("mimetypeapplication/vnd.oasis") { return .openDocument }
    return .archive
  }
}

extension Collection<UInt8> {
  fileprivate func starts(with text: String) -> Bool { starts(with: text.utf8) }

  /// Whether a short text stands anywhere in the bytes.
  fileprivate func has(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return indices.contains { index in
      self[index] == wanted[0] && self[index...].starts(with: wanted)
    }
  }
}
