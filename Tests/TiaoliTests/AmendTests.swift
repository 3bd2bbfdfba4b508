import Foundation
import Testing

@Suite("tiaoli amend")
struct AmendTests {
  private static let folder = Program.root.appendingPathComponent("corpus/amendments")

  private func file(_ name: String, _ part: String) -> String {
    Self.folder.appendingPathComponent("\(name)/\(part).txt").path
  }

  @Test("writes the amended text and ends with 0")
  func text() throws {
    let run = try Program.run([
      "amend", file("reg-yunxi-river", "base"), file("reg-yunxi-river", "decision"),
    ])
    #expect(run.status == 0 && run.error.isEmpty)
    #expect(
      run.text == (try String(contentsOfFile: file("reg-yunxi-river", "amended"), encoding: .utf8)))
  }

  @Test("says what was not applied and why, and ends with 1")
  func refusals() throws {
    let name = "reg-yunxi-greening-packaged"
    let run = try Program.run(["amend", file(name, "base"), file(name, "decision")])
    #expect(run.status == 1)
    #expect(
      run.error == """
        tiaoli：没有执行“将第二条中的“园林局”修改为“园林绿化主管部门””：第二条中有2处“园林局”，不能确定修改哪一处。
        tiaoli：没有执行“删去第九条”：原文没有第九条。
        tiaoli：没有执行“将第六条中的“五百元”修改为“一千元””：第六条中没有“五百元”。
        tiaoli：7项指令中有3项没有执行，合成的文本不含这些修改。请对照决定逐项核对。

        """)
    #expect(run.text == (try String(contentsOfFile: file(name, "amended"), encoding: .utf8)))
  }

  @Test("JSON keeps to its schema")
  func json() throws {
    let name = "reg-yunxi-greening-packaged"
    let run = try Program.run([
      "amend", "--format", "json", file(name, "base"), file(name, "decision"),
    ])
    let validation = try Program.run(
      Program.root.appendingPathComponent("scripts/validate"),
      ["schemas/amendment.schema.json"], input: run.output)
    #expect(validation.status == 0 || validation.status == 77, "\(validation.error)")
    let instructions = try run.object()["instructions"] as? [[String: Any]]
    #expect(instructions?.first?["target"] as? String == "art_2")
    #expect(instructions?.first?["applied"] as? Bool == false)
  }

  @Test("a decision for another law changes nothing and writes nothing")
  func otherLaw() throws {
    let scratch = try Scratch()
    let place = scratch.folder.appendingPathComponent("out.txt").path
    let run = try Program.run([
      "amend", "-o", place, file("reg-yunxi-river", "base"),
      file("notice-yunxi-information", "decision"),
    ])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.error.contains("不是“base.txt”中的《云溪市河道保护条例》。请检查是否选错了文件。"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test("a text that is no decision is told to be none, though it speaks of deleting")
  func noDecision() throws {
    let base = file("reg-yunxi-river", "base")
    let run = try Program.run(["amend", base, base])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.error == "tiaoli：“base.txt”中没有修改指令。请检查它是不是修改决定或修正案。\n")
  }

  @Test("a drafted decision, applied, gives the new text")
  func derive() throws {
    let scratch = try Scratch()
    let name = "school-minghu-dormitory"
    let place = scratch.folder.appendingPathComponent("decision.txt").path
    let draft = try Program.run([
      "amend", "--derive", "-o", place, file(name, "base"), file(name, "amended"),
    ])
    #expect(draft.status == 0 && draft.error.isEmpty)
    let run = try Program.run(["amend", file(name, "base"), place])
    #expect(run.text == (try String(contentsOfFile: file(name, "amended"), encoding: .utf8)))
  }

  @Test("--compare writes the table of the text before and after", arguments: ["html", "docx"])
  func comparison(format: String) throws {
    let scratch = try Scratch()
    let name = "reg-yunxi-river"
    let place = scratch.folder.appendingPathComponent("对照表.\(format)").path
    let run = try Program.run([
      "amend", "--compare", format, "-o", place, file(name, "base"), file(name, "decision"),
    ])
    #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place))
    #expect(bytes.count > 2000)
    #expect(bytes.starts(with: format == "html" ? "<!DOCTYPE".utf8 : "PK".utf8))
  }

  @Test("the table of a decision that fits only in part still says what was left out")
  func comparisonWithRefusals() throws {
    let name = "reg-yunxi-greening-packaged"
    let run = try Program.run([
      "amend", "--compare", "markdown", file(name, "base"), file(name, "decision"),
    ])
    #expect(run.status == 1 && run.text.contains("修订前后对照表"))
    #expect(run.error.contains("7项指令中有3项没有执行"))
  }

  @Test(
    "options that do not go together are refused, and nothing is written",
    arguments: [["--compare", "html", "--format", "json"], ["--compare", "docx"], ["--all"]])
  func options(arguments: [String]) throws {
    let name = "reg-yunxi-river"
    let run = try Program.run(
      ["amend"] + arguments + [file(name, "base"), file(name, "decision")])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.error.contains("--compare") || run.error.contains("-o"))
  }
}
