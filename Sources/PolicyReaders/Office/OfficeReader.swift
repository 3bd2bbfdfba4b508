internal import PolicyText

/// Reads the formats that only office programs understand: DOC, WPS, RTF, OpenDocument.
///
/// LibreOffice makes a Word document of them, which keeps tables and automatic numbers. Where it is
/// not installed, antiword or catdoc give the plain text of DOC, without either; that is said in a
/// remark.
struct OfficeReader {
  private let bytes: [UInt8]
  private let name: String
  private let kind: FileKind
  private let options: ReadingOptions

  init(_ bytes: [UInt8], name: String, kind: FileKind, options: ReadingOptions) {
    self.bytes = bytes
    self.name = name
    self.kind = kind
    self.options = options
  }

  /// The media types of these formats, by their endings.
  static let mediaTypes = [
    "doc": "application/msword", "wps": "application/vnd.ms-works", "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
  ]

  /// Reads the file.
  ///
  /// - Throws: ``SourceError`` if it is damaged or passes a limit, or no program is there for it.
  func read(sha256: String) throws(SourceError) -> DecodedSource {
    if kind == .office { try checkStreams() }
    let folder = try ScratchFolder.make(for: name)
    let content = kind == .richText ? RichTextNumbers.writtenOut(bytes) : bytes
    let file = try folder.write(content, to: "file.\(ending)", for: name)
    if let office = HelperProgram("soffice", "libreoffice", options: options) {
      return try convert(file, with: office, in: folder, sha256: sha256)
    }
    if kind == .office, let reader = HelperProgram("antiword", options: options) {
      return try read(file, with: reader, ["-w", "0", "-m", "UTF-8.txt"], in: folder, sha256)
    }
    if kind == .office || kind == .richText, let reader = HelperProgram("catdoc", options: options)
    {
      return try read(file, with: reader, ["-w", "-d", "utf-8"], in: folder, sha256)
    }
    throw .missingProgram(name: name, purpose: "转换\(format)文件", packages: "libreoffice-writer")
  }

  /// Looks for the streams that a compound file must have to be a document, before any program is
  /// let near it: LibreOffice reads random bytes as text.
  ///
  /// Source: [MS-DOC] 2.1.1 (`WordDocument`); [MS-OFFCRYPTO] 2.3.4.4 (`EncryptedPackage`).
  private func checkStreams() throws(SourceError) {
    if holdsStream("EncryptedPackage") { throw .encrypted(name: name, format: " Word ") }
    guard !holdsStream("WordDocument"), !holdsStream("CONTENTS") else { return }
    if holdsStream("Workbook") || holdsStream("PowerPoint Document") {
      throw .notText(name: name, kind: .office)
    }
    throw .broken(name: name, format: format, fault: "其中没有 Word 文档")
  }

  /// Whether the directory of a compound file names a stream, in UTF-16 at the head of an entry of 128
  /// bytes.
  private func holdsStream(_ stream: String) -> Bool {
    let letters = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let wanted: [UInt8] = letters + [0, 0]
    return stride(from: 512, to: bytes.count - wanted.count, by: 128).contains { place in
      bytes[place..<place + wanted.count].elementsEqual(wanted)
    }
  }

  /// The ending that tells programs what the file is.
  private var ending: String {
    switch kind {
    case .richText: "rtf"
    case .openDocument: "odt"
    default: "doc"
    }
  }

  private var format: String {
    switch kind {
    case .richText: " RTF "
    case .openDocument: " OpenDocument "
    default: " DOC 或 WPS "
    }
  }

  private var mediaType: String {
    Self.mediaTypes[FileKind.ending(of: name)] ?? Self.mediaTypes[ending] ?? "application/msword"
  }

  private func convert(
    _ file: String, with office: HelperProgram, in folder: ScratchFolder, sha256: String
  ) throws(SourceError) -> DecodedSource {
    // A profile of its own, so that it neither meets a running LibreOffice nor the user's macros;
    // no macro runs and no link is followed.
    _ = try folder.write(
      Array(Self.settings.utf8), to: "profile/user/registrymodifications.xcu", for: name)
    do throws(HelperProgram.Fault) {
      _ = try office.run(
        [
          "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
          "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to",
          "docx:MS Word 2007 XML", "--outdir", "\(folder.path)/out", file,
        ], in: folder, limits: options.limits, memory: options.limits.memory * 4)
    } catch {
      throw fault(error)
    }
    guard let document = folder.read("out/file.docx", limit: options.limits.unpackedBytes) else {
      throw .broken(name: name, format: format, fault: "LibreOffice 不能打开它")
    }
    return try WordReader(document, name: name, options: options)
      .read(sha256: sha256, mediaType: mediaType)
  }

  private func read(
    _ file: String, with reader: HelperProgram, _ arguments: [String],
    in folder: ScratchFolder, _ sha256: String
  ) throws(SourceError) -> DecodedSource {
    let output: [UInt8]
    do throws(HelperProgram.Fault) {
      output = try reader.run(arguments + [file], in: folder, limits: options.limits)
    } catch {
      throw fault(error)
    }
    var assembler = TextAssembler()
    var scalars: [Unicode.Scalar] = []
    output.withUnsafeBytes { scalars.append(utf8: $0) }
    for line in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      assembler.append(line)
      assembler.endParagraph()
    }
    assembler.remark(
      .incomplete,
      "文件只转换成了纯文本，表格和自动编号可能不全。请安装 Debian 软件包 libreoffice-writer 后再分析，或者另存为 .docx。")
    return try assembler.source(name: name, mediaType: mediaType, sha256: sha256)
  }

  private func fault(_ fault: HelperProgram.Fault) -> SourceError {
    switch fault {
    case .limit:
      .tooLarge(name: name, limit: "转换用时超过\(options.limits.seconds)秒，或者占用内存过多")
    case .failed: .broken(name: name, format: format, fault: "内容已经损坏，或者不完整")
    }
  }

  /// The settings of LibreOffice: no macros, no links to other files.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Writer/Content/Update">\
    <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """
}
