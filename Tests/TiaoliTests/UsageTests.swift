import Testing

@Suite("wrong usage ends with 64 and says what is wrong in Chinese")
struct UsageTests {
  @Test(
    "each message, word for word",
    arguments: [
      (["analyze"], "缺少要分析的文件。请写出文件或文件夹的路径，或用“-”读标准输入。"),
      (["analyse", "a.txt"], "没有“analyse”这个命令。请看下面的用法。"),
      (["analyze", "a.txt", "--jobs"], "选项“--jobs <数>”后面缺少值。请补上。"),
      (["analyze", "a.txt", "--jobs", "很多"], "“很多”不能作“--jobs <数>”的值。请看 --help。"),
      (["analyze", "a.txt", "--jobs", "0"], "--jobs 要用 1 以上的整数。请改正。"),
      (["analyze", "a.txt", "--zzzzzzzzzzzz"], "没有“--zzzzzzzzzzzz”这个选项。请看下面的用法。"),
      (["analyze", "-", "-"], "标准输入“-”只能写一次。请去掉多余的“-”。"),
      (["analyze", "--jsonl", "a.txt"], "--jsonl 从标准输入读记录，不能再写路径。请去掉其中之一。"),
      (
        ["analyze", "--jsonl", "--pretty"],
        "--jsonl 每行一份结果，不能与 --output-dir、--pretty 同用。请去掉后者。"
      ),
      (["outline"], "缺少参数“<路径>”。请看下面的用法。"),
      (["outline", "a.txt", "b.txt"], "“b.txt”是多余的参数。请看下面的用法。"),
      (
        ["duties", "a.txt", "--format", "xlsx"], "xlsx 不能写到终端。请用 -o 写出文件名，如 -o 清单.xlsx。"
      ),
      (["duties", "a.txt", "--modality", "x"], "“x”不能作“--modality <类型>”的值。请看 --help。"),
    ])
  func message(arguments: [String], message: String) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 64)
    #expect(run.error.split(separator: "\n").first ?? "" == "tiaoli：\(message)")
    #expect(run.error.contains("用法：tiaoli"))
    #expect(run.output.isEmpty)
  }

  @Test(
    "help is Chinese and goes to standard output",
    arguments: [
      ["--help"], ["help", "analyze"], ["analyze", "--help"], ["outline", "--help"],
      ["duties", "--help"], ["check", "--help"], ["explain", "--help"], [], ["list", "--help"],
      ["search", "--help"], ["departments", "--help"], ["export", "--help"],
    ])
  func help(arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(run.text.contains("用法：tiaoli"))
    for word in ["USAGE", "OPTIONS", "ARGUMENTS", "Show ", "default:", "values:", "OVERVIEW"] {
      #expect(!run.text.contains(word), "\(word)")
    }
  }

  @Test("the version is one line")
  func version() throws {
    let run = try Program.run(["--version"])
    #expect(run.status == 0)
    #expect(run.text == "tiaoli 0.1.0\n")
  }
}
