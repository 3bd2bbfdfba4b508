import PolicyLexicons
import PolicyText

/// 名称用词: the small words that the rules of names ask about, by the part that they play.
struct NameWords: Sendable {
  enum Role: String, CaseIterable {
    case connective, several, task, national, `self`, whole, short, house, kind, branch, adjective,
      collective, rest, government, party, outside, board, addressee, college, field
  }

  private struct Row {
    let word: [Unicode.Scalar]
    let value: [String]
  }

  private let rows: [Role: [Row]]
  private let lists: [Role: WordList]
  /// Asked at every place where a name ends, so that it is at hand.
  let connectives: WordList

  init(_ lexicon: Lexicon) throws(LexiconError) {
    let roles = try lexicon.values(of: "role", as: Role.self)
    let value = try lexicon.column("value")
    var rows: [Role: [Row]] = [:]
    for (row, role) in zip(lexicon.rows, roles) {
      let values = row[value] == "-" ? [] : row[value].split(separator: "+").map(String.init)
      rows[role, default: []].append(Row(word: row[0].unicodeScalars.map { $0 }, value: values))
    }
    self.rows = rows
    lists = rows.mapValues { WordList($0.map { String(String.UnicodeScalarView($0.word)) }) }
    connectives = lists[.connective] ?? WordList([])
  }

  /// The words of a part.
  func list(_ role: Role) -> WordList { lists[role] ?? WordList([]) }

  /// Whether a name begins with a word of a part.
  func begins(_ name: String, with role: Role) -> Bool {
    rows[role, default: []].contains { name.unicodeScalars.starts(with: $0.word) }
  }

  /// Whether a name ends in a word of a part.
  func ends(_ name: String, in role: Role) -> Bool {
    rows[role, default: []].contains {
      name.unicodeScalars.reversed().starts(with: $0.word.reversed())
    }
  }

  /// Whether a name holds a word of a part.
  func holds(_ name: String, _ role: Role) -> Bool {
    let scalars = Array(name.unicodeScalars)
    let words = list(role)
    return scalars.indices.contains {
      words.longest(in: scalars, from: $0, to: scalars.count) != nil
    }
  }

  /// All endings that the words of a part stand for.
  func endings(of role: Role) -> [String] { rows[role, default: []].flatMap(\.value) }

  /// The endings that a word stands for: 中心 for 心, 大学 and 学院 for 学校.
  func endings(for word: String, as role: Role) -> [String] {
    rows[role, default: []].first { $0.word.elementsEqual(word.unicodeScalars) }?.value ?? []
  }
}
