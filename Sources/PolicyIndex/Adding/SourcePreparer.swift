internal import Foundation
package import PolicyAnalysis
package import PolicyLexicons
internal import PolicyText

/// Brings analyses into the form that a library keeps.
///
/// One preparer serves all threads.
package final class SourcePreparer: Sendable {
  private let places: PlaceReader

  /// A preparer with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  package init(lexicons: Lexicons) throws(LexiconError) {
    places = try PlaceReader(lexicons: lexicons)
  }

  /// The rows of a source.
  ///
  /// `bytes` are the file as it was read, `path` is where: the same place again is the same file,
  /// changed.
  package func record(of analysis: Analysis, bytes: [UInt8], path: String) -> SourceRecord {
    let scalars = analysis.source.text.scalars
    let text = Array(String(scalars, in: scalars.indices).utf8)
    let keepsBytes = text != bytes
    var documents = analysis.documents.map { document in
      var facts = DocumentFacts(document, in: analysis.reading)
      facts.region =
        facts.issuers.lazy.compactMap(places.place).first ?? facts.title.flatMap(places.place)
      facts.titleNamesMaker =
        facts.title.map { title in
          ["中华人民共和国", "中国", "国务院", "最高人民", "全国"].contains { title.hasPrefix($0) }
            || places.place(of: title) != nil
        } ?? false
      var builder = RecordBuilder(document, of: analysis, facts: facts, places: places)
      return builder.build()
    }
    for index in documents.indices {
      let issuing = documents[index].facts.issuedBy.flatMap {
        $0 < index ? documents[$0].facts : nil
      }
      documents[index].facts.settleInForce(issuing: issuing)
      if let issuing { documents[index].facts.complete(from: issuing) }
    }
    return SourceRecord(
      name: analysis.source.text.name, path: path, digest: Self.digest(analysis.source.sha256),
      encoding: analysis.source.encoding.rawValue, length: scalars.count,
      text: Deflate.packed(text), textSize: text.count,
      bytes: keepsBytes ? Deflate.packed(bytes) : nil, bytesSize: keepsBytes ? bytes.count : nil,
      documents: documents)
  }

  /// The digest of a file as bytes, from its hexadecimal digits.
  static func digest(_ digits: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits.utf8 {
      let value = digit < 0x3A ? digit - 0x30 : digit - 0x57
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}

extension DocumentFacts {
  /// Takes what a rule does not say of itself from the notice or order that issues it.
  mutating func complete(from issuing: DocumentFacts) {
    if number == nil {
      number = issuing.number
      numberKey = issuing.numberKey
    }
    if issuers.isEmpty { issuers = issuing.issuers }
    if region == nil { region = issuing.region }
  }
}
