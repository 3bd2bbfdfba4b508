internal import Foundation

/// What one question took, in all its runs.
struct Measurement: Codable {
  /// What was asked.
  let question: String
  /// On how many cores.
  let cores: Int
  /// In how many files.
  let files: Int
  /// How many bytes of UTF-8.
  let utf8Bytes: Int
  /// The time by the clock of each run, in seconds.
  let seconds: [Double]
  /// The processor time of each run, of all cores together, in seconds: on a machine that others use
  /// as well it says more than the clock.
  let processorSeconds: [Double]
  /// The highest memory of the process in the runs, less what it had before, in bytes.
  let peakBytes: Int

  /// Millions of bytes of UTF-8 a second, in the median run.
  var megabytesPerSecond: Double {
    Double(utf8Bytes) / 1e6 / seconds.sorted()[seconds.count / 2]
  }

  /// The same by processor time, for one core.
  var megabytesPerProcessorSecond: Double {
    Double(utf8Bytes) / 1e6 / processorSeconds.sorted()[processorSeconds.count / 2]
  }

  /// The measurement on one line, for people.
  var line: String {
    let speed = String(
      format: "%8.1f MB/s (%.1f by processor time)", megabytesPerSecond,
      megabytesPerProcessorSecond)
    let memory = String(format: "%7.1f MB peak", Double(peakBytes) / 1e6)
    let ratio = files == 1 ? String(format: " (%.1f x)", Double(peakBytes) / Double(utf8Bytes)) : ""
    let title = question.padding(toLength: 12, withPad: " ", startingAt: 0)
    return
      "\(title) \(cores) core\(cores == 1 ? " " : "s") \(files) files \(speed) \(memory)\(ratio)"
  }
}

/// Runs a question over texts and measures it.
///
/// Each core takes its share of the files. The question returns a number that every run must give
/// again, so that no work is left out and a wrong result is seen.
func measure(
  _ question: String, over texts: Texts, cores: Int, runs: Int,
  work: @Sendable (Texts.File) throws -> Int
) throws -> Measurement {
  let shares = (0..<cores).map { texts.share(of: $0, among: cores) }
  let before = Usage.resetPeak()
  var seconds: [Double] = []
  var processorSeconds: [Double] = []
  var result: Int?
  for _ in 0..<runs {
    let results = Results(count: cores)
    let clock = ContinuousClock()
    let processorTime = Usage.processorSeconds()
    let time = clock.measure {
      DispatchQueue.concurrentPerform(iterations: cores) { core in
        results.set(core, Result { try shares[core].files.reduce(0) { try $0 &+ work($1) } })
      }
    }
    let sum = try results.sum()
    if let result, result != sum {
      throw BenchmarkError("\(question) gave \(sum) after \(result)")
    }
    result = sum
    seconds.append(
      Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    processorSeconds.append(Usage.processorSeconds() - processorTime)
  }
  return Measurement(
    question: question, cores: cores, files: texts.files.count, utf8Bytes: texts.utf8Count,
    seconds: seconds, processorSeconds: processorSeconds, peakBytes: max(0, Usage.peak() - before))
}

/// What each core found.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var results: [Result<Int, any Error>]

  init(count: Int) { results = Array(repeating: .success(0), count: count) }

  func set(_ core: Int, _ result: Result<Int, any Error>) {
    lock.withLock { results[core] = result }
  }

  func sum() throws -> Int {
    try lock.withLock { try results.reduce(0) { try $0 &+ $1.get() } }
  }
}

/// The memory and the processor time of this process, as Linux counts them.
enum Usage {
  /// The time that all its threads have run.
  static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Forgets the highest memory so far, and says how much there is now.
  static func resetPeak() -> Int {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
    return value(of: "VmRSS:")
  }

  /// The highest memory since.
  static func peak() -> Int { value(of: "VmHWM:") }

  private static func value(of key: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .ascii)) ?? ""
    for line in status.split(separator: "\n") where line.hasPrefix(key) {
      return (line.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0) * 1024
    }
    return 0
  }
}
