import Foundation
import PolicyText
import Testing

/// A text of the corpus, and the files of other formats that say the same.
struct CorpusFile {
  /// Its name in `corpus/texts`.
  let name: String
  /// Its lines, without the marks of Markdown.
  let lines: [String]

  /// The texts that other formats are made of: those that are laid out as people write them, in
  /// UTF-8, without tables of characters.
  static let all: [CorpusFile] = {
    let folder = root.appendingPathComponent("corpus/texts").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    return names.filter { name in
      !["gb18030", "pdf-", "inline-", "web-", "halfwidth", "markdown"].contains {
        name.contains($0)
      }
    }.compactMap { name in
      guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8),
        !text.contains("|"), !text.contains("\t")
      else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return CorpusFile(name: name, lines: lines)
    }
  }()

  /// The folder of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text itself.
  var text: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

  /// A Word document with numbers as they are typed.
  var word: [UInt8] {
    WordFile(body: lines.map { WordFile.paragraph(Self.escaped($0)) }.joined()).bytes
  }

  /// A page of the web.
  var page: [UInt8] {
    let blocks = lines.map { $0.isEmpty ? "<p><br></p>" : "<p>\(Self.escaped($0))</p>" }
    return Array(
      "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\(blocks.joined(separator: "\n"))</body></html>"
        .utf8)
  }

  /// How paragraphs are set on the pages of a layout document.
  enum Setting: CaseIterable, CustomTestStringConvertible {
    /// 左空二字, as official documents are.
    case indented
    /// All lines begin at the margin.
    case flush

    var testDescription: String { self == .indented ? "首行缩进" : "顶格" }
  }

  private static let lineLength = 38
  private static let linesPerPage = 40

  /// Whether pages with all lines at the margin still show where paragraphs end: none of them ends
  /// just where a line does, with another right under it.
  var isClearWithoutIndents: Bool {
    zip(lines, lines.dropFirst()).allSatisfy { line, next in
      line.isEmpty || next.isEmpty || line.count % Self.lineLength != 0
    }
  }

  /// Whether the text is broken into lines of its own, so that its lines are no paragraphs.
  var isWrapped: Bool {
    zip(lines, lines.dropFirst()).contains { line, next in
      line.hasPrefix("　　") && line.count > 20 && !next.isEmpty && !next.hasPrefix("　")
        && !"。；：！？）”".contains(line.last ?? "。")
    }
  }

  /// A layout document of 38 characters a line and 40 lines a page, with page numbers.
  func layout(_ setting: Setting) -> [UInt8] {
    var pages: [[(x: Double, y: Double, words: String)]] = [[]]
    var row = 0
    for (index, line) in lines.enumerated() {
      // Titles are centred, addressees and continued lines begin at the margin.
      let isTitle = index == 0 && line.count < Self.lineLength
      let isAddressee = index < 4 && line.hasSuffix("：")
      var indent = isTitle ? (Self.lineLength - line.count) / 2 : isAddressee ? 0 : 2
      let isDrawn = line.unicodeScalars.first.map { (0x2500...0x257F).contains($0.value) } ?? false
      if setting == .flush || isDrawn { indent = 0 }
      var rest = Array(line)[...]
      repeat {
        if row == Self.linesPerPage {
          pages.append([])
          row = 0
        }
        let part = String(rest.prefix(Self.lineLength - indent))
        rest = rest.dropFirst(Self.lineLength - indent)
        if !part.isEmpty {
          pages[pages.count - 1].append((20 + 4.2 * Double(indent), 25 + Double(row) * 6, part))
        }
        indent = 0
        row += 1
      } while !rest.isEmpty
    }
    for index in pages.indices { pages[index].append((100, 285, "— \(index + 1) —")) }
    return OFDFile(pages: pages).bytes
  }

  static func escaped(_ words: String) -> String {
    words.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
