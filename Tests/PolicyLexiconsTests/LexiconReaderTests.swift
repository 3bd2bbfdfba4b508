import Foundation
import Testing

@testable import PolicyLexicons

@Suite struct LexiconReaderTests {
  private let header = "# 情态词\n# Columns: term, modality. Source: none. Test: this.\n"

  private func message(_ text: String) -> String {
    let reader = LexiconReader(name: .modality, file: "lexicons/modality.tsv", isSorted: true)
    do {
      _ = try reader.lexicon(Array(text.utf8))
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test("a list has its columns, its rows and their lines")
  func rows() throws {
    let reader = LexiconReader(name: .modality, file: "lexicons/modality.tsv", isSorted: true)
    let list = try reader.lexicon(Array((header + "不得\tprohibition\r\n应当\tobligation\n").utf8))
    #expect(list.columns == ["term", "modality"])
    #expect(list.rows.map { Array($0) } == [["不得", "prohibition"], ["应当", "obligation"]])
    #expect(list.places.map(\.line) == [3, 4])
  }

  @Test("an error names file, line, cause and next step")
  func messages() {
    let cases = [
      (
        "应当\tobligation\n不得\tprohibition\n",
        "lexicons/modality.tsv第4行的词条“不得”应排在上一行的“应当”之前。请按码位顺序排列。"
      ),
      (
        "应当\tobligation\n必须\tobligation\n应当\tobligation\n",
        "lexicons/modality.tsv第5行的词条“应当”与第3行重复。请删去其中一行。"
      ),
      ("应当\n", "lexicons/modality.tsv第3行有1列，应为2列。请用制表符分列，空缺处写“-”。"),
      ("应当\t\n", "lexicons/modality.tsv第3行的“modality”列为空。请填写，无内容时写“-”。"),
    ]
    for (text, expected) in cases { #expect(message(header + text) == expected) }
    #expect(
      message("应当\tobligation\n")
        == "lexicons/modality.tsv开头缺少“# Columns: ”一行。请补上。")
  }

  @Test("a user's folder adds rows and takes the place of rows with its terms")
  func overlay() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lexicons-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try (header + "应当\tpermission\n一定\tobligation\n")
      .write(to: folder.appendingPathComponent("modality.tsv"), atomically: true, encoding: .utf8)
    let list = Lexicon(
      name: .modality, columns: ["term", "modality"], rows: [["应当", "obligation"]])
    let lists = try Lexicons([list]).overlaid(with: folder)
    #expect(
      lists[.modality].rows.map { Array($0) } == [["应当", "permission"], ["一定", "obligation"]])
  }

  @Test("a file that is no list of the program is refused by name")
  func unknownList() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lexicons-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try header.write(
      to: folder.appendingPathComponent("mood.tsv"), atomically: true, encoding: .utf8)
    do {
      _ = try Lexicons([]).overlaid(with: folder)
      Issue.record("an unknown list is an error")
    } catch {
      #expect(error.description.contains("mood.tsv不是本程序的词表。请改用下列名称之一："))
    }
  }
}
