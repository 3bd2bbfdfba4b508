internal import PolicyText

/// 检索词: what a reader types, understood: words that must all be there, phrases in quotes, AND, OR, NOT
/// and brackets.
///
/// 市场主体 登记 asks for both; “市场主体登记” for the characters side by side; 登记 NOT 婚姻 leaves out; a
/// minus sign before a word does the same. Marks inside words are read over.
package indirect enum TextQuery: Sendable, Equatable {
  /// Some words, side by side in the text.
  case term(Term)
  case and([TextQuery])
  case or([TextQuery])
  /// The first without the second.
  case not(TextQuery, TextQuery)

  /// Words as they are sought.
  package struct Term: Sendable, Hashable {
    /// The characters that are read (see ``PolicyTokenizer/read(_:)``).
    package let scalars: [Unicode.Scalar]
    /// Whether the reader put them in quotes: then they are not taken apart.
    package let isQuoted: Bool

    /// The words.
    package var words: String { String(String.UnicodeScalarView(scalars)) }
  }

  /// The terms that a hit may hold, in order, without those that it must not.
  package var terms: [Term] {
    switch self {
    case .term(let term): [term]
    case .and(let parts), .or(let parts): parts.flatMap(\.terms)
    case .not(let part, _): part.terms
    }
  }

  /// The question that some words ask; `nil` for none.
  ///
  /// - Throws: ``LibraryError/badQuery(_:)`` if a bracket or quote is not closed, or a word is missing.
  package init?(_ words: String) throws(LibraryError) {
    var parser = TextQueryParser(words)
    guard let query = try parser.parse() else { return nil }
    self = query
  }
}

/// Reads a question from left to right: OR binds loosest, then AND (or nothing), then NOT.
private struct TextQueryParser {
  private enum Token: Equatable {
    case words(String, isQuoted: Bool)
    case and, or, not, open, close
  }

  private var tokens: [Token] = []
  private var place = 0
  private var unclosed = false

  init(_ words: String) {
    var word = ""
    var quote: Character?
    func closing(_ character: Character) -> Character? {
      switch character {
      case "\"", "＂": character
      case "“": "”"
      case "「": "」"
      default: nil
      }
    }
    func flush(_ tokens: inout [Token]) {
      switch word {
      case "": break
      case "AND": tokens.append(.and)
      case "OR": tokens.append(.or)
      case "NOT": tokens.append(.not)
      case let word where word.count > 1 && (word.hasPrefix("-") || word.hasPrefix("－")):
        tokens.append(.not)
        tokens.append(.words(String(word.dropFirst()), isQuoted: false))
      default: tokens.append(.words(word, isQuoted: false))
      }
      word = ""
    }
    for character in words {
      if let open = quote {
        if character == open {
          tokens.append(.words(word, isQuoted: true))
          word = ""
          quote = nil
        } else {
          word.append(character)
        }
      } else if let end = closing(character) {
        flush(&tokens)
        quote = end
      } else if character == "(" || character == "（" {
        flush(&tokens)
        tokens.append(.open)
      } else if character == ")" || character == "）" {
        flush(&tokens)
        tokens.append(.close)
      } else if character.isWhitespace {
        flush(&tokens)
      } else {
        word.append(character)
      }
    }
    unclosed = quote != nil
    flush(&tokens)
  }

  mutating func parse() throws(LibraryError) -> TextQuery? {
    if unclosed { throw .badQuery("检索词中的引号没有成对。请补上后引号。") }
    guard !tokens.isEmpty else { return nil }
    let query = try alternatives()
    guard place == tokens.count else { throw .badQuery("检索词中多了一个右括号。请改正。") }
    return query
  }

  private var next: Token? { place < tokens.count ? tokens[place] : nil }

  private mutating func alternatives() throws(LibraryError) -> TextQuery? {
    var parts: [TextQuery] = []
    while true {
      if let part = try conjunction() { parts.append(part) }
      guard next == .or else { break }
      place += 1
      if next == nil { throw .badQuery("“OR”后面缺少检索词。请补上。") }
    }
    return parts.count > 1 ? .or(parts) : parts.first
  }

  private mutating func conjunction() throws(LibraryError) -> TextQuery? {
    var parts: [TextQuery] = []
    var excluded: [TextQuery] = []
    scan: while let token = next {
      switch token {
      case .or, .close: break scan
      case .and: place += 1
      case .not:
        place += 1
        guard let part = try operand() else { throw .badQuery("“NOT”后面缺少检索词。请补上。") }
        excluded.append(part)
      default: if let part = try operand() { parts.append(part) }
      }
    }
    guard !parts.isEmpty else {
      if !excluded.isEmpty { throw .badQuery("只有要排除的词，没有要找的词。请补上要找的词。") }
      return nil
    }
    let found: TextQuery = parts.count > 1 ? .and(parts) : parts[0]
    guard !excluded.isEmpty else { return found }
    return .not(found, excluded.count > 1 ? .or(excluded) : excluded[0])
  }

  private mutating func operand() throws(LibraryError) -> TextQuery? {
    guard let token = next else { return nil }
    place += 1
    switch token {
    case .words(let words, let isQuoted):
      let scalars = PolicyTokenizer.read(words)
      guard scalars.contains(where: { isHan($0) || isWordCharacter($0) }) else { return nil }
      return .term(TextQuery.Term(scalars: scalars, isQuoted: isQuoted))
    case .open:
      let inner = try alternatives()
      guard next == .close else { throw .badQuery("检索词中的括号没有成对。请补上右括号。") }
      place += 1
      return inner
    case .and, .or, .not, .close: return nil
    }
  }
}
