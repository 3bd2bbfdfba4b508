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
  /// Whether the block stands under a title such as 工作目标.
  var isGoalPart = false
  /// Who is named by the heading that the block stands under.
  var headed: [Subject.Party] = []
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
    let firstOfBlock = norms.count
    node = block.node
    let unit = context.document.nodes[node]
    let isIntroduced = unit.heading == nil && (unit.parent.map { introduces[$0] } ?? false)
    directs = directing.contains(block.node) && !(isIntroduced && block.role == .body)
    acts = directing.statesActs(block.node)
    if let parent = unit.parent, duties[parent] { duties[node] = true }
    isDuty = directs && duties[node]
    isGoalPart = directs && standsUnderGoals(unit)
    let background = directs ? backgroundEnd(unit, sentences) : sentences.lowerBound
    carried.enter(block, of: context.document)
    let (isDirecting, isActing) = (directs, acts)
    headed = block.role == .body ? headedBy(unit) : []
    if !headed.isEmpty { carried.current = headed }
    var leadsIn = false
    if isTitle(unit, sentences) { return }
    for (index, sentence) in zip(sentences, layer.sentences[sentences]) {
      if isAssignmentLine(sentence) || isEnclosed(sentence) { continue }
      if directs, index + 1 < sentences.upperBound,
        isOrdinalTitle(sentence, before: layer.sentences[index + 1])
          || index == sentences.lowerBound && isMotto(sentence, of: unit)
      {
        continue
      }
      let first = norms.count
      (directs, acts) = index < background ? (false, false) : (isDirecting, isActing)
      read(sentence)
      leadsIn = sentence.leadsIn
      if leadsIn, norms.count > first { introduce(norms.count - 1, from: block) }
    }
    tieProvisos(from: firstOfBlock, in: block.range)
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

  /// Where what a notice is about ends: 近日…；县政府高度重视…。现就有关事项通知如下： tells what was, and directs only at
  /// its end.
  private func backgroundEnd(_ unit: Node, _ sentences: Range<Int>) -> Int {
    let nodes = context.document.nodes
    guard unit.level == .preamble || unit.parent.map({ nodes[$0].level == .preamble }) ?? false,
      sentences.count > 1, let last = layer.sentences[sentences].last
    else { return sentences.lowerBound }
    // 通知如下。 ends it as well as 通知如下：.
    let announces =
      last.leadsIn || last.range.suffix(3).contains { map.scalars[$0] == "如" }
    return announces ? sentences.upperBound - 1 : sentences.lowerBound
  }

  /// Whether a unit, or the one that it stands in, is titled 工作目标.
  private func standsUnderGoals(_ unit: Node) -> Bool {
    let parent = unit.parent.flatMap { context.document.nodes[$0].heading }
    return [unit.heading, parent].contains { heading in
      guard let heading, 2...8 ~= heading.count else { return false }
      return map.scalars[heading.upperBound - 2] == "目"
        && map.scalars[heading.upperBound - 1] == "标"
    }
  }

  /// Whom the heading of a unit, or that of the list of duties that it stands in, names.
  private func headedBy(_ unit: Node) -> [Subject.Party] {
    if let organ = headingOrgan(unit) { return organ }
    guard carried.current.isEmpty, let index = unit.parent else { return [] }
    let parent = context.document.nodes[index]
    return headingOrgan(parent) ?? (isDuty ? team(parent.heading) : nil) ?? []
  }

  /// （二）灭火组 above a list of duties: a name that no list has.
  private func team(_ heading: Range<Int>?) -> [Subject.Party]? {
    guard let heading, 2...12 ~= heading.count, subjects.endsAsOrgans(heading) else { return nil }
    return [Subject.Party(range: heading, isOfficial: true)]
  }

  /// （一）坚持需求导向，提高服务效率。: two short phrases that open a numbered unit name what it is about.
  private func isMotto(_ sentence: Sentence, of unit: Node) -> Bool {
    guard unit.level == .heading, unit.heading == nil, sentence.parts.count == 1,
      sentence.range.count <= 22
    else { return false }
    let clauses = layer.parts[sentence.parts.lowerBound].clauses
    return clauses.count == 2
      && clauses.allSatisfy {
        layer.clauses[$0].range.count <= 11
          && markerFinder.markers(of: layer.clauses[$0]).isEmpty
          && map.word(
            .directive, at: layer.clauses[$0].range.lowerBound,
            before: layer.clauses[$0].range.upperBound) != nil
      }
  }

  /// 一是摸清底数。 before what is to be done for it: a title.
  private func isOrdinalTitle(_ sentence: Sentence, before next: Sentence) -> Bool {
    guard sentence.parts.count == 1, isOrdinal(sentence), !isOrdinal(next) else { return false }
    let clauses = layer.parts[sentence.parts.lowerBound].clauses
    return clauses.count == 1 && sentence.range.count <= 8
      && markerFinder.markers(of: layer.clauses[clauses.lowerBound]).isEmpty
  }

  /// Whether a sentence begins with 一是, 二是.
  private func isOrdinal(_ sentence: Sentence) -> Bool {
    let start = sentence.range.lowerBound
    return isNumeral(map.scalars[start]) && map.scalars[start + 1] == "是"
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
      // 抢险组：由县消防队牵头；切断气源: the team of the heading goes on.
      if !headed.isEmpty { carried.current = headed }
      open = read(layer.parts[part].clauses, governedBy: open)
    }
  }
}
