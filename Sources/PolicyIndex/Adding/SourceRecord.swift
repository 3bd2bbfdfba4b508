internal import PolicyText

/// A source as it goes into the library: all rows, ready to be written.
///
/// Made from an analysis on any thread; the one writer only numbers and writes it.
package struct SourceRecord: Sendable {
  /// What the user calls it.
  let name: String
  /// Where it was read.
  let path: String
  /// SHA-256 of the file.
  let digest: [UInt8]
  let encoding: String
  /// How many scalars the text has.
  let length: Int
  /// The text, packed, and how long its UTF-8 is.
  let text: [UInt8]
  let textSize: Int
  /// The file where it is more than that text, packed.
  let bytes: [UInt8]?
  let bytesSize: Int?
  let documents: [DocumentRecord]

  /// How many bytes of text there are: what a batch is measured by.
  package var size: Int { textSize }
}

/// A document with the rows that belong to it; indices count within it.
struct DocumentRecord: Sendable {
  var facts: DocumentFacts
  var nodes: [NodeRow] = []
  var provisions: [ProvisionRow] = []
  var subjects: [SubjectRow] = []
  var entities: [EntityRow] = []
  var norms: [NormRow] = []
  var quantities: [QuantityRow] = []
  var assignments: [AssignmentRow] = []
  var references: [ReferenceRow] = []
  var effects: [EffectRow] = []
  var definitions: [DefinitionRow] = []
  var findings: [FindingRow] = []
  var indicators: [IndicatorRow] = []
}

struct NodeRow: Sendable {
  let level: Int
  let depth: Int
  let parent: Int?
  let name: String
  let citation: String?
  let span: TextSpan
  let heading: TextSpan?
}

struct ProvisionRow: Sendable {
  let node: Int
  let span: TextSpan
  /// The stretch of the source, for the full-text index.
  let words: String
}

struct SubjectRow: Sendable, Hashable {
  let name: String
  let kind: Int
  let function: String?
  let level: Int
  let place: String?
  let generic: Bool
}

struct EntityRow: Sendable {
  let subject: Int
  let mentions: Int
  let first: TextSpan
}

struct IndicatorRow: Sendable {
  let code: String?
  let name: String
  let level: Int
  let parent: Int?
  let weight: String?
  let target: String?
  let node: Int?
  let span: TextSpan?
}

struct NormRow: Sendable {
  let provision: Int
  let node: Int
  let modality: Int
  let span: TextSpan
  let marker: TextSpan?
  let action: TextSpan?
  let rule: String
  let conditions: [TextSpan]
  let exceptions: [TextSpan]
  let items: [Int]
  let quantities: [Int]
  let references: [Int]
  let bearers: [BearerRow]
  /// The indicators that it bears on, by their places, with scores.
  let indicators: [(place: Int, score: Double)]
}

struct BearerRow: Sendable {
  let subject: Int
  let role: Int
  let origin: Int
  let span: TextSpan
}

struct QuantityRow: Sendable {
  let node: Int
  let kind: Int
  let role: Int
  let comparator: Int?
  let value: Double?
  let low: Double?
  let high: Double?
  /// Bit 0: the lower end belongs to the range; bit 1: the upper end does.
  let inclusive: Int?
  let unit: String?
  let per: String?
  let iso: String?
  let span: TextSpan
  let measures: String?
}

struct AssignmentRow: Sendable {
  let node: Int
  let span: TextSpan
  let parties: [(subject: Int, role: Int)]
  let scope: [Int]
}

struct ReferenceRow: Sendable {
  struct Target: Sendable {
    let node: Int?
    let titleKey: String?
    let numberKey: String?
    let citation: String?
  }

  let node: Int
  let status: Int
  let span: TextSpan
  let targets: [Target]
}

struct EffectRow: Sendable {
  let kind: DocumentEffect.Kind
  let titleKey: String?
  let numberKey: String?
  let node: Int
  let span: TextSpan
}

struct DefinitionRow: Sendable {
  let node: Int
  let kind: Int
  let span: TextSpan
  let term: String
}

struct FindingRow: Sendable {
  let code: String
  let node: Int?
  let span: TextSpan
  let message: String
}
