internal import Glibc
internal import PolicyReaders

/// One input as the user named it.
struct InputFile: Sendable {
  /// Where it is; `-` is standard input.
  let path: String
  /// What outputs call it: its name, or its path within the folder that was named.
  let name: String
  /// The file of an archive that it is, where the path is that of the archive.
  var member: (archive: DocumentArchive, member: DocumentArchive.Member)?

  /// An input at a path.
  init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// How many bytes it has, as far as that is known before it is read; a file of an archive is taken to be as
  /// large as a law mostly is.
  var size: Int {
    var status = stat()
    guard member == nil, path != "-", stat(path, &status) == 0 else { return 16 << 10 }
    return Int(status.st_size)
  }

  /// Where it is, from the root of the file system.
  var absolutePath: String {
    guard path != "-", let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved) + (member.map { "/" + $0.member.name } ?? "")
  }

  /// The input's bytes.
  ///
  /// - Throws: ``CommandFailure`` if there is no such file or it cannot be read.
  func read() throws(CommandFailure) -> [UInt8] {
    if let (archive, member) = member {
      if let bytes = archive.bytes(of: member) { return bytes }
      if member.isLink {
        throw CommandFailure(
          .noText, "压缩文件中的“\(name)”是一个链接，里面没有文字。请把它指向的文件放进压缩文件，再分析。")
      }
      throw CommandFailure(
        .noText, "压缩文件中的“\(name)”不能解压：已经损坏、加密，或者太大。请先解压缩，再分析。")
    }
    let descriptor: Int32
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw cannotOpen(errno) }
    }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    let known = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return try readAll(descriptor, expecting: known ? Int(status.st_size) : 0)
  }

  private func readAll(
    _ descriptor: Int32, expecting size: Int
  ) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than the file has, so that its end is seen without growing.
    var room = size > 0 ? size + 1 : 1 << 16
    while true {
      var received = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        repeat {
          received = Glibc.read(descriptor, buffer.baseAddress, room)
        } while received < 0 && errno == EINTR
        count = max(received, 0)
      }
      guard received >= 0 else {
        throw CommandFailure(
          .inputOutput, "读“\(path)”时出错：\(systemReason(errno))。请检查这个文件，再试一次。")
      }
      guard received > 0 else { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      // A file whose size is known has no more than that.
      if size > 0, received == size, bytes.count == size { return bytes }
      room = max(1 << 16, min(bytes.count, 1 << 26))
    }
  }

  private func cannotOpen(_ number: Int32) -> CommandFailure {
    switch number {
    case ENOENT, ENOTDIR:
      CommandFailure(.noInput, "没有找到“\(path)”。请检查路径和文件名。")
    default:
      CommandFailure(
        .inputOutput, "打不开“\(path)”：\(systemReason(number))。请检查这个文件的权限。")
    }
  }
}
