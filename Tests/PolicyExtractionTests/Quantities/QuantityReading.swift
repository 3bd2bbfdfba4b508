import Foundation
import PolicyLexicons
import PolicyStructure
import PolicyTestSupport
import PolicyText
import Testing

@testable import PolicyExtraction

/// The quantities of a text, each in a few words, for tests: text in, text out.
struct QuantityReading {
  private let extractor: QuantityExtractor
  private let lexicons: Lexicons
  private let matcher: TermMatcher

  init() throws {
    lexicons = try Lexicons.embedded()
    extractor = try QuantityExtractor(lexicons: lexicons)
    matcher = TermMatcher(Lexicons([]))
  }

  /// The quantities, and the words that ranges in them stand for.
  func quantities(of text: String) -> (found: [Quantity], plain: PlainDocument) {
    let plain = PlainDocument(text)
    let context = ExtractionContext(
      reading: plain.reading, document: plain.document, lexicons: lexicons, matcher: matcher)
    return (extractor.extract(in: context), plain)
  }

  /// `733万元 money 7330000 CNY`: words, kind, value or both ends, unit, comparator.
  func summaries(of text: String) -> [String] {
    let (found, plain) = quantities(of: text)
    return found.map { quantity in
      var parts = [plain.reading.words(of: quantity.range), quantity.kind.rawValue]
      if let iso = quantity.iso {
        parts.append(iso)
      } else if let value = quantity.value {
        parts.append("\(value)")
      } else if let low = quantity.low, let high = quantity.high {
        let open = quantity.lowInclusive == true ? "[" : "("
        let close = quantity.highInclusive == true ? "]" : ")"
        parts.append("\(open)\(low), \(high)\(close)")
      }
      if quantity.iso == nil || quantity.kind == .frequency, let unit = quantity.unit {
        parts.append(([unit] + quantity.per).joined(separator: "/"))
      } else if !quantity.per.isEmpty {
        parts.append("/" + quantity.per.joined(separator: "/"))
      }
      if let comparator = quantity.comparator, comparator != .range {
        parts.append(comparator.rawValue)
      }
      return parts.joined(separator: " ")
    }
  }

  /// The roles of the quantities in order.
  func roles(of text: String) -> [Quantity.Role] { quantities(of: text).found.map(\.role) }
}

/// A text and the summaries of its quantities.
struct QuantityCase: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: [String]
  var testDescription: String { text }

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }
}
