import Foundation
import PolicyReaders

/// A folder of programs made for a test, which stand for those that readers run.
final class StubPrograms {
  let folder: URL

  /// A folder with shell scripts by their names.
  init(_ scripts: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaoli-stubs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, script) in scripts {
      let file = folder.appendingPathComponent(name)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Options with which only these programs are found.
  var options: ReadingOptions {
    var options = ReadingOptions()
    options.programFolders = [folder.path]
    options.limits.seconds = 20
    return options
  }

  /// Keeps bytes in the folder, for a script to give out, and gives their path.
  func keep(_ bytes: [UInt8], as name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
