internal import PolicyAnalysis
internal import PolicyText

/// Many files analysed at once, their results written in the order of their paths.
struct FileBatch {
  let analyzer: Analyzer
  let form: AnalysisJSON
  let jobs: Int
  /// The folder that gets a file for each input; `nil` for standard output.
  let folder: String?

  /// Analyses all files of a list.
  ///
  /// - Throws: ``CommandFailure``: of the only input, what is wrong with it; of several, that some
  ///   failed, each having been named on standard error.
  func run(_ list: InputList) throws(CommandFailure) {
    if let folder { try Output.makeFolder(folder) }
    var places = folder.map { OutputPlaces(folder: $0, files: list.files) }
    let tally = Tally(progress: Progress(total: list.files.count))
    let pipeline = OrderedPipeline<(Int, InputFile), (Int, Result<Outcome, CommandFailure>)>(
      jobs: min(jobs, max(list.files.count, 1)),
      work: { [self] (index, file) in
        do throws(CommandFailure) {
          return (index, .success(outcome(of: try analyzer.analyze(file))))
        } catch {
          return (index, .failure(error))
        }
      },
      deliver: { [form] (index, result) in
        do throws(CommandFailure) {
          let outcome = try result.get()
          if let place = try places?.place(of: index) {
            try Output.writeFile(to: place) { outcome.write(form, to: $0) }
          } else {
            try Output.write { outcome.write(form, to: $0) }
          }
          tally.succeeded()
        } catch {
          tally.failed(error, saysNow: list.isBatch)
          // Where results cannot be written, the rest would be lost as well.
          if error.status == .inputOutput && folder == nil && (try? result.get()) != nil {
            return false
          }
        }
        return true
      })
    var files = list.files.enumerated().makeIterator()
    pipeline.run { files.next().map { ($0.offset, $0.element) } }
    if let failure = tally.verdict(of: list) { throw failure }
  }
}

extension FileBatch {
  /// What a worker hands on to be written.
  private enum Outcome: Sendable {
    /// A finished text.
    case text([[UInt8]])
    /// A large analysis, whose text is made while it is written: it is many times the size of the file.
    case analysis(Analysis)

    func write(_ form: AnalysisJSON, to sink: ([UInt8]) -> Void) {
      switch self {
      case .text(let chunks): for chunk in chunks { sink(chunk) }
      case .analysis(let analysis): form.write(analysis, to: sink)
      }
    }
  }

  /// From so many scalars on a source is large.
  private static let largeSource = 500_000

  private func outcome(of analysis: Analysis) -> Outcome {
    analysis.source.text.scalars.count < Self.largeSource
      ? .text(form.chunks(of: analysis)) : .analysis(analysis)
  }
}

/// What became of the inputs so far.
final class Tally {
  private let progress: Progress
  private var failures: [CommandFailure] = []

  init(progress: Progress) {
    self.progress = progress
  }

  /// Does something with each input, one after the other; one that fails is told and passed over.
  func forEach(_ list: InputList, _ body: (InputFile) throws(CommandFailure) -> Void) {
    for file in list.files {
      do throws(CommandFailure) {
        try body(file)
        succeeded()
      } catch {
        failed(error, saysNow: list.isBatch)
      }
    }
  }

  func succeeded() { progress.step() }

  func failed(_ failure: CommandFailure, saysNow: Bool) {
    failures.append(failure)
    if saysNow {
      progress.clear()
      Output.complain(failure.message)
    }
    progress.step()
  }

  /// The failure that the command ends with, if there is one.
  func verdict(of list: InputList) -> CommandFailure? {
    guard let first = failures.first else { return nil }
    return list.isBatch ? CommandFailure(.some, "") : first
  }
}
