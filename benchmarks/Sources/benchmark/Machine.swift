internal import Foundation

/// What the numbers were measured on.
struct Machine: Codable {
  /// The processor, as it names itself.
  let processor: String
  /// How many cores it has for us.
  let cores: Int
  /// The memory, in bytes.
  let memory: UInt64
  /// The system.
  let system: String
  /// The compiler, and the commit of the sources; scripts/benchmark knows them.
  let toolchain: String
  let commit: String
  /// When, in UTC.
  let date: String

  /// This machine, now.
  init() {
    let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = information.split(separator: "\n").first { $0.hasPrefix("model name") }
    processor = line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) ?? "unknown"
    let process = ProcessInfo.processInfo
    cores = process.activeProcessorCount
    memory = process.physicalMemory
    system = process.operatingSystemVersionString
    toolchain = process.environment["BENCHMARK_TOOLCHAIN"] ?? "unknown"
    commit = process.environment["BENCHMARK_COMMIT"] ?? "unknown"
    date = Date().formatted(.iso8601)
  }
}
