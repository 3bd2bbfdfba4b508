import ArgumentParser

@main
struct Tiaoli: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiaoli", abstract: "条理：读中文政策法规文本，输出精确的结构。")
}
