/// What can be wrong with a library: its file and cause, and the next step, in Chinese.
package enum LibraryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file is something else.
  case notALibrary(path: String)
  /// A newer program made it.
  case tooNew(path: String)
  /// An older program made it, and it may not be brought to the form of this one.
  case tooOld(path: String)
  /// The disk has no room left, or a write failed.
  case full(path: String)
  /// It may only be read.
  case readOnly(path: String)
  /// It cannot be opened: permissions, or no such folder.
  case cannotOpen(path: String, reason: String)
  /// Another process kept it locked for too long.
  case busy(path: String)
  /// SQLite finds it damaged.
  case damaged(path: String, reason: String)
  /// Anything else that SQLite says.
  case failed(path: String, reason: String)
  /// A question that is not understood; with what is wrong about it.
  case badQuery(String)

  /// The message for a person.
  package var description: String {
    switch self {
    case .missing(let path):
      "没有找到资料库“\(path)”。请检查路径，或先用 tiaoli add 建立资料库。"
    case .notALibrary(let path):
      "“\(path)”不是条理的资料库。请换一个文件，或用 --library 写明资料库的路径。"
    case .tooNew(let path):
      "资料库“\(path)”由更新版本的条理建立。请升级条理后再打开。"
    case .tooOld(let path):
      "资料库“\(path)”由旧版本的条理建立，要先升级一次，但它是只读的。请用有写权限的账户运行 tiaoli reindex。"
    case .full(let path):
      "写资料库“\(path)”时磁盘（或配额）已满；已经加入的文件完好。请腾出空间后再运行一次，会从没有加入的文件接着做。"
    case .readOnly(let path):
      "资料库“\(path)”是只读的，没有作任何改动。请检查文件和文件夹的权限。"
    case .cannotOpen(let path, let reason):
      "打不开资料库“\(path)”：\(reason)。请检查路径和权限。"
    case .busy(let path):
      "资料库“\(path)”正被另一个程序占用，等了很久仍未空出。请稍后再试。"
    case .damaged(let path, let reason):
      "资料库“\(path)”已损坏（\(reason)）。请用备份恢复，或重新建立。"
    case .failed(let path, let reason):
      "资料库“\(path)”出错：\(reason)。请再试一次；如仍出错，请用备份恢复。"
    case .badQuery(let reason):
      reason
    }
  }
}
