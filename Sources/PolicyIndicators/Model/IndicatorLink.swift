/// 关联: a norm, quantity or assignment and an indicator that it bears on.
public struct IndicatorLink: Sendable {
  /// What is linked, by its index in the document's list.
  public enum Subject: Hashable, Sendable {
    case norm(Int)
    case quantity(Int)
    case assignment(Int)
  }

  /// The index of the indicator in the document's list.
  public var indicator: Int
  /// What bears on it.
  public var subject: Subject
  /// How sure the link is, from 0 to 1.
  public var score: Double
  /// Why, in Chinese, for whoever checks it.
  public var evidence: [String]
}
