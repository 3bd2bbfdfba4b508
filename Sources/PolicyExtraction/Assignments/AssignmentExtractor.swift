public import PolicyLexicons
import PolicyStructure
import PolicyText

/// Finds who answers for what (责任分工): lines and brackets of parties, and sentences with 牵头, 会同.
public struct AssignmentExtractor: Sendable {
  private let rules: AssignmentRules
  private let vocabulary: EntityVocabulary

  /// An extractor with its lexicons compiled.
  ///
  /// `names`: the extractor of the same lexicons whose words of names are used along with it.
  /// - Throws: ``LexiconError`` with the first value that the rules do not know.
  public init(lexicons: Lexicons, names: EntityExtractor? = nil) throws(LexiconError) {
    rules = try AssignmentRules(lexicons: lexicons)
    if let names {
      vocabulary = names.vocabulary
    } else {
      vocabulary = try EntityVocabulary(lexicons: lexicons)
    }
  }

  /// The assignments of a document, in the order of the text.
  ///
  /// `entities`: of the same context, by ``EntityExtractor``.
  public func extract(in context: ExtractionContext, entities: [Entity]) -> [Assignment] {
    let statements = rules.statements(in: context, vocabulary: vocabulary)
    let mentions = MentionIndex(entities)
    var scope = AssignmentScope(context: context, statements: statements)
    var assignments: [Assignment] = []
    for (index, statement) in statements.enumerated() {
      let parties = statement.parties.compactMap { party -> Party? in
        guard let entity = mentions.entity(at: party.name.range) else { return nil }
        return Party(entity: entity, range: party.name.range, role: party.role)
      }
      guard !parties.isEmpty else { continue }
      assignments.append(
        Assignment(
          node: context.blocks[statement.block].node, range: statement.range,
          scope: scope.nodes(of: index), parties: parties))
    }
    assignments += sentences(in: context, mentions: mentions, outside: statements.map(\.range))
    return assignments.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: - Sentences

  /// 由A牵头，B、C配合; A会同B.
  private func sentences(
    in context: ExtractionContext, mentions: MentionIndex, outside statements: [Range<Int>]
  ) -> [Assignment] {
    var assignments: [Assignment] = []
    let hits = context.otherHits
    var index = 0
    var statement = 0
    for block in context.blocks {
      var done = block.range.lowerBound
      while index < hits.count, hits[index].start < block.range.upperBound {
        let hit = hits[index]
        index += 1
        guard hit.list == .assignmentMarkers, hit.start >= done else { continue }
        while statement < statements.count, statements[statement].upperBound <= hit.start {
          statement += 1
        }
        if statement < statements.count, statements[statement].contains(hit.start) { continue }
        let form = rules.forms[hit.row]
        let isLead =
          form == .verb && rules.roles[hit.row] == .lead
          || hit.list == .assignmentMarkers
            && form == .label && rules.roles[hit.row] == .lead && hit.end - hit.start == 2
        if form == .verb, rules.roles[hit.row] == .participant {
          if let joining = joining(hit, block: block, context: context, mentions: mentions),
            !(assignments.last?.holds(joining) ?? false)
          {
            assignments.append(joining)
            done = hit.end
          }
          continue
        }
        guard isLead || form == .joint else { continue }
        let parties = parties(
          around: hit, isJoint: form == .joint, block: block.range,
          context: context, mentions: mentions)
        guard let first = parties.first else { continue }
        let end = max(hit.end, parties.last?.range.upperBound ?? hit.end)
        done = end
        assignments.append(
          Assignment(
            node: block.node, range: first.range.lowerBound..<end, scope: [block.node],
            parties: parties))
      }
    }
    return assignments
  }

  /// 市财政局、市民政局按照各自职责配合: those who take part, where the sentence names no lead.
  ///
  /// Bodies only: that a citizen is to cooperate with an inspection deals out no work.
  private func joining(
    _ hit: TermHit, block: TextBlock, context: ExtractionContext, mentions: MentionIndex
  ) -> Assignment? {
    let scalars = context.reading.scalars
    // 参加 and 协助 are said of anyone; 配合 deals out a part of the work.
    guard scalars[hit.start..<hit.end].contains("配") else { return nil }
    let chain = mentions.chain(
      endingAt: hit.start, scalars: scalars, floor: block.range.lowerBound, mayPassManner: true)
    guard let first = chain.first,
      chain.allSatisfy({ place in
        let last = scalars[place.range.upperBound - 1]
        return last != "人" && last != "者"
      })
    else { return nil }
    return Assignment(
      node: block.node, range: first.range.lowerBound..<hit.end, scope: [block.node],
      parties: chain.map { Party(entity: $0.entity, range: $0.range, role: .participant) })
  }

  private func parties(
    around hit: TermHit, isJoint: Bool, block: Range<Int>, context: ExtractionContext,
    mentions: MentionIndex
  ) -> [Party] {
    let scalars = context.reading.scalars
    var before = mentions.chain(endingAt: hit.start, scalars: scalars, floor: block.lowerBound)
    if before.isEmpty, !isJoint, hit.start > block.lowerBound, scalars[hit.start - 1] == "，" {
      // 市住房和城乡建设局是…主管部门，牵头…: the subject of the sentence leads.
      before = mentions.chain(
        startingAt: sentenceStart(before: hit.start, from: block.lowerBound, in: scalars),
        scalars: scalars, limit: hit.start)
    }
    guard !before.isEmpty else { return [] }
    var parties = before.map { Party(entity: $0.entity, range: $0.range, role: .lead) }
    if isJoint {
      let after = mentions.chain(startingAt: hit.end, scalars: scalars, limit: block.upperBound)
      guard !after.isEmpty else { return [] }
      return parties + after.map { Party(entity: $0.entity, range: $0.range, role: .participant) }
    }
    // The sentence may go on with those who take part.
    var end = hit.end
    let limit = min(block.upperBound, hit.end + 400)
    while end < limit, scalars[end] != "。", scalars[end] != "；" { end += 1 }
    for other in context.otherHits(in: hit.end..<end)
    where other.list == .assignmentMarkers && rules.forms[other.row] != .first
      && rules.roles[other.row] == .participant
    {
      let chain = mentions.chain(endingAt: other.start, scalars: scalars, floor: hit.end)
      for mention in chain where !parties.contains(where: { $0.range == mention.range }) {
        parties.append(Party(entity: mention.entity, range: mention.range, role: .participant))
      }
    }
    return parties
  }

  private func sentenceStart(
    before offset: Int, from lower: Int, in scalars: [Unicode.Scalar]
  ) -> Int {
    var start = offset
    while start > lower, offset - start < 300, scalars[start - 1] != "。", scalars[start - 1] != "；"
    {
      start -= 1
    }
    return start
  }
}

extension Assignment {
  /// Whether the parties of another are among its own.
  fileprivate func holds(_ other: Assignment) -> Bool {
    other.parties.contains { party in parties.contains { $0.range == party.range } }
  }
}
