import PolicyLexicons
import PolicyStructure
import PolicyText

extension AssignmentRules {
  /// The statements of a document, in the order of the text.
  func statements(
    in context: ExtractionContext, vocabulary: EntityVocabulary
  ) -> [AssignmentStatement] {
    var parser = PartyParser(rules: self, context: context, vocabulary: vocabulary)
    var statements: [AssignmentStatement] = []
    let hits = context.otherHits
    var index = 0
    var columns = LabelColumns()
    for (blockIndex, block) in context.blocks.enumerated() {
      var end = block.range.lowerBound
      columns.enter(block)
      if let role = columns.role(of: block) {
        let parties = parser.parties(in: block.range, role: role)
        if !parties.isEmpty {
          statements.append(
            AssignmentStatement(
              block: blockIndex, form: .cell, range: block.range, parties: parties))
        }
        end = block.range.upperBound
      }
      while index < hits.count, hits[index].start < block.range.upperBound {
        let hit = hits[index]
        index += 1
        guard hit.list == .assignmentMarkers, hit.start >= end else { continue }
        if forms[hit.row] == .label, columns.isHeader(block, hit: hit) {
          columns.note(block, role: roles[hit.row])
          continue
        }
        guard
          let statement = statement(at: hit, block: block, index: blockIndex, parser: &parser)
        else {
          if forms[hit.row] == .label { end = max(end, parser.end) }
          continue
        }
        end = statement.range.upperBound
        if let last = statements.last, last.block == blockIndex, last.form == .line,
          statement.form == .line,
          isGap(last.range.upperBound..<statement.range.lowerBound, context)
        {
          statements[statements.count - 1].parties += statement.parties
          statements[statements.count - 1].range = last.range.lowerBound..<end
        } else {
          statements.append(statement)
        }
      }
    }
    return statements
  }

  private func statement(
    at hit: TermHit, block: TextBlock, index: Int, parser: inout PartyParser
  ) -> AssignmentStatement? {
    let scalars = parser.scalars
    let limit = block.range.upperBound
    switch forms[hit.row] {
    case .label:
      guard hit.end < limit, scalars[hit.end] == "：" else { return nil }
      let end = endOfLine(from: hit.end + 1, limit: limit, scalars: scalars)
      let parties = parser.parties(in: (hit.end + 1)..<end, role: roles[hit.row])
      guard !parties.isEmpty else { return nil }
      let isBracket =
        hit.start > block.range.lowerBound && scalars[hit.start - 1] == "（"
        && end < limit && scalars[end] == "）"
      let range = isBracket ? (hit.start - 1)..<(end + 1) : hit.start..<end
      return AssignmentStatement(
        block: index, form: isBracket ? .bracket : .line, range: range, parties: parties)
    case .verb, .first:
      guard let bracket = bracket(around: hit, block: block, scalars: scalars) else { return nil }
      let content = (bracket.lowerBound + 1)..<(bracket.upperBound - 1)
      let parties = parser.parties(in: content, role: .responsible)
      guard !parties.isEmpty, parser.isWhole else { return nil }
      return AssignmentStatement(block: index, form: .bracket, range: bracket, parties: parties)
    case .joint:
      return nil
    }
  }

  /// Where a list after a label ends: at a full stop, a closing bracket, the next label, the block.
  private func endOfLine(from start: Int, limit: Int, scalars: [Unicode.Scalar]) -> Int {
    var end = start
    var depth = 0
    // A line that has no end for so long is no list of parties.
    let limit = min(limit, start + 3000)
    while end < limit {
      switch scalars[end] {
      case "。", "】", "；": return end
      case "（": depth += 1
      case "）":
        if depth == 0 { return end }
        depth -= 1
      default: break
      }
      end += 1
    }
    return limit
  }

  /// The bracket that a verb stands in, if the verb ends a clause there.
  private func bracket(
    around hit: TermHit, block: TextBlock, scalars: [Unicode.Scalar]
  ) -> Range<Int>? {
    let limit = block.range.upperBound
    guard hit.end < limit, "），。；".unicodeScalars.contains(scalars[hit.end]) else { return nil }
    var start = hit.start
    var depth = 0
    while start > block.range.lowerBound, hit.start - start < 600 {
      start -= 1
      if scalars[start] == "）" { depth += 1 }
      if scalars[start] == "（" {
        if depth == 0 { break }
        depth -= 1
      }
    }
    guard scalars[start] == "（", depth == 0 else { return nil }
    var end = hit.end
    while end < limit, end - hit.end < 400 {
      if scalars[end] == "（" { depth += 1 }
      if scalars[end] == "）" {
        if depth == 0 { return start..<(end + 1) }
        depth -= 1
      }
      end += 1
    }
    return nil
  }

  private func isGap(_ range: Range<Int>, _ context: ExtractionContext) -> Bool {
    range.count <= 2
      && range.allSatisfy { "；。， ".unicodeScalars.contains(context.reading.scalars[$0]) }
  }
}

/// The columns of a table whose heads are labels (责任单位, 牵头单位).
private struct LabelColumns {
  private var table = -1
  private var roles: [Int: Party.Role] = [:]

  mutating func enter(_ block: TextBlock) {
    guard case .cell = block.role else { return }
    if block.node != table {
      table = block.node
      roles = [:]
    }
  }

  func isHeader(_ block: TextBlock, hit: TermHit) -> Bool {
    guard case .cell(let row, _) = block.role, row <= 1 else { return false }
    return block.range.count <= hit.end - hit.start + 4
  }

  mutating func note(_ block: TextBlock, role: Party.Role) {
    guard case .cell(_, let column) = block.role else { return }
    roles[column] = role
  }

  func role(of block: TextBlock) -> Party.Role? {
    guard case .cell(let row, let column) = block.role, row > 0 else { return nil }
    return roles[column]
  }
}
