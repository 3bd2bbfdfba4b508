import Foundation
import Glibc
import PolicyIndex
import Testing

/// What goes wrong around a library: no room, no permission, other programs at work.
@Suite("the library under bad conditions", .serialized)
struct LibraryRobustnessTests {
  private func text(_ number: Int, articles: Int = 12) -> String {
    var text = "云溪市第\(number)号公园管理办法\n（2020年1月1日云溪市人民政府令第\(number)号公布）\n"
    for article in 1...articles {
      text += "第\(article)条　市园林局应当在\(number + article)日内公布第\(article)批树木名录，不得收费。\n"
    }
    return text
  }

  private func folder(_ count: Int, articles: Int = 12) throws -> Scratch {
    let scratch = try Scratch()
    for number in 1...count {
      try scratch.write(
        text(number, articles: articles), to: "texts\(number % 2)/\(number).txt")
    }
    return scratch
  }

  @Test("no more room: said in Chinese with what to do, and what was there is there")
  func full() throws {
    let scratch = try folder(20, articles: 400)
    let added = try Program.run(
      ["add", "texts0/2.txt", "--library", "a.sqlite"], in: scratch.folder)
    #expect(added.status == 0)
    // The system refuses to let a file grow beyond some megabytes, as a full disk or a quota does.
    let script =
      "trap '' XFSZ; ulimit -f 3000; exec '\(Program.executable.path)' "
      + "add texts0 texts1 --library a.sqlite --quiet"
    let run = try Program.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", script], in: scratch.folder)
    #expect(run.status == 73)
    #expect(run.error.contains("资料库“a.sqlite”") && run.error.contains("磁盘"), "\(run.error)")
    let path = scratch.folder.appendingPathComponent("a.sqlite").path
    #expect(try Library(path: path, for: .creating).indexIsSound())
    let rest = try Program.run(
      ["add", "texts0", "texts1", "--library", "a.sqlite"], in: scratch.folder)
    #expect(rest.status == 0)
    #expect(try Library(path: path, for: .reading).counts().documents == 20)
  }

  @Test("a file that may only be read is searched, and not written, with a reason")
  func readOnly() throws {
    let scratch = try folder(2)
    _ = try Program.run(["add", "texts0", "--library", "a.sqlite"], in: scratch.folder)
    let before = try Data(contentsOf: scratch.folder.appendingPathComponent("a.sqlite"))
    let script = """
      chmod 444 a.sqlite; chmod 755 .; rm -f a.sqlite-*
      run() {
        if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups "$@"; else chmod 555 .; "$@"; fi
      }
      run '\(Program.executable.path)' list --library a.sqlite > /dev/null; echo "list $?"
      run '\(Program.executable.path)' add texts1 --library a.sqlite; echo "add $?"
      run '\(Program.executable.path)' remove 1 --library a.sqlite; echo "remove $?"
      chmod 755 .
      """
    let run = try Program.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", script], in: scratch.folder)
    #expect(run.lines == ["list 0", "add 73", "remove 73"])
    #expect(run.error.contains("只读") || run.error.contains("权限"), "\(run.error)")
    #expect(try Data(contentsOf: scratch.folder.appendingPathComponent("a.sqlite")) == before)
  }

  @Test("two processes add and others search at once; nothing is lost and nobody fails")
  func together() throws {
    let scratch = try folder(30)
    _ = try Program.run(["add", "texts0/2.txt", "--library", "a.sqlite"], in: scratch.folder)
    func start(_ arguments: [String]) throws -> Process {
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = arguments + ["--library", "a.sqlite"]
      process.currentDirectoryURL = scratch.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    let adding = try [
      start(["add", "texts0", "--batch", "2000"]), start(["add", "texts1", "--batch", "2000"]),
    ]
    var searching: [Process] = []
    for _ in 0..<4 { searching.append(try start(["search", "树木名录", "收费"])) }
    for process in adding + searching {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let path = scratch.folder.appendingPathComponent("a.sqlite").path
    let library = try Library(path: path, for: .reading)
    #expect(try library.counts().documents == 30)
    #expect(try library.indexIsSound())
  }
}
