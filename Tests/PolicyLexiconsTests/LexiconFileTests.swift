import Foundation
import Testing

@testable import PolicyLexicons

/// What holds of every file of `lexicons/`.
@Suite struct LexiconFileTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "lexicons")

  private static func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  @Test("every file is embedded under its name, as it is now")
  func embedded() throws {
    let lexicons = try Lexicons.embedded()
    let names = try Self.files().map { $0.deletingPathExtension().lastPathComponent }
    #expect(names == LexiconName.allCases.map(\.rawValue).sorted())
    for file in try Self.files() {
      let stem = file.deletingPathExtension().lastPathComponent
      guard let name = LexiconName(rawValue: stem) else { continue }
      let reader = LexiconReader(
        name: name, file: "lexicons/\(stem).tsv", isSorted: true)
      // Reading checks order, doubles and empty cells.
      let list = try reader.lexicon(try Data(contentsOf: file))
      #expect(list.rows.map { Array($0) } == lexicons[name].rows.map { Array($0) })
      #expect(!list.rows.isEmpty, "\(stem) has rows")
    }
  }

  @Test("every file says what it is, its columns, its source and its test")
  func headers() throws {
    for file in try Self.files() {
      let text = try String(contentsOf: file, encoding: .utf8)
      let header = text.split(separator: "\n").prefix { $0.hasPrefix("# ") }.joined(separator: " ")
      let name = file.lastPathComponent
      #expect(text.hasPrefix("# "), "\(name) begins with its title")
      for mark in ["# Columns: ", "Source: ", "Test: "] {
        #expect(header.contains(mark), "\(name) names \(mark)")
      }
      let test = header.components(separatedBy: "Test: ").last?.prefix { $0.isLetter } ?? ""
      #expect(!test.isEmpty, "\(name) names its test")
    }
  }

  @Test("no cell begins or ends with white space, and no term is written half-width")
  func cells() throws {
    let lexicons = try Lexicons.embedded()
    for name in LexiconName.allCases {
      for (row, place) in zip(lexicons[name].rows, lexicons[name].places) {
        for cell in row {
          let bare = cell.trimmingCharacters(in: .whitespaces)
          #expect(cell == bare, "\(place.file):\(place.line)")
        }
      }
    }
  }
}
