/// 修改用语的作用: what a word does in an amending formula.
enum FormulaRole: String, CaseIterable, Sendable {
  /// 修改为.
  case modify
  /// 改为: a new number, or new words.
  case become
  /// 作为.
  case `as`
  /// 删去.
  case delete
  /// 增加.
  case add
  /// 合并.
  case merge
  /// 分为.
  case split
  /// 中的.
  case inside
  /// 后, 前: beside what.
  case after, before
  /// 统一.
  case everywhere
  /// 分别.
  case respectively
  /// 章名.
  case heading
  /// 名称: the title of the document.
  case title
  /// 题注.
  case preface
  /// 该条, 其中.
  case this
  /// 本法, 全文.
  case whole
  /// 序言.
  case preamble
  /// 末尾: the end of a unit.
  case end
  /// An order that none of the formulas is for: 移至.
  case unknown
  /// 并, 同时.
  case also
  /// 将, 的表述: says nothing of its own.
  case filler

  /// Whether the word says what is to be done.
  var isVerb: Bool {
    switch self {
    case .modify, .become, .delete, .add, .merge, .split, .unknown: true
    default: false
    }
  }
}
