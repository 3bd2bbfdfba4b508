internal import CProcess
internal import Foundation

/// 辅助程序: another program that reads a format, run on its own with limits on time and memory and
/// without a network.
struct HelperProgram {
  /// Why a run gave nothing.
  enum Fault: Error {
    /// It took too long, too much memory, or wrote too much.
    case limit
    /// It ended with a status other than 0.
    case failed(Int32)
  }

  /// Where it is.
  let path: String

  /// The first of some programs that is on this machine; `nil` if none is.
  ///
  /// Only the folders of the options or of `PATH` are looked into, never the folder that the user is
  /// in.
  init?(_ names: String..., options: ReadingOptions) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let folders = (options.programFolders ?? path.split(separator: ":").map(String.init))
      .filter { $0.hasPrefix("/") }
    for name in names {
      for folder in folders {
        let path = "\(folder)/\(name)"
        if access(path, X_OK) == 0 {
          self.path = path
          return
        }
      }
    }
    return nil
  }

  /// Runs the program in a folder; gives what it writes to standard output.
  ///
  /// - Throws: ``Fault`` if it fails or passes a limit.
  func run(
    _ arguments: [String], in folder: ScratchFolder, limits: ReadingLimits,
    seconds: Int? = nil, memory: Int? = nil
  ) throws(Fault) -> [UInt8] {
    // Nothing of the user's environment, and a home where it finds no settings.
    let environment = [
      "PATH=/usr/bin:/bin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "LANG=C.UTF-8",
      "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1",
    ]
    let result = Self.withCStrings([path] + arguments) { arguments in
      Self.withCStrings(environment) { environment in
        cprocess_run(
          path, arguments, environment, folder.path,
          cprocess_limits(
            seconds: Double(seconds ?? limits.seconds),
            memory: UInt64(memory ?? limits.memory), output: limits.unpackedBytes))
      }
    }
    defer { cprocess_free(result) }
    switch result.outcome {
    case CPROCESS_ENDED where result.status == 0:
      return result.output.map { Array(UnsafeBufferPointer(start: $0, count: result.count)) } ?? []
    case CPROCESS_ENDED: throw .failed(result.status)
    case CPROCESS_NOT_STARTED: throw .failed(127)
    default: throw .limit
    }
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a list ends with nil") }
      return body(base)
    }
  }
}
