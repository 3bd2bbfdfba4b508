import PolicyLexicons

/// A name as the rules read it: its parts, by rows of the lexicons, not spelled out yet.
struct ParsedName {
  /// The words of place and rank before the organ.
  struct Prefix {
    var range: Range<Int>
    /// The row of the last region in it, and where the region's words end; -1 for none.
    var region = -1
    /// The words of the regions, or of a place known by form.
    var placeRange: Range<Int>
    /// The last rank's form; `nil` for none.
    var form: EntityVocabulary.RankForm?
    var level: Entity.Level?
    /// Whether several ranks are joined: 省、自治区、直辖市.
    var isJoined = false
    /// Whether the last part is a region or the issuer's own rank, so that 委 may follow.
    var endsDefinite = false

    init(at start: Int) {
      range = start..<start
      placeRange = start..<start
    }
  }

  /// What the name is built on.
  enum Core {
    /// A row of `organs`.
    case organ(Int)
    /// Rows of `functions` and `department_heads`; a function of -1 is known by form only.
    case department(function: Int, head: Int)
    /// A name by form.
    case form
    /// A row of `categories`.
    case category(Int)
    /// The issuer itself: 我校.
    case issuer
    /// A post alone.
    case post
    /// A party of an assignment that no rule knows.
    case party
  }

  var range: Range<Int>
  var prefix: Prefix
  var core: Core
  /// Where the core's words stand.
  var coreRange: Range<Int>
  /// The words of a government or council before the core, as in 国务院教育行政部门; a row of `organs`.
  var host = -1
  var hostRange = 0..<0
  /// What follows the core: offices, a post.
  var tail: Range<Int>
  /// The row of `organs` for the tail, if it is an organ.
  var tailOrgan = -1
  var hasPost = false
  var kind: Entity.Kind
  var level: Entity.Level?
  var generic: Bool
  var open = false
  /// Of an alias, where the name stands that it shortens.
  var alias: Range<Int>?
  /// What follows an alias in a longer name: 办公室 in 市防指办公室.
  var aliasTail: Range<Int>?
  /// The head's words, where they stand apart from the core: 部门 in 发展改革、教育等部门.
  var sharedHead: Range<Int>?

  /// The name with what follows it up to an offset.
  func extended(to end: Int) -> ParsedName {
    guard end > range.upperBound else { return self }
    var name = self
    name.range = range.lowerBound..<end
    name.tail = tail.lowerBound..<end
    if case .party = core {
      name.coreRange = coreRange.lowerBound..<end
      name.tail = end..<end
    }
    return name
  }
}
