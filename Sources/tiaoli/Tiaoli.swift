internal import ArgumentParser
internal import Glibc
internal import PolicyAnalysis

/// The program: reads a command line, runs a command, ends with a status.
@main
struct Tiaoli: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiaoli",
    abstract: "条理：读中文法规和政策文本，输出精确到字的结构与内容。",
    discussion: """
      例：
        tiaoli analyze 办法.txt --pretty      一份文件的全部分析结果（JSON）
        tiaoli analyze 文件夹 > 结果.jsonl    每份文件一行
        tiaoli outline 办法.txt               章、条、款、项一览
        tiaoli duties 通知.txt --department 教育部门 --format xlsx -o 清单.xlsx
      """,
    version: Generator.name,
    subcommands: [
      Analyze.self, Outline.self, Duties.self, Compare.self, Amend.self, Indicators.self,
      Check.self, Explain.self, Add.self, List.self, Show.self, Search.self, Departments.self,
      Remove.self, Reindex.self, Export.self, Backup.self,
    ])

  static func main() {
    // A reader that goes away shows as an error of the write, which Output answers.
    signal(SIGPIPE, SIG_IGN)
    // libarchive converts the time of every part of a package, and without this the C library asks the
    // system each time whether the local time zone is still the same.
    setenv("TZ", ":/etc/localtime", 0)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      if !failure.message.isEmpty { Output.complain(failure.message) }
      Glibc.exit(failure.status.rawValue)
    } catch {
      let status = exitCode(for: error)
      if status == .success {
        // Help and version arrive here too.
        try? Output.write(ParserWording.help(fullMessage(for: error)) + "\n")
        Glibc.exit(0)
      }
      let usage = ParserWording.usage(in: fullMessage(for: error))
      let complaint = ParserWording.complaint(
        message(for: error), isAboutCommand: usage.hasPrefix("用法：tiaoli <命令>"))
      Output.complain(complaint + "\n" + usage)
      Glibc.exit(CommandFailure.Status.usage.rawValue)
    }
  }
}
