internal import Foundation
internal import Glibc
internal import PolicyAnalysis
internal import PolicyText

/// Records on standard input, an analysis of each on standard output, line by line.
struct RecordStream {
  let analyzer: Analyzer
  let form: AnalysisJSON
  let jobs: Int

  /// Analyses records until there are no more.
  ///
  /// - Throws: ``CommandFailure`` if standard input or output fails, or some records did.
  func run() throws(CommandFailure) {
    let outcome = Outcome()
    let pipeline = OrderedPipeline<(Int, [UInt8]), (bytes: [UInt8], failed: Bool)>(
      jobs: jobs,
      work: { [self] (number, line) in result(of: line, number: number) },
      deliver: { result in
        if result.failed { outcome.someFailed = true }
        do throws(CommandFailure) {
          try Output.write(result.bytes)
          return true
        } catch {
          outcome.failure = error
          return false
        }
      })
    let lines = LineReader(descriptor: STDIN_FILENO)
    var number = 0
    pipeline.run {
      while let line = lines.next() {
        number += 1
        if line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) {
          return (number, line)
        }
      }
      return nil
    }
    if let failure = outcome.failure { throw failure }
    if let number = lines.errorNumber {
      throw CommandFailure(
        .inputOutput, "读标准输入时出错：\(systemReason(number))。请检查输入，再试一次。")
    }
    if outcome.someFailed { throw CommandFailure(.some, "") }
  }

  /// What a delivering thread has seen; read after all is delivered.
  private final class Outcome {
    var someFailed = false
    var failure: CommandFailure?
  }

  private struct Record: Decodable {
    var name: String?
    var text: String
  }

  private struct Name: Decodable {
    var name: String?
  }

  private func result(of line: [UInt8], number: Int) -> (bytes: [UInt8], failed: Bool) {
    let data = Data(line)
    let decoder = JSONDecoder()
    let fallback = "-:\(number)"
    if let record = try? decoder.decode(Record.self, from: data) {
      let name = record.name ?? fallback
      do throws(SourceError) {
        let source = try DecodedSource(record.text, name: name)
        return (form.bytes(of: analyzer.analyze(source)), false)
      } catch {
        return failure(name: name, code: error.code, message: "第\(number)行：\(error.message)")
      }
    }
    let advice = "请按 {\"name\": …, \"text\": …} 写这一行。"
    guard let name = try? decoder.decode(Name.self, from: data).name else {
      return failure(
        name: fallback, code: "record.json",
        message: "第\(number)行不是带有“name”和“text”的 JSON 对象。\(advice)")
    }
    return failure(
      name: name, code: "record.text", message: "第\(number)行（\(name)）没有字符串“text”。\(advice)")
  }

  private func failure(
    name: String, code: String, message: String
  ) -> (bytes: [UInt8], failed: Bool) {
    Output.complain(message)
    return (AnalysisJSON.failure(name: name, code: code, message: message), true)
  }
}

/// Lines of a file descriptor, without their line breaks.
final class LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Why reading stopped early, if it did.
  private(set) var errorNumber: Int32?

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next line, or `nil` at the end.
  func next() -> [UInt8]? {
    var sought = start
    while true {
      if let end = buffer[sought...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      guard !isAtEnd else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      buffer.removeSubrange(..<start)
      start = 0
      sought = buffer.count
      fill()
    }
  }

  private func fill() {
    let room = 1 << 16
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      var received = 0
      repeat {
        received = read(descriptor, target.baseAddress, room)
      } while received < 0 && errno == EINTR
      if received < 0 { errorNumber = errno }
      count = max(received, 0)
    }
    if chunk.isEmpty { isAtEnd = true }
    buffer += chunk
  }
}
