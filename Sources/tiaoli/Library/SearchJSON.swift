internal import PolicyIndex

/// The answer to a search as JSON.
enum SearchJSON {
  private struct Answer: Encodable {
    let notice: String?
    let total: Int
    let isMore: Bool
    let closeness: String
    let departments: [Department]
    let documents: [Document]
    let hits: [Hit]
  }

  private struct Department: Encodable {
    let name: String
    let reason: String
  }

  private struct Document: Encodable {
    let id: Int
    let title: String
    let documentNumber: String?
    let authorityLevel: String?
    let effectiveDate: String?
    let status: String
    let statusGround: String

    init(_ document: HitDocument) {
      id = document.id
      title = document.title
      documentNumber = document.number
      authorityLevel = document.authorityLevel
      effectiveDate = document.inForce?.description
      status = document.validity.state.rawValue
      statusGround = document.validity.ground
    }
  }

  private struct Hit: Encodable {
    let document: Document
    let citation: String
    let node: String
    let text: String
    /// `[start, end)` in Unicode scalars of `text`.
    let marks: [[Int]]
    /// Whether the words stand in it, but not side by side.
    let isLoose: Bool
    let duties: [Duty]

    init(_ hit: SearchHit) {
      document = Document(hit.document)
      citation = hit.citation
      node = hit.node
      text = hit.text
      marks = hit.marks.map { [$0.lowerBound, $0.upperBound] }
      isLoose = hit.isLoose
      duties = hit.duties.map(Duty.init)
    }
  }

  private struct Bearer: Encodable {
    let name: String
    let role: String
  }

  private struct Duty: Encodable {
    let id: String
    let citation: String
    let text: String
    let modality: String
    let bearers: [Bearer]
    let action: String
    let conditions: [String]
    let exceptions: [String]
    let terms: [String]
    let amounts: [String]
    let indicators: [String]
    let reason: String?

    init(_ duty: LibraryDuty) {
      id = duty.id
      citation = duty.citation
      text = duty.text
      modality = duty.modality
      bearers = duty.bearers.map { Bearer(name: $0.name, role: $0.role) }
      action = duty.action
      conditions = duty.conditions
      exceptions = duty.exceptions
      terms = duty.terms
      amounts = duty.amounts
      indicators = duty.indicators
      reason = duty.reason
    }
  }

  /// An answer as UTF-8.
  static func bytes(_ answer: SearchAnswer) -> [UInt8] {
    LibraryJSON.encoded(
      Answer(
        notice: answer.notice, total: answer.total, isMore: answer.isMore,
        closeness: answer.closeness.rawValue,
        departments: answer.subjects.map { Department(name: $0.name, reason: $0.reason) },
        documents: answer.documents.map(Document.init), hits: answer.hits.map(Hit.init)))
  }
}
