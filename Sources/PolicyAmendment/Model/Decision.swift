/// 修改决定 or 修正案: what it orders, law by law.
package struct Decision: Sendable {
  /// What is ordered of one law.
  package struct Part: Sendable {
    /// The law's title as the decision cites it; `nil` where the decision names none.
    package let law: String?
    /// The instructions in the order of the text.
    package var instructions: [Instruction]
  }

  /// The decision's own title.
  package var title: String?
  /// The laws that it amends, in its order.
  package var parts: [Part]
  /// Whether it says that articles are renumbered: 条文顺序作相应调整.
  package var adjustsOrder: Bool
}
