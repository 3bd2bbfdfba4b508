internal import Glibc

/// Where a command writes what it has to say.
enum Output {
  /// Writes bytes to standard output.
  ///
  /// Ends the program quietly where the reader has gone (`tiaoli … | head`).
  ///
  /// - Throws: ``CommandFailure`` if they cannot be written.
  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    guard let number = writeAll(bytes, to: STDOUT_FILENO) else { return }
    if number == EPIPE { exit(0) }
    throw CommandFailure(
      .inputOutput, "写标准输出时出错：\(systemReason(number))。请检查输出所在的磁盘。")
  }

  /// Writes the pieces that `make` gives away to standard output; none after one that fails.
  ///
  /// - Throws: ``CommandFailure`` if they cannot be written.
  static func write(_ make: (_ sink: ([UInt8]) -> Void) -> Void) throws(CommandFailure) {
    var failed: CommandFailure?
    make { chunk in
      guard failed == nil else { return }
      do throws(CommandFailure) { try write(chunk) } catch { failed = error }
    }
    if let failed { throw failed }
  }

  /// Writes a text to standard output.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written.
  static func write(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8))
  }

  /// Writes bytes to a file, or to standard output where none is named.
  ///
  /// - Throws: ``CommandFailure`` if they cannot be written.
  static func write(_ bytes: [UInt8], to path: String?) throws(CommandFailure) {
    if let path { try writeFile([bytes], to: path) } else { try write(bytes) }
  }

  /// Writes a message to standard error, on a line of its own.
  static func complain(_ message: String) {
    _ = writeAll(Array("tiaoli：\(message)\n".utf8), to: STDERR_FILENO)
  }

  /// Does something whose own messages are not for people; only where one thread runs.
  static func withoutStandardError<Value>(_ body: () -> Value) -> Value {
    let kept = dup(STDERR_FILENO)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard kept >= 0, nowhere >= 0 else { return body() }
    dup2(nowhere, STDERR_FILENO)
    defer {
      dup2(kept, STDERR_FILENO)
      close(kept)
      close(nowhere)
    }
    return body()
  }

  /// Writes to standard error what is soon written over.
  static func show(_ text: String) {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes a file: beside its place first, then renamed, so that nothing half-written is ever seen.
  ///
  /// - Throws: ``CommandFailure`` if the file cannot be made.
  static func writeFile(_ chunks: [[UInt8]], to path: String) throws(CommandFailure) {
    try writeFile(to: path) { sink in
      for chunk in chunks { sink(chunk) }
    }
  }

  /// Writes a file from the pieces that `make` gives away, as ``writeFile(_:to:)`` does.
  ///
  /// - Throws: ``CommandFailure`` if the file cannot be made.
  static func writeFile(
    to path: String, make: (_ sink: ([UInt8]) -> Void) -> Void
  ) throws(CommandFailure) {
    let temporary = temporaryPath(path)
    let descriptor = try create(temporary, for: path)
    var failed: Int32?
    make { chunk in
      if failed == nil { failed = writeAll(chunk, to: descriptor) }
    }
    if close(descriptor) != 0, failed == nil { failed = errno }
    if let failed {
      unlink(temporary)
      throw cannotWrite(path, failed)
    }
    try move(temporary, to: path)
  }

  /// Lets `make` write a file beside a place, and moves it there.
  ///
  /// - Throws: ``CommandFailure`` if the file cannot be made; what was begun is removed.
  static func replaceFile(
    _ path: String, make: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let temporary = temporaryPath(path)
    // Made here first: libraries that make files have messages of their own, in English.
    close(try create(temporary, for: path))
    do {
      try make(temporary)
    } catch {
      unlink(temporary)
      throw error
    }
    try move(temporary, to: path)
  }

  private static func temporaryPath(_ path: String) -> String { "\(path).\(getpid()).tmp" }

  private static func create(
    _ temporary: String, for path: String
  ) throws(CommandFailure) -> Int32 {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw cannotWrite(path, errno) }
    return descriptor
  }

  private static func move(_ temporary: String, to path: String) throws(CommandFailure) {
    guard rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw cannotWrite(path, number)
    }
  }

  /// Makes a folder and those above it, where they are missing.
  ///
  /// - Throws: ``CommandFailure`` if one cannot be made.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw cannotWrite(path, errno) }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure(.cannotCreate, "不能把结果写到“\(path)”：它不是文件夹。请换一个文件夹。")
    }
  }

  /// The failure of an output that cannot be written.
  static func cannotWrite(_ path: String, _ number: Int32) -> CommandFailure {
    CommandFailure(
      .cannotCreate, "不能写“\(path)”：\(systemReason(number))。请检查路径、权限和磁盘空间。")
  }

  /// Writes all bytes; gives the error number if that fails.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(written)
      }
      return nil
    }
  }
}
