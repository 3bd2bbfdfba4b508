import PolicyLexicons
import PolicyStructure

/// Which nodes direct, so that a bare verb in them is a norm: those of a document whose kind directs
/// (通知, 方案, 意见 …), and those under a title such as 有关建议 of a report.
struct DirectingParts {
  private let directs: [Bool]
  /// Under a title such as 现状 or 成效, which announces what is or was.
  private let describes: [Bool]
  /// Reports tell what was done.
  private let isReport: Bool

  init(document: PolicyDocument, map: WordMap, vocabulary: NormVocabulary) {
    isReport = document.metadata.type == "报告"
    let whole = Self.directs(document, vocabulary: vocabulary)
    var directs: [Bool] = []
    var describes: [Bool] = []
    directs.reserveCapacity(document.nodes.count)
    describes.reserveCapacity(document.nodes.count)
    for node in document.nodes {
      var answer = node.parent.map { directs[$0] } ?? whole
      var isPast = node.parent.map { describes[$0] } ?? false
      if node.level == .heading, let heading = node.heading {
        // 完善预案体系 is what is to be done, 预案体系 what there is.
        if let word = map.word(
          .describingPart, endingAt: heading.upperBound, after: heading.lowerBound),
          word.start == heading.lowerBound
            || map.word(.directive, at: heading.lowerBound, before: heading.upperBound) == nil
        {
          answer = false
          isPast = true
        } else if !answer, map.first(.directingPart, in: heading) != nil {
          answer = true
          isPast = false
        }
      }
      directs.append(answer)
      describes.append(isPast)
    }
    self.directs = directs
    self.describes = describes
  }

  /// Whether a node directs.
  func contains(_ node: Int) -> Bool { directs[node] }

  /// Whether official acts that a node states are norms: not in reports, which tell what was done.
  func statesActs(_ node: Int) -> Bool { !isReport && !describes[node] }

  private static func directs(_ document: PolicyDocument, vocabulary: NormVocabulary) -> Bool {
    if let type = document.metadata.type { return vocabulary.directingTypes.contains(type) }
    return !document.nodes.contains { $0.level == .article }
  }
}
