internal import ArgumentParser
internal import PolicyIndex

/// The form in which a search or register is given.
struct RegisterOptions: ParsableArguments {
  /// The kinds of registers.
  enum Kind: String, ExpressibleByArgument {
    case duties, tasks
  }

  @Option(
    help: ArgumentHelp("table（默认）、json、csv、xlsx 或 html；不写时看 -o 的文件名。", valueName: "格式"))
  var format: Search.Format?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写入文件。", valueName: "文件"))
  var file: String?

  @Option(
    help: ArgumentHelp("清单的种类：duties（合规义务清单，默认）或 tasks（任务分解表）。", valueName: "种类"))
  var register: Kind = .duties

  @Option(
    help: ArgumentHelp("从这份编辑过的清单（xlsx 或 csv）中，带入人工填写的各栏。", valueName: "文件"))
  var merge: String?

  /// The format asked for, or the one that the output's ending names.
  var chosenFormat: Search.Format {
    if let format { return format }
    let ending = file?.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return Search.Format(rawValue: ending) ?? (ending == "htm" ? .html : .table)
  }

  /// Complains of options that do not go together.
  func check() throws {
    if chosenFormat == .xlsx && file == nil {
      throw ValidationError("xlsx 不能写到终端。请用 -o 写出文件名，如 -o 清单.xlsx。")
    }
    if merge != nil && ![.csv, .xlsx, .html].contains(chosenFormat) {
      throw ValidationError("--merge 只用于 csv、xlsx、html 清单。请加 -o 清单.xlsx。")
    }
  }

  /// What writes in that form.
  var writer: RegisterWriter {
    RegisterWriter(format: chosenFormat, file: file, register: register, merge: merge)
  }
}
