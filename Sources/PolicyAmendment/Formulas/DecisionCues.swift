import PolicyLexicons
import PolicyText

/// 修改决定标志语: phrases that tell what a stretch of a decision is, without being part of a formula.
///
/// Source: `lexicons/amendment-cues.tsv`.
struct DecisionCues: Sendable {
  private enum Role: String, CaseIterable {
    /// 作如下修改: the text amends another.
    case announces
    /// 条文顺序: what is put in order.
    case order
    /// 作相应调整: how.
    case follows
    /// 修改为：“: a line with this is an instruction.
    case instructs
    /// 本决定自: the closing of a decision.
    case closes
  }

  /// From 条文顺序 to 作相应调整 it takes no more than this.
  private static let reach = 24

  private let words: WordList
  private let roles: [Role]

  /// - Throws: ``LexiconError`` if a phrase has a role that there is none of.
  init(lexicons: Lexicons) throws(LexiconError) {
    words = WordList(lexicons[.amendmentCues])
    roles = try lexicons[.amendmentCues].values(of: "role")
  }

  /// Whether a stretch announces changes: 作如下修改.
  func announcesChanges(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    holds(.announces, in: scalars, range)
  }

  /// Whether a stretch holds an instruction: 修改为：“.
  func holdsInstruction(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    holds(.instructs, in: scalars, range)
  }

  /// Whether the closing of a decision begins at an offset: 本决定自公布之日起施行.
  func closesDecision(in scalars: [Unicode.Scalar], at offset: Int) -> Bool {
    match(in: scalars, at: offset, to: scalars.count)?.role == .closes
  }

  /// Whether a decision says that numbers follow its changes: 条文顺序作相应调整.
  func saysNumbersFollow(in scalars: [Unicode.Scalar]) -> Bool {
    for offset in scalars.indices {
      guard let order = match(in: scalars, at: offset, to: scalars.count), order.role == .order
      else { continue }
      for place in order.end..<min(order.end + Self.reach, scalars.count) {
        if scalars[place] == "。" { break }
        if match(in: scalars, at: place, to: scalars.count)?.role == .follows { return true }
      }
    }
    return false
  }

  private func holds(
    _ role: Role, in scalars: [Unicode.Scalar], _ range: Range<Int>
  ) -> Bool {
    range.contains { match(in: scalars, at: $0, to: range.upperBound)?.role == role }
  }

  private func match(
    in scalars: [Unicode.Scalar], at offset: Int, to limit: Int
  ) -> (role: Role, end: Int)? {
    guard words.mayBegin(with: scalars[offset]),
      let found = words.longest(in: scalars, from: offset, to: limit)
    else { return nil }
    return (roles[found.row], found.range.upperBound)
  }
}
