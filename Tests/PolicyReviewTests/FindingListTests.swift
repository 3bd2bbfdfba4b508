import Foundation
import PolicyStructure
import Testing

/// The list of findings that users read.
@Suite struct FindingListTests {
  @Test("docs/findings.md names each code with its severity", arguments: FindingCode.allCases)
  func listed(code: FindingCode) throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/findings.md")
    let list = try String(contentsOf: file, encoding: .utf8)
    #expect(list.contains("\n| `\(code.rawValue)` | \(code.severity.rawValue) |"))
  }
}
