internal import ArgumentParser
internal import Glibc

/// A reason for which a command stops, for a person: file, what is wrong, what to do about it.
struct CommandFailure: Error, Equatable {
  /// The statuses that the program ends with.
  enum Status: Int32 {
    /// Findings of severity error, or some of several inputs failed.
    case some = 1
    /// Wrong usage.
    case usage = 64
    /// Input that is no text.
    case noText = 65
    /// No such input.
    case noInput = 66
    /// A needed helper program is missing.
    case unavailable = 69
    /// An output that cannot be made.
    case cannotCreate = 73
    /// An error while reading or writing.
    case inputOutput = 74
  }

  /// What the program ends with.
  let status: Status
  /// What is said on standard error; empty where everything is said already.
  let message: String

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }
}

/// What the system says of an error number, in Chinese where it is a common one.
func systemReason(_ number: Int32) -> String {
  switch number {
  case ENOENT: "没有这个文件或文件夹"
  case EACCES, EPERM: "没有权限"
  case EISDIR: "是一个文件夹"
  case ENOTDIR: "路径中有一段不是文件夹"
  case ENOSPC: "磁盘已满"
  case EROFS: "磁盘是只读的"
  case ENAMETOOLONG: "名称太长"
  case ELOOP: "符号链接成环"
  case EMFILE, ENFILE: "打开的文件太多"
  case EIO: "磁盘读写出错"
  default: String(cString: strerror(number))
  }
}
