import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What a run gave.
  struct Run {
    let status: Int32
    let output: Data
    let error: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n") }

    /// The output as a JSON object.
    func object() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:]
    }
  }

  /// The folder of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program lies beside the bundle of tests.
  static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("tiaoli")
  }

  /// Runs the program with arguments, in a folder, with some bytes on standard input.
  static func run(
    _ arguments: [String], in folder: URL = root, input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Run {
    try run(executable, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs any program.
  static func run(
    _ executable: URL, _ arguments: [String], in folder: URL = root, input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Run {
    // Files instead of pipes: a full pipe that nobody empties would stop the program.
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (inputFile, outputFile, errorFile) = (
      try scratch.write(input, to: "input"), try scratch.write(Data(), to: "output"),
      try scratch.write(Data(), to: "error")
    )
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try Data(contentsOf: outputFile),
      error: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}

/// A folder for one test, removed after it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaoli-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ bytes: Data, to name: String) throws -> URL {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file
  }

  /// Writes a text file.
  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    try write(Data(text.utf8), to: name)
  }

  /// The paths of all files in the folder, in order.
  var files: [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)
    return (names?.allObjects as? [String] ?? []).filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(name).path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }.sorted()
  }
}
