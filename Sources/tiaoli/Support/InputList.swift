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
          throw CommandFailure(
            .noInput, "文件夹“\(path)”中没有可以分析的文本。请放入文本、Word、PDF、OFD 或网页文件，或者直接写出文件的路径。")
        }
        files += found
        isBatch = true
      } else {
        files.append(InputFile(path: path, name: path == "-" ? "-" : Self.lastPart(of: path)))
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
      guard let dot = last.lastIndex(of: "."), isRead(last[dot...].dropFirst().lowercased()),
        !isFolder(root + "/" + name)
      else { continue }
      found.append(name)
    }
    // By bytes, so that the order is the same on every machine.
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { InputFile(path: root + "/" + $0, name: $0) }
  }

  /// Whether files of an ending are read when a folder is given.
  private static func isRead(_ ending: String) -> Bool {
    FileReader().mediaTypes.keys.contains(ending)
  }
}
