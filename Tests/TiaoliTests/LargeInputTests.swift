import Foundation
import Testing

/// Files that are no texts of anyone's, but that someone will give the program: in a release build they
/// have their full size, in a debug build, which is many times as slow, a hundredth of it.
@Suite("large inputs", .serialized)
struct LargeInputTests {
  #if DEBUG
    private static let scale = 100
  #else
    private static let scale = 1
  #endif

  /// What the program takes for itself, its lexicons included, in bytes.
  private static let ownMemory = 160_000_000

  /// Analyses a text, and returns how many scalars it was found to have, and the highest memory.
  private func analyze(_ bytes: Data) throws -> (length: Int, peak: Int) {
    let scratch = try Scratch()
    let file = try scratch.write(bytes, to: "大文件.txt")
    let run = try Program.measure([
      "analyze", file.path, "--no-text", "--output-dir", scratch.folder.path + "/out",
    ])
    #expect(run.status == 0)
    let result = try Data(contentsOf: scratch.folder.appendingPathComponent("out/大文件.json"))
    let object = try JSONSerialization.jsonObject(with: result) as? [String: Any]
    let source = object?["source"] as? [String: Any]
    return (source?["length"] as? Int ?? 0, run.peak)
  }

  @Test("a line of 50 MB is analysed in at most twenty times its memory", .timeLimit(.minutes(5)))
  func longLine() throws {
    let sentence =
      "云溪市位于江岭省东部，气候温和，雨量充沛，河道纵横，是一座以水闻名的城市，沿河的公园和步道多年来深受居民喜爱。"
      + "公园管理机构应当自收到申请之日起三十日内答复。"
    let count = 50_000_000 / Self.scale / sentence.utf8.count
    let line = Data(String(repeating: sentence, count: count).utf8)
    let (length, peak) = try analyze(line)
    #expect(length == count * sentence.unicodeScalars.count)
    #expect(peak > 0 && peak < Self.ownMemory + 20 * line.count)
  }

  @Test("a million empty lines around an article leave the article", .timeLimit(.minutes(5)))
  func emptyLines() throws {
    let empty = String(repeating: "\n", count: 500_000 / Self.scale)
    let text = empty + "第一条　管理机构应当答复。" + empty
    let (length, peak) = try analyze(Data(text.utf8))
    #expect(length == text.unicodeScalars.count)
    #expect(peak > 0 && peak < Self.ownMemory + 20 * max(text.utf8.count, 50_000_000 / Self.scale))
  }
}
