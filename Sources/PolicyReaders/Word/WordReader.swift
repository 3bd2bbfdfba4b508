internal import PolicyText

/// Reads Word documents (DOCX, and what WPS and LibreOffice write in this format).
///
/// The text is the body with its automatic numbers; behind it stand notes, headers and footers, as
/// no part of a document.
struct WordReader {
  static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

  private let package: Package
  private let parts: [String: [UInt8]]
  private let name: String
  private let options: ReadingOptions

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    package = Package(bytes, limits: options.limits)
    parts = package.smallParts()
    self.name = name
    self.options = options
  }

  /// Reads the document.
  ///
  /// - Throws: ``SourceError`` if it is damaged, or passes a limit.
  func read(sha256: String, mediaType: String = Self.mediaType) throws(SourceError) -> DecodedSource
  {
    let main = try relations(of: "")?.path(of: "officeDocument") ?? "word/document.xml"
    let related = try relations(of: main)
    func path(_ kind: String) -> String { related?.path(of: kind) ?? "word/\(kind).xml" }
    let numbering = WordNumberingReader()
    try read(path("numbering"), with: numbering)
    let styles = WordStylesReader()
    // Most styles say nothing of numbers, hidden words or tables of contents: none is read for it.
    if parts[path("styles")].map(WordStyles.maySay) ?? true {
      try read(path("styles"), with: styles)
    }
    let context = Context(styles: styles.styles, lists: numbering.numbering)

    var empty = TextAssembler()
    empty.keepsInnerTables = true
    guard let body = try body(main, context, into: empty) else {
      throw .broken(name: name, format: " Word ", fault: "其中没有正文")
    }
    var assembler = body.assembler
    if !body.knowsPages { assembler.forgetPages() }
    assembler.page = nil
    try appendNotes(path("footnotes"), .footnote, context, to: &assembler)
    try appendNotes(path("endnotes"), .endnote, context, to: &assembler)
    try appendDiagrams(related?.targets ?? [], context, to: &assembler)
    try appendMargins(related?.targets ?? [], context, to: &assembler)
    remark(on: body, in: &assembler)
    remark(onObjects: related?.targets ?? [], in: &assembler)
    return try assembler.source(name: name, mediaType: mediaType, sha256: sha256)
  }

  /// What all parts with words need.
  private struct Context {
    let styles: WordStyles
    let lists: WordNumbering
  }

  /// 脚注, 尾注: behind the text.
  private func appendNotes(
    _ path: String, _ part: SourcePlace.Part, _ context: Context,
    to assembler: inout TextAssembler
  ) throws(SourceError) {
    assembler.part = part
    let start = assembler.count
    if let notes = try body(path, context, into: assembler) {
      assembler = notes.assembler
      assembler.markAside(from: start, as: .other)
    }
    assembler.part = nil
  }

  /// SmartArt 图示: its words, behind the text; where they stand in the drawing is not known.
  private func appendDiagrams(
    _ parts: [(kind: String, path: String)], _ context: Context,
    to assembler: inout TextAssembler
  ) throws(SourceError) {
    assembler.part = .textBox
    let start = assembler.count
    for (kind, path) in parts where kind == "diagramData" {
      guard let diagram = try body(path, context, into: TextAssembler()) else { continue }
      for words in diagram.boxed where !words.isEmpty {
        assembler.append(words)
        assembler.endParagraph()
      }
    }
    assembler.markAside(from: start, as: .other)
    assembler.part = nil
  }

  /// Charts and files in the file are pictures to the reader.
  private func remark(
    onObjects parts: [(kind: String, path: String)], in assembler: inout TextAssembler
  ) {
    let count = parts.count {
      ["chart", "aFChunk", "oleObject", "package"].contains($0.kind)
    }
    guard count > 0 else { return }
    assembler.remark(.incomplete, "文件中有\(count)处图表或者嵌入的文件，其中的文字没有读入。请在 Word 中核对。")
  }

  /// 页眉, 页脚: behind the text, each line once.
  private func appendMargins(
    _ parts: [(kind: String, path: String)], _ context: Context,
    to assembler: inout TextAssembler
  ) throws(SourceError) {
    var seen: Set<String> = []
    for (kind, path) in parts {
      guard let part = SourcePlace.Part(rawValue: kind), part == .header || part == .footer,
        let margin = try body(path, context, into: TextAssembler())
      else { continue }
      assembler.part = part
      let start = assembler.count
      for line in margin.assembler.scalars.split(separator: "\n") {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: line)
        guard seen.insert(String(words)).inserted else { continue }
        assembler.append(line)
        assembler.endParagraph()
      }
      assembler.markAside(from: start, as: .pageFurniture)
    }
    assembler.part = nil
  }

  private func remark(on body: WordBody, in assembler: inout TextAssembler) {
    if body.revisionCount > 0 {
      let view = options.revisions == .final ? "全部接受" : "全部拒绝"
      let other = options.revisions == .final ? "original" : "final"
      assembler.remark(
        .revisions,
        "文件中有\(body.revisionCount)处没有处理的修订，这里按\(view)修订后的文字分析。"
          + "请确认哪一种是要用的文本；另一种用 --revisions \(other) 读取。")
    }
    if body.hiddenCount > 0 {
      assembler.remark(.hidden, "文件中有\(body.hiddenCount)处设为隐藏的文字，没有读入。请在 Word 中核对。")
    }
  }

  // MARK: Parts

  private func body(
    _ path: String, _ context: Context, into assembler: TextAssembler
  ) throws(SourceError) -> WordBody? {
    for ignoresFields in [false, true] {
      let body = WordBody(
        styles: context.styles, lists: context.lists, options: options, assembler: assembler,
        ignoresFields: ignoresFields)
      guard try read(path, with: body) else { return nil }
      guard !body.isTooLong else {
        throw .tooLarge(name: name, limit: "文字多于\(options.limits.characters)个字")
      }
      // A field that never ends would swallow all that follows.
      if !body.hasOpenFields { return body }
    }
    return nil
  }

  private func relations(of part: String) throws(SourceError) -> WordRelations? {
    let parts = part.split(separator: "/")
    let folder = parts.dropLast().joined(separator: "/")
    let relations = WordRelations(folder: folder)
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(parts.last ?? "").rels"
    return try read(path, with: relations) ? relations : nil
  }

  /// Reads a part, if it is there.
  @discardableResult
  private func read<Handler: MarkupHandler>(
    _ path: String, with handler: Handler
  ) throws(SourceError) -> Bool {
    try package.read(
      path, among: parts, with: handler, name: name, format: " Word ", limits: options.limits)
  }
}
