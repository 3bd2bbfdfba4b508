internal import Foundation
internal import PolicyAnalysis
internal import PolicyIndex
internal import PolicyLexicons
internal import PolicyText

/// Puts many files into a library: analysed on all cores, written by one, in transactions of some
/// megabytes, so that whatever happens the library holds whole documents only.
final class Adding {
  /// What a worker made of a file.
  private enum Work: Sendable {
    case record(SourceRecord)
    case held(name: String)
    case failed(CommandFailure)
  }

  /// A transaction holds about so many bytes of text.
  private let batchSize: Int
  /// And it is written at least so often, in seconds.
  static let longestWait: TimeInterval = 5

  /// While a transaction is written, files of about so many bytes of text are analysed ahead of it.
  private static let ahead = 4 << 20

  private let library: Library
  private let analyzer: Analyzer
  private let preparer: SourcePreparer
  private let generator: String
  private let jobs: Int
  private var batch: [SourceRecord] = []
  private var batchBytes = 0
  private var lastWrite = Date()
  private var tellsAll = true
  private var report = AddReport()
  private var failure: CommandFailure?

  /// - Throws: ``CommandFailure`` if a word list is at fault.
  init(
    library: Library, words: Lexicons, analyzer: Analyzer, jobs: Int, batchSize: Int
  ) throws(CommandFailure) {
    self.batchSize = max(batchSize, 1)
    self.library = library
    self.analyzer = analyzer
    self.jobs = jobs
    generator = Self.generator(words)
    do {
      preparer = try SourcePreparer(lexicons: words)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
  }

  /// What the library notes as the maker of an analysis: the program and its words.
  static func generator(_ words: Lexicons) -> String { "\(Generator.name) \(words.digest)" }

  /// Adds all files of a list.
  ///
  /// - Throws: ``CommandFailure`` if the library cannot be written, or some files failed.
  func run(_ list: InputList, tellsAll: Bool) throws(CommandFailure) {
    self.tellsAll = tellsAll
    let progress = AddProgress(total: list.files.count)
    let pipeline = OrderedPipeline<InputFile, Work>(
      jobs: min(jobs, max(list.files.count, 1)), budget: Self.ahead, cost: \.size,
      work: { [library, analyzer, preparer] file in
        Self.work(on: file, library: library, analyzer: analyzer, preparer: preparer)
      },
      deliver: { [self] work in
        take(work, progress: progress, isBatch: list.isBatch)
        return failure == nil
      })
    var files = list.files.makeIterator()
    pipeline.run { files.next() }
    if failure == nil { write(progress) }
    progress.clear()
    if let failure { throw failure }
    try report.finish(path: library.path, isBatch: list.isBatch)
  }

  private static func work(
    on file: InputFile, library: Library, analyzer: Analyzer, preparer: SourcePreparer
  ) -> Work {
    do throws(CommandFailure) {
      let bytes = try file.read()
      if try CommandFailure.wrapping({ () throws(LibraryError) in try library.holds(bytes) }) {
        return .held(name: file.name)
      }
      let analysis: Analysis
      do {
        analysis = try analyzer.analyze(bytes, name: file.name)
      } catch {
        throw CommandFailure(error)
      }
      return .record(preparer.record(of: analysis, bytes: bytes, path: file.absolutePath))
    } catch {
      return .failed(error)
    }
  }

  private func take(_ work: Work, progress: AddProgress, isBatch: Bool) {
    switch work {
    case .failed(let error):
      progress.clear()
      report.failed(error, saysNow: isBatch)
      progress.step(bytes: 0)
    case .held(let name):
      report.held(name)
      progress.step(bytes: 0)
    case .record(let record):
      batch.append(record)
      batchBytes += record.size
      progress.step(bytes: record.size)
      if batchBytes >= batchSize || Date().timeIntervalSince(lastWrite) > Self.longestWait {
        write(progress)
      }
    }
  }

  /// Writes what has gathered.
  private func write(_ progress: AddProgress) {
    guard !batch.isEmpty else { return }
    do {
      let outcomes = try library.add(batch, generator: generator, today: .today)
      progress.clear()
      for outcome in outcomes { report.add(outcome, isShown: tellsAll) }
    } catch {
      failure = CommandFailure(error)
    }
    batch.removeAll(keepingCapacity: true)
    batchBytes = 0
    lastWrite = Date()
  }
}
