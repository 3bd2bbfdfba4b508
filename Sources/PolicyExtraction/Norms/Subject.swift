/// What a clause names before its predicate.
enum Subject {
  /// Nothing: the subject is carried on, or there is none.
  case none
  /// Those on whom a norm can fall.
  case parties([Party])
  /// A word that points back: 其, 该单位.
  case pronoun(Range<Int>)
  /// A thing or an activity.
  case thing

  /// One who is named.
  struct Party {
    var range: Range<Int>
    var entity: Int?
    var role: Bearer.Role = .bearer
    /// Whether it is an organ or a post rather than a category.
    var isOfficial = false
    /// 国家, 本市.
    var isPolity = false
  }
}

/// Joined parties: 甲、乙和丙.
struct PartyGroup {
  var parties: [Subject.Party]
  var start: Int
  var end: Int
  /// Lets the last of them go on to an offset: two heads that make one name.
  mutating func extendLast(to offset: Int) {
    let last = parties.count - 1
    parties[last].range = parties[last].range.lowerBound..<offset
    parties[last].entity = nil
    parties[last].isPolity = false
    end = offset
  }

  /// Where the first of them ends.
  var headEnd: Int { parties.first?.range.upperBound ?? end }
}
