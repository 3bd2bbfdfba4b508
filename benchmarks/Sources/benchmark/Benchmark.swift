internal import Foundation

/// Times the stages of an analysis over the texts of a folder.
///
/// benchmark [--texts FOLDER] [--megabytes N] [--runs N] [--output FILE] [QUESTION…]
@main
enum Benchmark {
  static func main() {
    do {
      try run(Settings(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ settings: Settings) throws {
    let texts = try Texts(folder: settings.folder, size: settings.megabytes * 1_000_000)
    let joined = try Texts(folder: settings.folder, size: 5_000_000).joined
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var measurements: [Measurement] = []
    for question in settings.questions {
      let work = try question.work()
      for (texts, cores) in [(texts, 1), (texts, cores), (joined, 1)] {
        let measurement = try measure(
          question.rawValue, over: texts, cores: cores, runs: settings.runs, work: work)
        print(measurement.line)
        measurements.append(measurement)
      }
    }
    guard let output = settings.output else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let report = Report(machine: Machine(), measurements: measurements)
    try encoder.encode(report).write(to: URL(fileURLWithPath: output))
  }
}

/// What is kept of a run.
private struct Report: Codable {
  let machine: Machine
  let measurements: [Measurement]
}

/// What the arguments say.
private struct Settings {
  var folder = "corpus"
  var megabytes = 32
  var runs = 5
  var output: String?
  var questions: [Question] = []

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--texts": folder = try Self.value(of: argument, from: &rest)
      case "--megabytes": megabytes = try Self.number(of: argument, from: &rest)
      case "--runs": runs = try Self.number(of: argument, from: &rest)
      case "--output": output = try Self.value(of: argument, from: &rest)
      default:
        guard let question = Question(rawValue: argument) else {
          throw BenchmarkError("\(argument) is no question and no option")
        }
        questions.append(question)
      }
    }
    if questions.isEmpty { questions = Question.allCases }
  }

  private static func value(of option: String, from rest: inout ArraySlice<String>) throws -> String
  {
    guard let value = rest.popFirst() else { throw BenchmarkError("\(option) needs a value") }
    return value
  }

  private static func number(of option: String, from rest: inout ArraySlice<String>) throws -> Int {
    guard let number = Int(try value(of: option, from: &rest)), number > 0 else {
      throw BenchmarkError("\(option) needs a number from 1")
    }
    return number
  }
}
