import PolicyLexicons
import PolicyStructure

/// Which nodes direct, so that a bare verb in them is a norm: those of a document whose kind directs
/// (通知, 方案, 意见 …), and those under a title such as 有关建议 of a report.
struct DirectingParts {
  private let directs: [Bool]
  /// Whether official acts are norms: everywhere but in reports, which tell what was done.
  let statesActs: Bool

  init(document: PolicyDocument, map: WordMap, vocabulary: NormVocabulary) {
    statesActs = document.metadata.type != "报告"
    let whole = Self.directs(document, vocabulary: vocabulary)
    var directs: [Bool] = []
    directs.reserveCapacity(document.nodes.count)
    for node in document.nodes {
      var answer = whole || (node.parent.map { directs[$0] } ?? false)
      if !answer, node.level == .heading, let heading = node.heading {
        answer = map.first(.directingPart, in: heading) != nil
      }
      directs.append(answer)
    }
    self.directs = directs
  }

  /// Whether a node directs.
  func contains(_ node: Int) -> Bool { directs[node] }

  private static func directs(_ document: PolicyDocument, vocabulary: NormVocabulary) -> Bool {
    if let type = document.metadata.type { return vocabulary.directingTypes.contains(type) }
    return !document.nodes.contains { $0.level == .article }
  }
}
