internal import Foundation
internal import PolicyIndex
internal import PolicyText

/// Many questions to one library that stays open: a line of words in, a line of JSON out.
struct QueryStream {
  let library: Library
  let request: SearchRequest
  let day: CalendarDay
  let finder: DepartmentFinder?

  private struct Answer: Encodable {
    let query: String
    let total: Int
    let milliseconds: Double
    let hits: [String]
    let error: String?
  }

  /// Answers the questions of a file, in order.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read.
  func run(_ path: String) throws(CommandFailure) {
    let bytes = try InputFile(path: path, name: path).read()
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for line in lines where !line.allSatisfy(\.isWhitespace) {
      guard let data = try? encoder.encode(answer(String(line))) else { continue }
      try Output.write(Array(data) + [0x0A])
    }
  }

  private func answer(_ words: String) -> Answer {
    var request = request
    request.words = words
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let answer = try library.search(request, on: day, finder: finder)
      let time = (clock.now - start).components
      let milliseconds = Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
      return Answer(
        query: words, total: answer.total, milliseconds: (milliseconds * 1000).rounded() / 1000,
        hits: answer.hits.map { "#\($0.document.id) \($0.citation)" }, error: nil)
    } catch {
      return Answer(query: words, total: 0, milliseconds: 0, hits: [], error: error.description)
    }
  }
}
