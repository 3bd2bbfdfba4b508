internal import ArgumentParser
internal import Foundation
internal import PolicyAnalysis
internal import PolicyIndex

/// `tiaoli reindex`: analyses anew what an older program or other words analysed.
struct Reindex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "用现在的程序和词表重新分析资料库中过时的文件；编号不变，可以随时中断。")

  @OptionGroup
  var library: LibraryOptions

  @Flag(help: "全部重新分析，不论是否过时。")
  var all = false

  @Option(help: ArgumentHelp("同时分析几份文件（默认：处理器核心数）。", valueName: "数"))
  var jobs: Int?

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs 要用 1 以上的整数。请改正。") }
  }

  func run() throws {
    let library = try library.open(for: .writing)
    let words = try lexicons.words()
    let analyzer = try lexicons.analyzer(words)
    let preparer: SourcePreparer
    do {
      preparer = try SourcePreparer(lexicons: words)
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
    let generator = Adding.generator(words)
    let sources = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.renewIndex()
      return try all ? library.sources() : library.outdatedSources(for: generator)
    }
    let writer = SourceRewriter(library: library, generator: generator, total: sources.count)
    let pipeline = OrderedPipeline<Int, SourceRewriter.Work>(
      jobs: min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, max(sources.count, 1)),
      work: { id in
        do {
          guard let kept = try library.keptSource(id) else { return .gone }
          let analysis = try analyzer.analyze(kept.bytes, name: kept.name)
          return .record(id, preparer.record(of: analysis, bytes: kept.bytes, path: kept.path))
        } catch {
          return .failed("#\(id)：\(error)")
        }
      },
      deliver: { writer.take($0) })
    var rest = sources.makeIterator()
    pipeline.run { rest.next() }
    try writer.finish()
  }
}

/// Writes sources anew, some megabytes at a time.
final class SourceRewriter {
  /// What a worker made of a source.
  enum Work: Sendable {
    case record(Int, SourceRecord)
    case gone
    case failed(String)
  }

  private let library: Library
  private let generator: String
  private let progress: AddProgress
  private var batch: [(id: Int, record: SourceRecord)] = []
  private var bytes = 0
  private var lastWrite = Date()
  private var done = 0
  private var failures = 0
  private var failure: CommandFailure?

  init(library: Library, generator: String, total: Int) {
    self.library = library
    self.generator = generator
    progress = AddProgress(total: total)
  }

  /// Takes a result; `false` stops the work.
  func take(_ work: Work) -> Bool {
    switch work {
    case .gone: progress.step(bytes: 0)
    case .failed(let message):
      failures += 1
      progress.clear()
      Output.complain(message)
    case .record(let id, let record):
      batch.append((id, record))
      bytes += record.size
      progress.step(bytes: record.size)
      if bytes >= 2 << 20 || Date().timeIntervalSince(lastWrite) > Adding.longestWait { write() }
    }
    return failure == nil
  }

  private func write() {
    guard !batch.isEmpty else { return }
    do {
      try library.rewrite(batch, generator: generator, today: .today)
      done += batch.count
    } catch {
      failure = CommandFailure(error)
    }
    batch.removeAll()
    bytes = 0
    lastWrite = Date()
  }

  /// Writes what is left, and says how much was done.
  ///
  /// - Throws: ``CommandFailure`` if the library cannot be written, or some sources failed.
  func finish() throws(CommandFailure) {
    if failure == nil { write() }
    progress.clear()
    if let failure { throw failure }
    try Output.write("已重新分析\(done)份" + (failures > 0 ? "，失败\(failures)份" : "") + "。\n")
    if failures > 0 { throw CommandFailure(.some, "") }
  }
}
