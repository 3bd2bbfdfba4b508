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
  /// Whether the block stands in a list of duties.
  var isDuty = false
  /// For each node, whether what stands under it is a list of duties (职责).
  var duties: [Bool]
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
    duties = context.document.nodes.map { node in
      guard let heading = node.heading, heading.count >= 2 else { return false }
      return map.scalars[heading.upperBound - 2] == "职"
        && map.scalars[heading.upperBound - 1] == "责"
    }
  }

  /// Reads the sentences of a block.
  mutating func read(_ block: TextBlock, sentences: Range<Int>) {
    guard isRead(block) else { return }
    node = block.node
    let unit = context.document.nodes[node]
    let isIntroduced = unit.heading == nil && (unit.parent.map { introduces[$0] } ?? false)
    directs = directing.contains(block.node) && !(isIntroduced && block.role == .body)
    acts = directing.statesActs(block.node)
    if let parent = unit.parent, duties[parent] { duties[node] = true }
    isDuty = directs && duties[node]
    carried.enter(block, of: context.document)
    if block.role == .body, let organ = headingOrgan(unit) { carried.current = organ }
    var leadsIn = false
    if isTitle(unit, sentences) { return }
    for sentence in layer.sentences[sentences] {
      if isAssignmentLine(sentence) || isEnclosed(sentence) { continue }
      let first = norms.count
      read(sentence)
      leadsIn = sentence.leadsIn
      if leadsIn, norms.count > first { introduce(norms.count - 1, from: block) }
    }
    noteDuties(of: unit, leadsIn: leadsIn, in: block)
    carried.leave(block, leadsIn: leadsIn, of: context.document)
  }

  /// 二、市市场监管局：开展专项检查: a heading that is nothing but a name says who is to do what follows.
  private func headingOrgan(_ unit: Node) -> [Subject.Party]? {
    guard let heading = unit.heading, !heading.isEmpty,
      let word = map.word(.mention, at: heading.lowerBound, before: heading.upperBound),
      word.roles.contains(.organ)
    else { return nil }
    // 市教育局职责, 领导小组的主要职责: whose duties stand under it.
    if let duty = map.word(.duty, endingAt: heading.upperBound, after: word.end) {
      var end = duty.start
      while let word = map.word([.topic, .adverb, .join], endingAt: end, after: word.end) {
        end = word.start
      }
      if end > word.end, map.scalars[end - 1] == "的" { end -= 1 }
      return subjects.only(in: heading.lowerBound..<end)
    }
    return subjects.only(in: heading)
  }

  /// （一）统筹两个市场，打造制造中心。: the one sentence of a numbered unit is its title if units with words of
  /// their own stand under it.
  private func isTitle(_ unit: Node, _ sentences: Range<Int>) -> Bool {
    guard directs, unit.level == .heading, unit.heading == nil, sentences.count == 1,
      let sentence = layer.sentences[sentences].first, !sentence.leadsIn,
      sentence.range.count <= 40, sentence.parts.count == 1
    else { return false }
    let nodes = context.document.nodes
    guard node + 1 < unit.subtreeEnd, nodes[node + 1].level == .heading else { return false }
    return layer.parts[sentence.parts.lowerBound].clauses.allSatisfy {
      markerFinder.markers(of: layer.clauses[$0]).isEmpty
    }
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
