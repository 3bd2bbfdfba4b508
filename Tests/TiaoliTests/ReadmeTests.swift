import Foundation
import Testing

/// The examples in the READMEs are run, and give what they show.
///
/// A block begins with ```` ```console ````; its first line is `$ ` and a command for the root of the package, the
/// others its output. A last line `…` says that more follows. Markdown shows no carriage returns, so
/// that the line ends of CSV (CRLF) are compared as those of text. `UPDATE_GOLDEN=1` writes what is
/// shown anew, with as many lines as there were.
@Suite("examples in the READMEs")
struct ReadmeTests {
  @Test("each gives what it shows", arguments: ["README.md", "README.zh-CN.md"])
  func examples(file: String) throws {
    let path = Program.root.appendingPathComponent(file)
    let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
    var result: [String] = []
    var block: [String]?
    for line in try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n") {
      if line == "```console" {
        block = []
        result.append(line)
      } else if line == "```", let shown = block {
        result += try checked(shown, in: file, isUpdating: isUpdating)
        result.append(line)
        block = nil
      } else if block != nil {
        block?.append(line)
      } else {
        result.append(line)
      }
    }
    #expect(block == nil, "a block without an end")
    if isUpdating {
      try result.joined(separator: "\n").write(to: path, atomically: true, encoding: .utf8)
    }
  }

  /// A block as it should be: the command, and what it gives.
  private func checked(_ block: [String], in file: String, isUpdating: Bool) throws -> [String] {
    let first = try #require(block.first)
    try #require(first.hasPrefix("$ "), "\(file): a block begins with a command")
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("tiaoli").path
    let command = first.dropFirst(2)
      .replacingOccurrences(of: "scripts/tiaoli", with: "'\(program)'")
    let run = try Program.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", command], environment: ["COLUMNS": "100"])
    #expect(run.error.isEmpty, "\(file): \(first)")
    var given = run.text.replacing("\r\n", with: "\n").components(separatedBy: "\n")
    if given.last == "" { given.removeLast() }
    let shown = Array(block.dropFirst())
    if shown.last == "…" { given = given.prefix(max(shown.count - 1, 1)) + ["…"] }
    if !isUpdating { #expect(given == shown, "\(file): \(first)") }
    return [first] + given
  }

  @Test(
    "links between the documents lead somewhere",
    arguments: ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
  func links(file: String) throws {
    let text = try String(
      contentsOf: Program.root.appendingPathComponent(file), encoding: .utf8)
    for match in text.matches(of: /\]\(([^)#:]+)\)/) {
      let target = Program.root.appendingPathComponent(String(match.output.1))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(file): \(match.output.1)")
    }
  }
}
