import Foundation
import Testing

@Suite("real output keeps to schemas/analysis.schema.json")
struct SchemaTests {
  private static let corpus = Program.root.appendingPathComponent("corpus/texts")

  @Test("every text of the corpus, with a JSON Schema validator")
  func corpusIsValid() throws {
    let analyses = try Program.run(["analyze", Self.corpus.path])
    #expect(analyses.status == 0)
    let validation = try Program.run(
      Program.root.appendingPathComponent("scripts/validate"),
      ["schemas/analysis.schema.json"], input: analyses.output)
    if validation.status == 77 {
      print("跳过：没有装 python3-jsonschema，没有用校验器核对输出。scripts/test 会装上它。")
      return
    }
    #expect(validation.status == 0, "\(validation.error)")
  }

  @Test("the validator can fail")
  func validatorFails() throws {
    let validation = try Program.run(
      Program.root.appendingPathComponent("scripts/validate"),
      ["schemas/analysis.schema.json"], input: Data(#"{"schemaVersion":"2"}"#.utf8))
    #expect(validation.status != 0)
  }

  @Test("quoted words are the words at their span, layout left out")
  func quotedWords() throws {
    let analyses = try Program.run(["analyze", Self.corpus.path])
    for line in analyses.lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let source = try #require(object["source"] as? [String: Any])
      let scalars = Array(try #require(source["text"] as? String).unicodeScalars)
      let name = source["name"] as? String ?? "?"
      for document in object["documents"] as? [[String: Any]] ?? [] {
        for key in ["norms", "quantities", "assignments", "references", "entities"] {
          for thing in document[key] as? [[String: Any]] ?? [] {
            for quote in [thing] + (thing["mentions"] as? [[String: Any]] ?? [])
              + (thing["bearers"] as? [[String: Any]] ?? [])
              + (thing["parties"] as? [[String: Any]] ?? [])
              + [thing["marker"], thing["action"]].compactMap({ $0 as? [String: Any] })
            {
              guard let span = quote["span"] as? [Int], let text = quote["text"] as? String else {
                continue
              }
              #expect(
                isQuoted(Array(text.unicodeScalars), in: scalars[span[0]..<span[1]]),
                "\(name) \(key) \(span) \(text)")
            }
          }
        }
      }
    }
  }

  /// Whether words stand in a stretch in order, from its first scalar to its last.
  private func isQuoted(_ words: [Unicode.Scalar], in stretch: ArraySlice<Unicode.Scalar>) -> Bool {
    guard words.first == stretch.first, words.last == stretch.last else { return false }
    var rest = words[...]
    for scalar in stretch where scalar == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
