internal import Foundation
internal import Glibc
internal import PolicyReaders

/// The files that the paths of a command line stand for.
struct InputList {
  /// The inputs, folders opened, in the order in which they are worked on.
  let files: [InputFile]
  /// Whether each output goes on a line of its own: several inputs, or a folder.
  let isBatch: Bool

  /// The files that some paths stand for: a folder stands for the texts in it, at any depth, in the
  /// order of their paths.
  ///
  /// - Throws: ``CommandFailure`` if a folder holds no text.
  init(_ paths: [String]) throws(CommandFailure) {
    var files: [InputFile] = []
    var isBatch = paths.count > 1
    for path in paths {
      if path != "-", Self.isFolder(path) {
        let found = Self.texts(in: path)
        guard !found.isEmpty else {
          if Self.endings.contains(Self.ending(of: path)) {
            throw CommandFailure(
              .noText, "“\(path)”是文件夹，不是文件，里面也没有可以分析的文本。请检查路径，写出文件本身的位置。")
          }
          throw CommandFailure(
            .noInput, "文件夹“\(path)”中没有可以分析的文本。请放入文本、Word、PDF、OFD 或网页文件，或者直接写出文件的路径。")
        }
        for file in found {
          if let members = Self.members(of: file), !members.isEmpty {
            files += members
          } else {
            files.append(file)
          }
        }
        isBatch = true
      } else {
        let file = InputFile(path: path, name: path == "-" ? "-" : Self.lastPart(of: path))
        guard let members = Self.members(of: file) else {
          files.append(file)
          continue
        }
        guard !members.isEmpty else {
          throw CommandFailure(
            .noInput, "压缩文件“\(path)”中没有可以分析的文件。请放入文本、Word、PDF、OFD 或网页文件。")
        }
        files += members
        isBatch = true
      }
    }
    self.files = files
    self.isBatch = isBatch
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func texts(in folder: String) -> [InputFile] {
    var root = folder
    while root.count > 1 && root.hasSuffix("/") { root.removeLast() }
    let names = FileManager.default.enumerator(atPath: root)
    var found: [String] = []
    while let name = names?.nextObject() as? String {
      let last = lastPart(of: name)
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      // What Word and WPS leave beside a file that is open.
      guard !last.hasPrefix("~$"), !last.hasPrefix(".~") else { continue }
      guard isRead(ending(of: last)), !isFolder(root + "/" + name) else { continue }
      found.append(name)
    }
    // By bytes, so that the order is the same on every machine.
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { InputFile(path: root + "/" + $0, name: $0) }
  }

  /// Whether files of an ending are read when a folder is given.
  private static func isRead(_ ending: String) -> Bool {
    ending == archiveEnding || endings.contains(ending)
  }

  /// The ending of a path, in small letters and without its dot.
  private static func ending(of path: String) -> String {
    let last = lastPart(of: path)
    return last.lastIndex(of: ".").map { last[$0...].dropFirst().lowercased() } ?? ""
  }

  private static let endings = Set(FileReader().mediaTypes.keys)
  private static let archiveEnding = "zip"

  /// The documents of a ZIP file, each an input of its own; `nil` if a file is none.
  ///
  /// An archive within an archive stands among them, so that it is named as not read.
  private static func members(of file: InputFile) -> [InputFile]? {
    guard file.path != "-", looksLikeArchive(file), let bytes = try? file.read(),
      let archive = DocumentArchive(bytes)
    else { return nil }
    return archive.members.filter { member in
      let last = lastPart(of: member.name)
      return !last.hasPrefix(".") && !last.hasPrefix("~$") && isRead(ending(of: last))
    }.map { member in
      var input = InputFile(path: file.path, name: "\(file.name)/\(member.name)")
      input.member = (archive, member)
      return input
    }
  }

  /// Whether a file begins as a ZIP file does and is not called as a document of such a format.
  private static func looksLikeArchive(_ file: InputFile) -> Bool {
    let ending = ending(of: file.name)
    guard ending == archiveEnding || !endings.contains(ending),
      let handle = fopen(file.path, "rb")
    else { return false }
    defer { fclose(handle) }
    return fgetc(handle) == 0x50 && fgetc(handle) == 0x4B && fgetc(handle) == 3
  }
}
