internal import Glibc

/// 进度: how far a long work has come, on a terminal's standard error and nowhere else.
final class Progress {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var lastShown = -1

  /// Of some things; one alone is not worth a line.
  init(total: Int) {
    self.total = total
    isShown = total > 1 && isatty(STDERR_FILENO) == 1
  }

  /// One more is done.
  func step() {
    done += 1
    guard isShown else { return }
    let percent = done * 100 / total
    guard percent != lastShown else { return }
    lastShown = percent
    Output.show("\r\u{1B}[K已分析 \(done)/\(total)（\(percent)%）")
    if done == total { clear() }
  }

  /// Takes the line away, before something else is said.
  func clear() {
    if isShown { Output.show("\r\u{1B}[K") }
  }
}
