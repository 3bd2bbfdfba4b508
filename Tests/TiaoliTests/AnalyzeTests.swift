import Foundation
import Testing

@Suite("tiaoli analyze")
struct AnalyzeTests {
  private let text = "第一条　为了规范公园管理，制定本办法。\n第二条　管理机构应当在三十日内答复。\n"

  private func names(_ run: Program.Run) throws -> [String] {
    try run.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let source = object?["source"] as? [String: Any]
      return source?["name"] as? String ?? (object?["name"] as? String).map { "!" + $0 } ?? "?"
    }
  }

  @Test("one file gives one object, named after the file")
  func oneFile() throws {
    let scratch = try Scratch()
    let file = try scratch.write(text, to: "云溪市公园办法.txt")
    let run = try Program.run(["analyze", file.path])
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(run.lines.count == 1)
    let source = try #require(try run.object()["source"] as? [String: Any])
    #expect(source["name"] as? String == "云溪市公园办法.txt")
    #expect(source["text"] as? String == text)
  }

  @Test("pretty output is the same object")
  func pretty() throws {
    let input = Data(text.utf8)
    let plain = try Program.run(["analyze", "-"], input: input)
    let pretty = try Program.run(["analyze", "-", "--pretty"], input: input)
    #expect(pretty.lines.count > 20)
    #expect(try plain.object() as NSDictionary == pretty.object() as NSDictionary)
  }

  @Test("a folder gives a line for each text in it, at any depth, in the order of their paths")
  func folder() throws {
    let scratch = try Scratch()
    for name in ["b.txt", "a/z.md", "a.txt", "a/c/d.txt", "图.png", ".hidden.txt"] {
      try scratch.write(text, to: name)
    }
    let run = try Program.run(["analyze", scratch.folder.path])
    #expect(run.status == 0)
    #expect(try names(run) == ["a.txt", "a/c/d.txt", "a/z.md", "b.txt"])
  }

  @Test("the same bytes in every run, though sets have another order in each")
  func sameBytesEveryRun() throws {
    let texts = ["notice-campus-safety-eval", "opinion-graduate-employment-eval"].map {
      "corpus/texts/\($0).txt"
    }
    let runs = try (1...5).map { _ in try Program.run(["analyze"] + texts).output }
    #expect(runs[0].isEmpty == false)
    #expect(runs.allSatisfy { $0 == runs[0] })
  }

  @Test("the same bytes with any number of jobs", arguments: ["1", "2", "7"])
  func jobs(jobs: String) throws {
    let scratch = try Scratch()
    for number in 0..<25 {
      try scratch.write(String(repeating: text, count: 25 - number), to: "\(number).txt")
    }
    let one = try Program.run(["analyze", scratch.folder.path, "--jobs", "1", "--no-text"])
    let many = try Program.run(["analyze", scratch.folder.path, "--jobs", jobs, "--no-text"])
    #expect(one.lines.count == 25)
    #expect(one.output == many.output)
  }

  @Test("what cannot be read is named; the others are done, and the status is 1")
  func someFail() throws {
    let scratch = try Scratch()
    let good = try scratch.write(text, to: "good.txt")
    let empty = try scratch.write("", to: "empty.txt")
    let run = try Program.run(["analyze", good.path, empty.path, "no-such.txt"])
    #expect(run.status == 1)
    #expect(try names(run) == ["good.txt"])
    #expect(
      run.error == """
        tiaoli：文件“empty.txt”是空的，没有可以分析的文字。请检查是否选错了文件，或者内容没有保存。
        tiaoli：没有找到“no-such.txt”。请检查路径和文件名。

        """)
  }

  @Test("one input that fails gives its own status")
  func statuses() throws {
    let scratch = try Scratch()
    let empty = try scratch.write("", to: "empty.txt")
    let binary = try scratch.write(Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]), to: "x.txt")
    #expect(try Program.run(["analyze", empty.path]).status == 65)
    #expect(try Program.run(["analyze", binary.path]).status == 65)
    let missing = try Program.run(["analyze", "no-such.txt"])
    #expect(missing.status == 66)
    #expect(missing.error == "tiaoli：没有找到“no-such.txt”。请检查路径和文件名。\n")
    let folder = try scratch.write("x", to: "folder/readme.json").deletingLastPathComponent()
    let none = try Program.run(["analyze", folder.path])
    #expect(none.status == 66)
    #expect(
      none.error
        == "tiaoli：文件夹“\(folder.path)”中没有可以分析的文本。请放入文本、Word、PDF、OFD 或网页文件，或者直接写出文件的路径。\n")
  }

  @Test("a folder that is called as a file is, and holds none, is no text; one with a text is read")
  func folderCalledAsFile() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "a.docx/document.xml")
    try scratch.write(text, to: "b.docx/c.txt")
    let none = try Program.run(["analyze", "a.docx"], in: scratch.folder)
    #expect(none.status == 65)
    #expect(none.error == "tiaoli：“a.docx”是文件夹，不是文件，里面也没有可以分析的文本。请检查路径，写出文件本身的位置。\n")
    #expect(try names(Program.run(["analyze", "b.docx"], in: scratch.folder)) == ["c.txt"])
  }

  @Test("results go to a folder, one file each, and nothing half-written stays")
  func outputFolder() throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "in/a.txt")
    try scratch.write(text, to: "in/sub/b.md")
    try scratch.write(text, to: "in/c.txt")
    try scratch.write(text, to: "in/c.md")
    let run = try Program.run(["analyze", "in", "--output-dir", "out/new"], in: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(
      scratch.files.filter { $0.hasPrefix("out") } == [
        "out/new/a.json", "out/new/c.md.json", "out/new/c.txt.json", "out/new/sub/b.json",
      ])
    let alone = try Program.run(["analyze", "in/a.txt"], in: scratch.folder)
    let written = try Data(contentsOf: scratch.folder.appendingPathComponent("out/new/a.json"))
    #expect(written == alone.output)
  }

  @Test("a place that cannot be written ends with 73")
  func cannotWrite() throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "a.txt")
    try scratch.write("", to: "out")
    let run = try Program.run(["analyze", "a.txt", "--output-dir", "out"], in: scratch.folder)
    #expect(run.status == 73)
    #expect(run.error == "tiaoli：不能把结果写到“out”：它不是文件夹。请换一个文件夹。\n")
  }

  @Test("records in, analyses out, in order; a bad record leaves an error in its place")
  func records() throws {
    let input = """
      {"name": "甲", "text": "第一条　甲应当报告。"}
      not json
      {"name": "乙"}
      {"text": "第一条　\\ud840\\udc00应当报告。"}

      {"name": "丙", "text": ""}
      {"name": "丁", "text": "一、总体要求", "more": 1}
      """
    let run = try Program.run(["analyze", "--jsonl", "--jobs", "3"], input: Data(input.utf8))
    #expect(run.status == 1)
    #expect(try names(run) == ["甲", "!-:2", "!乙", "-:4", "!丙", "丁"])
    #expect(
      run.lines[1]
        == #"{"name":"-:2","error":{"code":"record.json","message":"第2行不是带有“name”和“text”的 JSON 对象。请按 {\"name\": …, \"text\": …} 写这一行。"}}"#
    )
    #expect(run.error.split(separator: "\n").count == 3)
  }

  @Test("a record is the same analysis as the file")
  func recordsAreFiles() throws {
    let record = try JSONSerialization.data(withJSONObject: ["name": "-", "text": text])
    let lines = try Program.run(["analyze", "--jsonl"], input: record)
    #expect(lines.output == (try Program.run(["analyze", "-"], input: Data(text.utf8))).output)
  }

  @Test("a reader that goes away early is no error")
  func closedPipe() throws {
    let scratch = try Scratch()
    try scratch.write(String(repeating: text, count: 3000), to: "long.txt")
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("tiaoli").path
    let run = try Program.run(
      URL(fileURLWithPath: "/bin/bash"),
      ["-c", "\"$0\" analyze long.txt | head -c 10; echo \" ${PIPESTATUS[0]}\"", program],
      in: scratch.folder)
    #expect(run.text == "{\"schemaVe 0\n")
    #expect(run.error.isEmpty)
  }

  @Test("a word list at fault is named with its line")
  func badLexicon() throws {
    let scratch = try Scratch()
    try scratch.write("# 词表\n# Columns: term, modality\n应当\n", to: "words/modality.tsv")
    let run = try Program.run(
      ["analyze", "-", "--lexicons", "words"], in: scratch.folder, input: Data(text.utf8))
    #expect(run.status == 64)
    #expect(run.error.hasPrefix("tiaoli：words/modality.tsv"))
  }
}
