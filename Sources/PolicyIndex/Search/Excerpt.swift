internal import PolicyText

/// Words of a source as they are shown: on one line, with those that were asked for marked.
struct Excerpt: Sendable {
  /// The words, without line breaks and the spaces around them.
  let scalars: [Unicode.Scalar]
  /// Where the words that were asked for stand, in order; none overlap.
  let marks: [Range<Int>]
  /// Where in them paragraphs and items begin.
  let breaks: [Int]

  /// The words as a string.
  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Shows some words; `terms` are as ``PolicyTokenizer/read(_:)`` gives them, `units` is where in the words
  /// paragraphs and items begin, in order.
  init(_ words: String, terms: [[Unicode.Scalar]], units: [Int] = []) {
    var units = units[...]
    var breaks: [Int] = []
    var index = 0
    var kept: [Unicode.Scalar] = []
    var pending: [Unicode.Scalar] = []
    var breaksLine = false
    for scalar in words.unicodeScalars {
      while let unit = units.first, unit <= index {
        // The first paragraph of an article stands beside its number.
        if breaks.last != kept.count, kept.count > 16 || kept.contains(where: Self.ends) {
          breaks.append(kept.count)
        }
        units.removeFirst()
      }
      index += 1
      if isLineBreak(scalar) {
        breaksLine = true
      } else if isSpace(folded(scalar)) {
        pending.append(scalar)
      } else {
        if !breaksLine && !kept.isEmpty && breaks.last != kept.count { kept += pending }
        if breaksLine, let last = kept.last, isWordCharacter(last), isWordCharacter(scalar) {
          kept.append(" ")
        }
        pending.removeAll(keepingCapacity: true)
        breaksLine = false
        kept.append(scalar)
      }
    }
    scalars = kept
    self.breaks = breaks
    marks = terms.isEmpty ? [] : Self.marks(of: terms, in: kept)
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "：" || scalar == "；"
  }

  /// The same words with a stretch of them marked: one that follows others.
  func marking(_ words: String, after before: String) -> Excerpt {
    let asked = Excerpt(words, terms: []).scalars
    guard let first = asked.first else { return self }
    var start = min(Excerpt(before, terms: []).scalars.count, scalars.count)
    while start + asked.count <= scalars.count {
      if scalars[start] == first, scalars[start..<start + asked.count].elementsEqual(asked) {
        return Excerpt(
          scalars: scalars, marks: [start..<start + asked.count], breaks: breaks)
      }
      start += 1
    }
    return self
  }

  private init(scalars: [Unicode.Scalar], marks: [Range<Int>], breaks: [Int]) {
    self.scalars = scalars
    self.marks = marks
    self.breaks = breaks
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
    // What is no word is marked where nothing else is.
    var crossed: [Range<Int>] = []
    for term in terms {
      let term = term.filter { $0 != " " }
      guard let first = term.first, term.count <= read.count else { continue }
      let isModal = term.elementsEqual(modal)
      var index = 0
      while index + term.count <= read.count {
        if read[index] == first, read[index..<index + term.count].elementsEqual(term) {
          let mark = places[index]..<places[index + term.count - 1] + 1
          if isModal, ModalBoundary.isCrossed(read, at: index) {
            crossed.append(mark)
          } else {
            found.append(mark)
          }
          index += term.count
        } else {
          index += 1
        }
      }
    }
    if found.isEmpty { found = crossed }
    return joined(found.sorted { $0.lowerBound < $1.lowerBound })
  }

  private static let modal: [Unicode.Scalar] = ["应", "当"]

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
