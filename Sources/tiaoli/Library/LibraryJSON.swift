internal import Foundation
internal import PolicyIndex

/// What the library gives as JSON: keys in English, in order, the same bytes for the same answer.
enum LibraryJSON {
  private struct Document: Encodable {
    let id: Int
    let work: Int
    let versions: Int
    let title: String
    let type: String?
    let authorityLevel: String?
    let documentNumber: String?
    let issuers: [String]
    let region: String?
    let versionDate: String?
    let effectiveDate: String?
    let status: String
    let statusGround: String
    let articles: Int
    let norms: Int
    let source: String
    let copyOf: Int?
    let doubt: String?

    init(_ document: DocumentSummary) {
      id = document.id
      work = document.work
      versions = document.versions
      title = document.title
      type = document.type
      authorityLevel = document.authorityLevel
      documentNumber = document.number
      issuers = document.issuers
      region = document.region
      versionDate = document.versionDay?.description
      effectiveDate = document.inForce?.description
      status = document.validity.state.rawValue
      statusGround = document.validity.ground
      articles = document.articles
      norms = document.norms
      source = document.source
      copyOf = document.copyOf
      doubt = document.doubt
    }
  }

  /// The documents of a list.
  static func documents(_ documents: [DocumentSummary]) -> [UInt8] {
    encoded(documents.map(Document.init))
  }

  /// A value as indented JSON with sorted keys.
  static func encoded(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("what the library answers can be written as JSON")
    }
    return Array(data) + [0x0A]
  }
}
