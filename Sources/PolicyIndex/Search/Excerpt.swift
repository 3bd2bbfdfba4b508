internal import PolicyText

/// Words of a source as they are shown: on one line, with those that were asked for marked.
struct Excerpt: Sendable {
  /// The words, without line breaks and the spaces around them.
  let scalars: [Unicode.Scalar]
  /// Where the words that were asked for stand, in order; none overlap.
  let marks: [Range<Int>]

  /// The words as a string.
  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Shows some words; `terms` are as ``PolicyTokenizer/read(_:)`` gives them.
  init(_ words: String, terms: [[Unicode.Scalar]]) {
    var kept: [Unicode.Scalar] = []
    var pending: [Unicode.Scalar] = []
    var breaksLine = false
    for scalar in words.unicodeScalars {
      if isLineBreak(scalar) {
        breaksLine = true
      } else if isSpace(folded(scalar)) {
        pending.append(scalar)
      } else {
        if !breaksLine && !kept.isEmpty { kept += pending }
        if breaksLine, let last = kept.last, isWordCharacter(last), isWordCharacter(scalar) {
          kept.append(" ")
        }
        pending.removeAll(keepingCapacity: true)
        breaksLine = false
        kept.append(scalar)
      }
    }
    scalars = kept
    marks = terms.isEmpty ? [] : Self.marks(of: terms, in: kept)
  }

  private static func marks(
    of terms: [[Unicode.Scalar]], in scalars: [Unicode.Scalar]
  ) -> [Range<Int>] {
    var read: [Unicode.Scalar] = []
    var places: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      var scalar = folded(scalar)
      if isSpace(scalar) { continue }
      if (0x41...0x5A).contains(scalar.value), let small = Unicode.Scalar(scalar.value + 0x20) {
        scalar = small
      }
      read.append(scalar)
      places.append(index)
    }
    var found: [Range<Int>] = []
    for term in terms {
      let term = term.filter { $0 != " " }
      guard let first = term.first, term.count <= read.count else { continue }
      var index = 0
      while index + term.count <= read.count {
        if read[index] == first, read[index..<index + term.count].elementsEqual(term) {
          found.append(places[index]..<places[index + term.count - 1] + 1)
          index += term.count
        } else {
          index += 1
        }
      }
    }
    return joined(found.sorted { $0.lowerBound < $1.lowerBound })
  }

  /// Marks that overlap or touch as one.
  private static func joined(_ marks: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for mark in marks {
      if let last = joined.last, mark.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, mark.upperBound)
      } else {
        joined.append(mark)
      }
    }
    return joined
  }
}
