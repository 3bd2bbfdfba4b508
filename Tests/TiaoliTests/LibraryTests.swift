import Foundation
import Glibc
import PolicyIndex
import Testing

@Suite("the library on the command line", .serialized)
struct LibraryTests {
  private func text(_ number: Int) -> String {
    var text = "云溪市第\(number)号街道管理办法\n（2020年1月1日云溪市人民政府令第\(number)号公布）\n"
    for (index, numeral) in Self.numerals.enumerated() {
      text += "第\(numeral)条　市教育局应当在\(number + index)日内公布第\(index + 1)批名单，不得收费。\n"
    }
    return text
  }

  private static let numerals = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
  ]

  private func folder(_ count: Int) throws -> Scratch {
    let scratch = try Scratch()
    for number in 1...count { try scratch.write(text(number), to: "texts/\(number).txt") }
    return scratch
  }

  @Test("add, search, show, remove: statuses and words")
  func commands() throws {
    let scratch = try folder(2)
    let added = try Program.run(["add", "texts", "--library", "a.sqlite"], in: scratch.folder)
    #expect(added.status == 0)
    #expect(added.text.hasSuffix("a.sqlite：加入2份（文件2件，其中新版0件）。\n"))
    let again = try Program.run(["add", "texts", "--library", "a.sqlite"], in: scratch.folder)
    #expect(again.text == "a.sqlite：加入0份（文件0件，其中新版0件），已有2份。\n")
    let environment = ["TIAOLI_LIBRARY": "a.sqlite"]
    let found = try Program.run(
      ["search", "第3批名单", "--format", "json"], in: scratch.folder, environment: environment)
    let hits = try found.object()["hits"] as? [[String: Any]]
    #expect(hits?.compactMap { $0["citation"] as? String } == ["第三条", "第三条"])
    let shown = try Program.run(
      ["show", "1", "第二条"], in: scratch.folder, environment: environment)
    #expect(shown.text.hasPrefix("第二条　市教育局"))
    let none = try Program.run(["show", "9"], in: scratch.folder, environment: environment)
    #expect(none.status == 66)
    #expect(none.error == "tiaoli：资料库中没有 #9。请用 tiaoli list 查看编号。\n")
    let removed = try Program.run(["remove", "1"], in: scratch.folder, environment: environment)
    #expect(removed.text == "已删除1件。\n")
  }

  @Test("a library that is not there, and one that is something else")
  func wrongFiles() throws {
    let scratch = try folder(1)
    let missing = try Program.run(["list", "--library", "b.sqlite"], in: scratch.folder)
    #expect(missing.status == 66)
    #expect(missing.error == "tiaoli：没有找到资料库“b.sqlite”。请检查路径，或先用 tiaoli add 建立资料库。\n")
    let other = try Program.run(["list", "--library", "texts/1.txt"], in: scratch.folder)
    #expect(other.status == 65)
    #expect(other.error == "tiaoli：“texts/1.txt”不是条理的资料库。请换一个文件，或用 --library 写明资料库的路径。\n")
  }

  @Test("what is missing is blamed: an option that does not exist, a document, a department")
  func blame() throws {
    let scratch = try folder(1)
    let environment = ["TIAOLI_LIBRARY": "a.sqlite"]
    func run(_ arguments: [String]) throws -> Program.Run {
      try Program.run(arguments, in: scratch.folder, environment: environment)
    }
    _ = try run(["add", "texts"])
    let limited = try run(["duties", "--library", "a.sqlite", "--limit", "2", "--format", "csv"])
    #expect(limited.status == 0)
    #expect(limited.text.components(separatedBy: "\r\n").count == 4)
    let option = try run(["duties", "--library", "a.sqlite", "--upto", "2"])
    #expect(option.status == 64)
    #expect(option.error.hasPrefix("tiaoli：没有“--upto”这个选项"))
    let path = try run(["duties", "texts", "--library", "a.sqlite"])
    #expect(path.status == 64)
    #expect(path.error.contains("不能再写路径“texts”"))
    let document = try run(["departments", "教育局", "--between", "1", "99"])
    #expect(document.status == 66)
    #expect(document.error == "tiaoli：资料库中没有 #99。请用 tiaoli list 查看编号。\n")
    let department = try run(["departments", "火星局", "--since", "2020-01-01"])
    #expect(department.error.contains("没有与“火星局”相符的部门"))
    let level = try run(["search", "名单", "--authority-level", "部门规则"])
    #expect(level.error == "tiaoli：库中没有效力级别为“部门规则”的文件；有：地方政府规章。\n")
    let none = try run(["export", "99"])
    #expect(none.status == 66)
    #expect(none.error == "tiaoli：资料库中没有 #99。请用 tiaoli list 查看编号。\n")
    let excluded = try run(["search", "名单", "-收费"])
    #expect(excluded.error.contains("请写成 NOT 收费"))
    let day = try run(["search", "名单", "--as-of", "2021-06"])
    #expect(day.status == 64)
  }

  @Test("a register that people edited keeps what they wrote, through a workbook")
  func mergedWorkbook() throws {
    let scratch = try folder(1)
    _ = try Program.run(["add", "texts", "--library", "a.sqlite"], in: scratch.folder)
    let arguments = ["search", "--department", "教育局", "--library", "a.sqlite"]
    let csv = try Program.run(arguments + ["--format", "csv"], in: scratch.folder)
    var lines = csv.text.components(separatedBy: "\r\n")
    let cells = lines[1].components(separatedBy: ",")
    lines[1] = (cells.dropLast(1) + ["已核对，无误"].map { "\"\($0)\"" }).joined(separator: ",")
    try scratch.write(lines.joined(separator: "\r\n"), to: "edited.csv")
    let merged = try Program.run(
      arguments + ["-o", "new.xlsx", "--merge", "edited.csv"], in: scratch.folder)
    #expect(merged.status == 0)
    #expect(merged.error.contains("带入1行"))
    let again = try Program.run(
      arguments + ["--format", "csv", "--merge", "new.xlsx"], in: scratch.folder)
    #expect(again.text.contains("已核对，无误"))
  }

  @Test("a backup is a library of its own; XML and JSON Lines hold each document")
  func copies() throws {
    let scratch = try folder(2)
    let environment = ["TIAOLI_LIBRARY": "a.sqlite"]
    _ = try Program.run(["add", "texts"], in: scratch.folder, environment: environment)
    let copied = try Program.run(
      ["backup", "b.sqlite"], in: scratch.folder, environment: environment)
    #expect(copied.status == 0)
    let listed = try Program.run(
      ["list", "--library", "b.sqlite", "--format", "csv"], in: scratch.folder)
    #expect(listed.text.components(separatedBy: "\r\n").count == 4)
    let lines = try Program.run(["export"], in: scratch.folder, environment: environment)
    #expect(lines.lines.count == 2)
    let xml = try Program.run(
      ["export", "--format", "akn", "-o", "akn"], in: scratch.folder, environment: environment)
    #expect(xml.status == 0)
    #expect(scratch.files.filter { $0.hasPrefix("akn/") } == ["akn/1.xml", "akn/2.xml"])
  }

  /// `TIAOLI_KILLS=200 scripts/test --filter LibraryTests` is the whole trial.
  @Test("a process that is killed at any moment leaves whole documents, and the next one goes on")
  func killed() throws {
    let count = 40
    let scratch = try folder(count)
    let kills = Int(ProcessInfo.processInfo.environment["TIAOLI_KILLS"] ?? "") ?? 8
    var random = SystemRandomNumberGenerator()
    var last = 0
    for _ in 0..<kills {
      if last == count {
        for name in scratch.files where name.hasPrefix("a.sqlite") {
          try FileManager.default.removeItem(at: scratch.folder.appendingPathComponent(name))
        }
        last = 0
      }
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = ["add", "texts", "--library", "a.sqlite", "--batch", "4000"]
      process.currentDirectoryURL = scratch.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0..<1_500_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let path = scratch.folder.appendingPathComponent("a.sqlite").path
      guard FileManager.default.fileExists(atPath: path) else { continue }
      // Opening for writing is what the next program does; it finds what was committed.
      let library = try Library(path: path, for: .creating)
      #expect(try library.indexIsSound())
      let documents = try library.counts().documents
      #expect(documents >= last)
      last = documents
    }
    let rest = try Program.run(["add", "texts", "--library", "a.sqlite"], in: scratch.folder)
    #expect(rest.status == 0)
    let path = scratch.folder.appendingPathComponent("a.sqlite").path
    let library = try Library(path: path, for: .reading)
    #expect(try library.counts().documents == count)
    #expect(try library.indexIsSound())
  }
}
