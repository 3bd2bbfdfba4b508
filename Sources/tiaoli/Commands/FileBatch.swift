internal import PolicyAnalysis

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
    let pipeline = OrderedPipeline<(Int, InputFile), (Int, Result<[[UInt8]], CommandFailure>)>(
      jobs: min(jobs, max(list.files.count, 1)),
      work: { [analyzer, form] (index, file) in
        do throws(CommandFailure) {
          return (index, .success(form.chunks(of: try analyzer.analyze(file))))
        } catch {
          return (index, .failure(error))
        }
      },
      deliver: { (index, result) in
        do throws(CommandFailure) {
          let chunks = try result.get()
          if let place = try places?.place(of: index) {
            try Output.writeFile(chunks, to: place)
          } else {
            for chunk in chunks { try Output.write(chunk) }
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
