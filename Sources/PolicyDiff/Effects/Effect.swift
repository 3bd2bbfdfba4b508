public import PolicyExtraction

/// 实质影响: what a change means, as far as the norms and quantities of both sides tell.
public struct Effect: Hashable, Sendable {
  /// What it bears on.
  public enum Kind: String, Sendable, CaseIterable {
    /// 标准、数额、比例.
    case threshold
    /// 情态: 可以, 应当, 不得.
    case modality
    /// 主体.
    case bearer
    /// 期限.
    case deadline
    /// 处罚.
    case penalty
    /// 引用.
    case reference
    /// 定义.
    case definition
    /// 适用范围、条件、例外.
    case scope
    /// 新增规范.
    case normAdded
    /// 删除规范.
    case normRemoved
    /// 其他文字.
    case wording
    /// 形式: punctuation, width, numbers that follow others. No change of substance.
    case editorial
  }

  /// Whether those on whom a norm falls must do more or less.
  public enum Direction: String, Sendable, CaseIterable {
    /// 从严.
    case stricter
    /// 从宽.
    case looser
    /// Neither, or not to be told from the words.
    case other
  }

  /// What it bears on.
  public let kind: Kind
  /// The words of the old text, or what they amount to.
  public let old: String
  /// The words of the new text.
  public let new: String
  /// Whether it is stricter.
  public let direction: Direction
  /// What changed, as a sentence: 罚款下限由一万元提高到二万元.
  public let message: String
  /// Of a norm that came or went, its modality.
  public let modality: Modality?

  /// An effect and the sentence that tells it.
  init(
    kind: Kind, old: String, new: String, direction: Direction, message: String,
    modality: Modality? = nil
  ) {
    self.kind = kind
    self.old = old
    self.new = new
    self.direction = direction
    self.message = message
    self.modality = modality
  }
}
