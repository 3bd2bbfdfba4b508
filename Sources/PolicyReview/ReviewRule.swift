import PolicyStructure

/// 审查规则: one thing that a careful lawyer looks for in a draft.
///
/// A rule reports only what it can prove from the words; where it cannot tell, it is silent.
protocol ReviewRule: Sendable {
  /// What it marks, in any order.
  func findings(in draft: Draft) -> [Finding]
}
