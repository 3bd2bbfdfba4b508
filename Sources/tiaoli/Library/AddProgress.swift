internal import Foundation
internal import Glibc

/// How far adding has come: files, megabytes a second, and how long it will still take; on a terminal's
/// standard error and nowhere else.
final class AddProgress {
  private let total: Int
  private let isShown: Bool
  private let start = Date()
  private var done = 0
  private var bytes = 0
  private var lastShown = Date.distantPast

  init(total: Int) {
    self.total = total
    isShown = total > 1 && isatty(STDERR_FILENO) == 1
  }

  /// One more file is done.
  func step(bytes size: Int) {
    done += 1
    bytes += size
    let now = Date()
    guard isShown, now.timeIntervalSince(lastShown) > 0.2 else { return }
    lastShown = now
    let passed = max(now.timeIntervalSince(start), 0.001)
    let rate = Double(bytes) / passed / 1e6
    let left = Int((passed / Double(done) * Double(total - done)).rounded(.up))
    Output.show(
      "\r\u{1B}[K已处理 \(done)/\(total)　\(String(format: "%.1f", rate)) MB/秒　约剩\(Self.duration(left))"
    )
  }

  /// Takes the line away, before something else is said.
  func clear() {
    if isShown { Output.show("\r\u{1B}[K") }
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds)秒" : "\(seconds / 60)分\(seconds % 60)秒"
  }
}
