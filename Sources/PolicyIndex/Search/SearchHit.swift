/// What a search found: a provision, with the duties in it that are asked for.
package struct SearchHit: Sendable {
  /// The document that it is of.
  package let document: HitDocument
  /// How it is cited: 第五条.
  package let citation: String
  /// The id of its unit: `art_5`.
  package let node: String
  /// Its words, without line breaks, and where those that were asked for stand in them (in scalars).
  package let text: String
  package let marks: [Range<Int>]
  /// Where in its words paragraphs and items begin (款, 项).
  package let breaks: [Int]
  /// Whether it has the words, but not side by side as they were typed.
  package let isLoose: Bool
  /// The duties in it that are asked for.
  package let duties: [LibraryDuty]
}

/// A document as hits name it.
package struct HitDocument: Sendable {
  package let id: Int
  package let title: String
  package let number: String?
  package let authorityLevel: String?
  package let inForce: CalendarDay?
  package let validity: Validity
}

/// 义务: a norm of the library as a row of a register.
package struct LibraryDuty: Sendable {
  /// One on whom it falls.
  package struct Bearer: Sendable, Equatable {
    package let name: String
    /// `bearer`, `lead`, `participant`, `responsible`, `supervisor`, `authority`.
    package let role: String
    package let subject: Int
  }

  /// Its number in the library: #12/n3.
  package let id: String
  /// The document, and the unit that it is cited by.
  package let document: HitDocument
  package let citation: String
  package let node: String
  /// The words of the norm, and where the words that were asked for stand in them.
  package let text: String
  package let marks: [Range<Int>]
  /// `obligation`, `prohibition` and so on, and 应当, 不得 ….
  package let modality: String
  package let modalityName: String
  package let bearers: [Bearer]
  package let action: String
  package let conditions: [String]
  package let exceptions: [String]
  /// 时限、频次 and the other numbers, as written.
  package let terms: [String]
  package let amounts: [String]
  /// 指标: those of the same document that it bears on, the surest first.
  package let indicators: [String]
  /// 罚则: the sanctions of the same document that cite the unit, with their citations.
  package internal(set) var sanctions: [String]
  /// Why an organ that was asked for is meant.
  package let reason: String?
}

/// The answer to a question.
package struct SearchAnswer: Sendable {
  /// How closely the hits answer.
  package enum Closeness: String, Sendable {
    /// All words, as they were typed.
    case exact
    /// All words, but those typed together stand apart.
    case apart
    /// Only some of the words.
    case some
  }

  /// What a reader must know of how the question was taken: 库中没有名为《甲法》的文件….
  package let notice: String?
  /// The documents whose title or number was asked for.
  package let documents: [HitDocument]
  /// The provisions, best first.
  package let hits: [SearchHit]
  /// How many there are, and whether counting stopped there.
  package let total: Int
  package let isMore: Bool
  package let closeness: Closeness
  /// The organs that a department was taken for, with reasons.
  package let subjects: [(name: String, reason: String)]
  /// How many documents were left out because a later version replaced them.
  package let oldVersions: Int
  /// How many documents were left out because they are no longer in force.
  package let repealed: Int
  /// How many documents were left out because nobody knows when they are in force.
  package let undated: Int
}
