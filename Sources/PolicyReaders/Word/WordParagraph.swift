/// A paragraph of a Word document while it is being read.
struct WordParagraph {
  var words: [Unicode.Scalar] = []
  var style: String?
  var numbering = WordStyles.Numbering()
  /// Whether its end is taken away by a change, so that the next paragraph goes on with it.
  var isEndless = false
  /// The page that its first words stand on.
  var page: Int?

  /// Writes a raised number in small digits, so that 10⁴ is not read as 104, nor the mark of a note as
  /// part of a number.
  mutating func raiseNumber(from start: Int) {
    let small = words[start...].map(WordSymbols.superscript)
    if !small.contains(nil) { words.replaceSubrange(start..., with: small.compactMap(\.self)) }
  }

  /// Makes tabs into what they are to the eye: in a table of contents the last one leads to the page
  /// number; one alone, and those at the edges, are a gap.
  mutating func settleTabs(inContents: Bool) {
    guard let first = words.firstIndex(where: { $0 != "\t" }),
      let last = words.lastIndex(where: { $0 != "\t" }), words.contains("\t")
    else {
      if words.contains("\t") { words = [] }
      return
    }
    let inner = (first...last).filter { words[$0] == "\t" }
    if inContents, let leader = inner.last {
      for place in inner.dropLast() { words[place] = "　" }
      words.replaceSubrange(leader...leader, with: ["…", "…"])
    } else if inner.count == 1 {
      words[inner[0]] = "　"
    }
    for place in words.indices {
      guard place < first || place > last else { continue }
      if words[place] == "\t" { words[place] = "　" }
    }
  }
}
