import Foundation
import PolicyText

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

  /// A layout document of 38 characters a line and 40 lines a page, with page numbers and without
  /// indents.
  var layout: [UInt8] {
    var pages: [[(x: Double, y: Double, words: String)]] = [[]]
    var row = 0
    for line in lines {
      var rest = Array(line)[...]
      repeat {
        if row == 40 {
          pages.append([])
          row = 0
        }
        let part = String(rest.prefix(38))
        rest = rest.dropFirst(38)
        if !part.isEmpty {
          pages[pages.count - 1].append((20, 25 + Double(row) * 6, part))
        }
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
