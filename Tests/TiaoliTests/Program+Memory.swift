import Foundation

extension Program {
  /// Runs the program to its end, and returns its exit status and its highest memory in bytes, as it stood at
  /// most five milliseconds before the end.
  ///
  /// The rusage of a child does not do: it begins with what the test run itself takes.
  static func measure(_ arguments: [String]) throws -> (status: Int32, peak: Int) {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, highWater(of: process.processIdentifier))
      usleep(5000)
    }
    process.waitUntilExit()
    return (process.terminationStatus, peak)
  }

  /// `VmHWM` of a process in bytes; 0 once it has ended.
  private static func highWater(of process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().compactMap({ Int($0) })
        .first
    else { return 0 }
    return kilobytes * 1024
  }
}
