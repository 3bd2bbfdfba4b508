import PolicyLexicons
import PolicyStructure

/// A stretch of text that deals out responsibility by its form: a line 责任单位：…, a bracket
/// （…负责）, a column of a table.
struct AssignmentStatement {
  /// How the words stand to the unit that they are about.
  enum Form {
    /// A line with a label: covers the numbered units above it.
    case line
    /// A bracket or a sentence: covers the unit that it stands in.
    case bracket
    /// A cell under a label: covers its table.
    case cell
  }

  struct StatedParty {
    var name: ParsedName
    var role: Party.Role
  }

  /// The index of the block in the document's blocks.
  let block: Int
  let form: Form
  var range: Range<Int>
  var parties: [StatedParty]
}

/// The lexicon of markers in the form that the rules of assignments read.
struct AssignmentRules: Sendable {
  enum MarkerForm: String, CaseIterable {
    /// What stands before a colon: 责任单位.
    case label
    /// What follows the parties: 牵头, 负责.
    case verb
    /// A note that the first party leads: 列第一位者为牵头单位.
    case first
    /// What joins a lead with others: 会同.
    case joint
  }

  /// For each row, its form.
  let forms: [MarkerForm]
  /// For each row, the part that its parties play.
  let roles: [Party.Role]

  init(lexicons: Lexicons) throws(LexiconError) {
    let markers = lexicons[.assignmentMarkers]
    forms = try markers.values(of: "form")
    let column = try markers.column("role")
    roles = markers.rows.map { Party.Role(rawValue: $0[column]) ?? .responsible }
  }
}
