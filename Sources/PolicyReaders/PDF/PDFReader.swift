internal import Foundation
internal import PolicyText

/// Reads PDF files, through poppler's `pdftotext` in a process of its own.
struct PDFReader {
  static let mediaType = "application/pdf"

  private let bytes: [UInt8]
  private let name: String
  private let options: ReadingOptions

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    self.bytes = bytes
    self.name = name
    self.options = options
  }

  /// Reads the file.
  ///
  /// - Throws: ``SourceError`` if it is damaged, encrypted, scanned or passes a limit, or poppler is
  ///   not on this machine.
  func read(sha256: String) throws(SourceError) -> DecodedSource {
    guard let converter = HelperProgram("pdftotext", options: options) else {
      throw .missingProgram(name: name, purpose: "读取 PDF", packages: "poppler-utils poppler-data")
    }
    let folder = try ScratchFolder.make(for: name)
    let file = try folder.write(bytes, to: "file.pdf", for: name)
    var pages = try self.pages(of: file, with: converter, in: folder)
    let words = pages.reduce(0) { $0 + $1.characterCount }
    // What is stamped on a scanned page, as a page number is, makes no text of it.
    let isScanned = words < 10 * max(pages.count, 1)
    if isScanned {
      guard options.recognizesImages else { throw .scanned(name: name) }
      pages = try ImageRecognizer(name: name, options: options)
        .pages(of: file, count: pages.count, in: folder)
    }
    if !isScanned { addRules(to: &pages, from: file, in: folder) }
    var assembler = PageAssembler(pages).assembler
    guard assembler.count <= options.limits.characters else {
      throw .tooLarge(name: name, limit: "文字多于\(options.limits.characters)个字")
    }
    if isScanned {
      assembler.remark(.recognized, "文件是扫描件，文字由文字识别得到，可能有误。请对照原件核对。")
    } else {
      remark(onEmptyPagesOf: pages, in: &assembler)
    }
    return try assembler.source(name: name, mediaType: Self.mediaType, sha256: sha256)
  }

  private func pages(
    of file: String, with converter: HelperProgram, in folder: ScratchFolder
  ) throws(SourceError) -> [Page] {
    let limit = options.limits.pages
    let output: [UInt8]
    do throws(HelperProgram.Fault) {
      output = try converter.run(
        ["-bbox-layout", "-enc", "UTF-8", "-l", String(limit + 1), file, "-"], in: folder,
        limits: options.limits)
    } catch {
      throw fault(error)
    }
    if folder.complaints.contains("Missing language pack") {
      throw .missingProgram(name: name, purpose: "读取其中的中文字符", packages: "poppler-data")
    }
    let reader = BoxReader()
    do throws(MarkupError) {
      let parser = MarkupParser(reader, depth: options.limits.depth)
      try parser.read(Self.markup(in: output))
      try parser.finish()
    } catch {
      throw .broken(name: name, format: " PDF ", fault: "其中的文字无法解释")
    }
    guard reader.pages.count <= limit else { throw .tooLarge(name: name, limit: "多于\(limit)页") }
    return reader.pages
  }

  /// Finds the lines that are drawn on pages which may have tables.
  ///
  /// Where poppler cannot tell them, tables are seen from how words stand under each other.
  private func addRules(to pages: inout [Page], from file: String, in folder: ScratchFolder) {
    guard let painter = HelperProgram("pdftocairo", options: options) else { return }
    let candidates = pages.indices.filter { pages[$0].mayHaveTable }
    var next = 0
    while next < candidates.count {
      // Pages that follow each other are read in one run, as few at a time as keep its output small.
      let first = candidates[next]
      var last = first
      while next < candidates.count, candidates[next] - last <= 2, candidates[next] - first < 50 {
        last = candidates[next]
        next += 1
      }
      let output = try? painter.run(
        ["-svg", "-f", String(first + 1), "-l", String(last + 1), file, "-"], in: folder,
        limits: options.limits, seconds: min(options.limits.seconds, 60))
      let reader = RuleReader()
      let parser = MarkupParser(reader, depth: options.limits.depth)
      guard let output, (try? parser.read(output)) != nil, (try? parser.finish()) != nil else {
        return
      }
      for index in first...last {
        let found = index - first
        pages[index].rules = found < reader.pages.count ? reader.pages[found] : []
      }
    }
  }

  /// What poppler writes, without its head, and without control characters that XML does not have.
  private static func markup(in output: [UInt8]) -> [UInt8] {
    let start = output.firstRange(of: Array("<doc>".utf8))?.lowerBound ?? 0
    let end = output.lastRange(of: Array("</doc>".utf8))?.upperBound ?? output.count
    guard start < end else { return [] }
    return output[start..<end].map { $0 < 0x20 && $0 != 0x0A ? 0x20 : $0 }
  }

  private func fault(_ fault: HelperProgram.Fault) -> SourceError {
    switch fault {
    case .limit:
      .tooLarge(
        name: name, limit: "读取 PDF 用时超过\(options.limits.seconds)秒，或者占用内存过多")
    case .failed:
      bytes.firstRange(of: Array("/Encrypt".utf8)) != nil
        ? .encrypted(name: name, format: " PDF ")
        : .broken(name: name, format: " PDF ", fault: "内容已经损坏，或者不完整")
    }
  }

  /// Pages without words among pages with words may be images.
  private func remark(onEmptyPagesOf pages: [Page], in assembler: inout TextAssembler) {
    let empty = pages.indices.filter { pages[$0].characterCount == 0 }.map { String($0 + 1) }
    guard !empty.isEmpty else { return }
    let places = empty.prefix(5).joined(separator: "、") + (empty.count > 5 ? "等" : "")
    assembler.remark(.incomplete, "第\(places)页没有文字，可能是空白页，也可能是图像。请对照原件核对。")
  }
}

extension Array where Element == UInt8 {
  /// Where some bytes stand first.
  fileprivate func firstRange(of wanted: [UInt8]) -> Range<Int>? {
    range(of: wanted, in: 0..<Swift.max(0, count - wanted.count + 1))
  }

  /// Where some bytes stand last.
  fileprivate func lastRange(of wanted: [UInt8]) -> Range<Int>? {
    range(of: wanted, in: (0..<Swift.max(0, count - wanted.count + 1)).reversed())
  }

  private func range(of wanted: [UInt8], in places: some Sequence<Int>) -> Range<Int>? {
    for place in places where self[place] == wanted[0] {
      if self[place..<place + wanted.count].elementsEqual(wanted) {
        return place..<place + wanted.count
      }
    }
    return nil
  }
}
