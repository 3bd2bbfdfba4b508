internal import PolicyDiff
internal import PolicyExtraction

extension Effect {
  /// What came or went with a whole article: 义务, 罚则, 定义.
  var noun: String { modality?.noun ?? "定义" }
}
