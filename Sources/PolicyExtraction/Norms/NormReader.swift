import PolicyClauses
import PolicyStructure

/// Reads a document block by block, and keeps the norms found and the subject carried on.
struct NormReader {
  let context: ExtractionContext
  let layer: ClauseLayer
  let map: WordMap
  let vocabulary: NormVocabulary
  let entities: [Entity]
  let markerFinder: MarkerFinder
  let subjects: SubjectFinder
  private let directing: DirectingParts

  /// The norms found so far.
  var norms: [Norm] = []
  var carried: CarriedSubject
  /// The node that is being read.
  var node = 0
  /// Whether bare verbs of the block are norms.
  var directs = false
  /// Whether official acts that the block states are norms.
  var acts = false
  /// For each node, whether a marker in its words introduces what stands under it.
  private var introduces: [Bool]

  init(
    context: ExtractionContext, entities: [Entity], layer: ClauseLayer, map: WordMap,
    vocabulary: NormVocabulary
  ) {
    self.context = context
    self.entities = entities
    self.layer = layer
    self.map = map
    self.vocabulary = vocabulary
    markerFinder = MarkerFinder(map: map, layer: layer, vocabulary: vocabulary)
    subjects = SubjectFinder(map: map)
    directing = DirectingParts(document: context.document, map: map, vocabulary: vocabulary)
    carried = CarriedSubject(nodes: context.document.nodes.count)
    introduces = Array(repeating: false, count: context.document.nodes.count)
  }

  /// Reads the sentences of a block.
  mutating func read(_ block: TextBlock, sentences: Range<Int>) {
    guard isRead(block) else { return }
    node = block.node
    let unit = context.document.nodes[node]
    let isIntroduced = unit.heading == nil && (unit.parent.map { introduces[$0] } ?? false)
    directs = directing.contains(block.node) && !(isIntroduced && block.role == .body)
    acts = directing.statesActs(block.node)
    carried.enter(block, of: context.document)
    if block.role == .body, let organ = headingOrgan(unit) { carried.current = organ }
    var leadsIn = false
    for sentence in layer.sentences[sentences] {
      if isAssignmentLine(sentence) || isEnclosed(sentence) { continue }
      let first = norms.count
      read(sentence)
      leadsIn = sentence.leadsIn
      if leadsIn, norms.count > first { introduce(norms.count - 1, from: block) }
    }
    carried.leave(block, leadsIn: leadsIn, of: context.document)
  }

  /// 二、市市场监管局：开展专项检查: a heading that is nothing but a name says who is to do what follows.
  private func headingOrgan(_ unit: Node) -> [Subject.Party]? {
    guard let heading = unit.heading, !heading.isEmpty,
      let word = map.word(.mention, at: heading.lowerBound, before: heading.upperBound),
      word.roles.contains(.organ)
    else { return nil }
    return subjects.only(in: heading)
  }

  private func isRead(_ block: TextBlock) -> Bool {
    if block.role == .heading { return false }
    switch context.document.nodes[block.node].level {
    case .preface, .toc, .signature, .note, .colophon: return false
    case .table:
      // A cell of a few words names a thing; only sentences of a table can be norms.
      return block.range.count >= 12
        || block.range.count >= 8 && map.scalars[block.range.upperBound - 1] == "。"
    default: return true
    }
  }

  /// （市教育局牵头，月底前完成）: a note in brackets and no sentence of its own.
  private func isEnclosed(_ sentence: Sentence) -> Bool {
    map.scalars[sentence.range.lowerBound] == "（"
      && layer.enclosure(at: sentence.range.lowerBound).map {
        $0.upperBound >= sentence.range.upperBound
      } ?? false
  }

  /// 责任单位：…, which says who and not what.
  private func isAssignmentLine(_ sentence: Sentence) -> Bool {
    let clause = layer.clauses[layer.parts[sentence.parts.lowerBound].clauses.lowerBound]
    return clause.mark == .colon && clause.range.count <= 8
      && map.word(.assignment, endingAt: clause.range.upperBound, after: clause.range.lowerBound)
        != nil
  }

  /// Names the nodes of the list that a norm at the end of a block introduces.
  private mutating func introduce(_ index: Int, from block: TextBlock) {
    let nodes = context.document.nodes
    var items: [Int] = []
    var child = block.node + 1
    while child < nodes[block.node].subtreeEnd {
      switch nodes[child].level {
      case .item, .subitem, .heading, .table: items.append(child)
      default: break
      }
      child = nodes[child].subtreeEnd
    }
    guard !items.isEmpty else { return }
    norms[index].items = items
    introduces[block.node] = norms[index].marker != nil
  }

  private mutating func read(_ sentence: Sentence) {
    carried.beginSentence()
    var open: Int?
    for part in sentence.parts {
      open = read(layer.parts[part].clauses, governedBy: open)
    }
  }
}
