internal import ArgumentParser
internal import Glibc
internal import PolicyIndex

/// `tiaoli backup`: a copy of the library as it stands at one moment.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "备份资料库；别的程序正在写入时也可以。")

  @Argument(help: ArgumentHelp("备份文件。", valueName: "文件"))
  var file: String

  @OptionGroup
  var library: LibraryOptions

  func run() throws {
    let library = try library.open(for: .reading)
    try Output.replaceFile(file) { (temporary) throws(CommandFailure) in
      do throws(LibraryError) {
        try library.backup(to: temporary)
      } catch {
        throw Output.cannotWrite(file, error == .full(path: temporary) ? ENOSPC : EIO)
      }
    }
    try Output.write("已备份到“\(file)”。\n")
  }
}
