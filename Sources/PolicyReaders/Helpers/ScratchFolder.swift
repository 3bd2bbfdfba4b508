internal import Foundation
internal import PolicyText

/// A folder of its own for the runs of other programs on one file, which nobody else can read; it is
/// removed after them.
final class ScratchFolder {
  /// Where it is.
  let path: String

  private init(path: String) { self.path = path }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes a folder for the reading of a file.
  ///
  /// - Throws: ``SourceError`` if there is no place for one.
  static func make(for name: String) throws(SourceError) -> ScratchFolder {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/tiaoli-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw noPlace(for: name) }
    return ScratchFolder(
      path: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Writes a file into the folder and gives its path.
  ///
  /// - Throws: ``SourceError`` if it cannot be written.
  func write(
    _ bytes: [UInt8], to file: String, for name: String
  ) throws(SourceError) -> String {
    let place = "\(path)/\(file)"
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: place).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: place))
    } catch {
      throw Self.noPlace(for: name)
    }
    return place
  }

  /// The bytes of a file in the folder, if it is there.
  func read(_ file: String, limit: Int) -> [UInt8]? {
    let place = "\(path)/\(file)"
    let size = try? FileManager.default.attributesOfItem(atPath: place)[.size] as? Int
    guard let size, size <= limit else { return nil }
    return FileManager.default.contents(atPath: place).map(Array.init)
  }

  /// What the last program said on standard error.
  var complaints: String {
    read(Self.complaintFile, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The file that standard error goes to.
  static let complaintFile = "stderr"

  private static func noPlace(for name: String) -> SourceError {
    .broken(name: name, format: "", fault: "临时文件夹不能写入，请检查磁盘空间和 TMPDIR")
  }
}
