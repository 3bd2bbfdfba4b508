import PolicyExtraction

/// 序号变动: old numbers that have become others, as far as references have to follow.
struct NumberChanges {
  /// A number that is no longer there.
  enum Change: Equatable {
    case became([Int])
    case removed
  }

  /// Articles by their old numbers.
  var articles: [[Int]: Change] = [:]
  /// 编, 章, 节 by the index of their node.
  var divisions: [Int: Change] = [:]
  /// Paragraphs by the index of their article's node and their old place.
  var paragraphs: [Int: [Int: Change]] = [:]
  /// Items by the index of the node that holds them and their old number.
  var items: [Int: [[Int]: Change]] = [:]

  var isEmpty: Bool {
    articles.isEmpty && divisions.isEmpty && paragraphs.isEmpty && items.isEmpty
  }
}
