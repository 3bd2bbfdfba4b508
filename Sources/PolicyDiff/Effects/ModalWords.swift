internal import PolicyExtraction
internal import PolicyLexicons

/// The modal words that an edit may put in or take out by themselves: 可以, 应当, 不得.
struct ModalWords: Sendable {
  /// What a few words say of modality.
  struct Reading {
    /// The modality of the one modal word in them.
    var modality: Modality?
    /// That word.
    var word = ""
    /// The words without it.
    var rest: [Unicode.Scalar] = []
  }

  private let words: WordList
  private let modalities: [Modality]

  /// The words of the list that stand before a verb.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  init(_ lexicon: Lexicon) throws(LexiconError) {
    let all: [Modality] = try lexicon.values(of: "modality")
    let use = try lexicon.column("use")
    let rows = lexicon.rows.indices.filter {
      lexicon.rows[$0][use] == "modal" || lexicon.rows[$0][use] == "bare"
    }
    words = WordList(rows.map { lexicon.rows[$0][0] })
    modalities = rows.map { all[$0] }
  }

  /// Whether some words are one modal word.
  func isModal(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    return words.longest(in: scalars, from: 0, to: scalars.count)?.range.count == scalars.count
  }

  /// Where a modal word of two characters or more ends that begins a longer piece.
  func end(ofWordAt piece: Range<Int>, in text: [Unicode.Scalar]) -> Int? {
    guard piece.count > 2,
      let match = words.longest(in: text, from: piece.lowerBound, to: piece.upperBound),
      match.range.count > 1, match.range.count < piece.count
    else { return nil }
    return match.range.upperBound
  }

  /// What some words say: the first modal word in them, and what they are without it.
  func reading(_ scalars: ArraySlice<Unicode.Scalar>) -> Reading {
    let text = Array(scalars)
    var reading = Reading()
    var offset = 0
    while offset < text.count {
      if reading.modality == nil,
        let match = words.longest(in: text, from: offset, to: text.count)
      {
        reading.modality = modalities[match.row]
        var word = String.UnicodeScalarView()
        word.append(contentsOf: text[match.range])
        reading.word = String(word)
        offset = match.range.upperBound
      } else {
        if TextFeatures.isWord(text[offset]) { reading.rest.append(text[offset]) }
        offset += 1
      }
    }
    return reading
  }
}
