import PolicyAnalysis
import PolicyExtraction
import PolicyStructure
import PolicyText

/// What must hold of every analysis, whatever the text; empty if all of it does.
func violations(of analysis: Analysis) -> [String] {
  var problems: [String] = []
  let scalars = analysis.source.text.scalars
  problems += coverage(of: analysis, scalars: scalars)
  for (index, document) in analysis.documents.enumerated() {
    problems += treeProblems(of: document.document).map { "d\(index + 1): \($0)" }
    problems += listProblems(of: document).map { "d\(index + 1): \($0)" }
  }
  return problems
}

/// Documents and residue cover every character that is not white space, once.
private func coverage(of analysis: Analysis, scalars: [Unicode.Scalar]) -> [String] {
  var problems: [String] = []
  var owners = [Int8](repeating: 0, count: scalars.count)
  var last = 0
  for document in analysis.documents {
    let span = document.span
    guard span.start >= last, span.end <= scalars.count else {
      problems.append("document \(span) overlaps what is before it or leaves the text")
      continue
    }
    last = span.end
    for offset in span.start..<span.end { owners[offset] = 1 }
  }
  var end = 0
  for piece in analysis.residue {
    if piece.span.start < end || piece.span.end > scalars.count {
      problems.append("residue \(piece.span) out of order")
      continue
    }
    end = piece.span.end
    for offset in piece.span.start..<piece.span.end { owners[offset] = 2 }
  }
  for (offset, scalar) in scalars.enumerated()
  where owners[offset] == 0 && !scalar.properties.isWhitespace {
    problems.append("scalar \(offset) (\(scalar)) belongs to nothing")
    break
  }
  let reading = analysis.reading
  for document in analysis.documents {
    if let offset = document.document.range.first(where: { owners[Int(reading.origins[$0])] == 2 })
    {
      problems.append("the word at \(reading.origins[offset]) is residue and document")
    }
  }
  return problems
}

/// Children lie in their parents, in order; a node's own words lie in it.
private func treeProblems(of document: PolicyDocument) -> [String] {
  var problems: [String] = []
  var end = document.range.lowerBound
  for (index, node) in document.nodes.enumerated() {
    let within = node.parent.map { document.nodes[$0].range } ?? document.range
    if node.range.lowerBound < within.lowerBound || node.range.upperBound > within.upperBound {
      problems.append("node \(index) (\(node.level)) leaves its parent")
    }
    if node.range.lowerBound < end && node.parent == nil {
      problems.append("node \(index) begins before its elder sibling ends")
    }
    if node.parent == nil { end = node.range.upperBound }
    for own in [node.text, node.heading ?? node.text, node.tail ?? node.text]
    where !own.isEmpty
      && !(node.range.lowerBound <= own.lowerBound
        && own.upperBound <= node.range.upperBound)
    {
      problems.append("words of node \(index) leave it")
    }
    if node.subtreeEnd <= index || node.subtreeEnd > document.nodes.count {
      problems.append("node \(index) ends at \(node.subtreeEnd)")
    }
  }
  return problems
}

/// Lists are in the order of the text, and what they point at is there.
private func listProblems(of document: AnalyzedDocument) -> [String] {
  var problems: [String] = []
  func isSorted(_ starts: [Int], _ name: String) {
    if zip(starts, starts.dropFirst()).contains(where: { $0 > $1 }) {
      problems.append("\(name) are not in the order of the text")
    }
  }
  func exists(_ indices: [Int], in count: Int, _ name: String) {
    if let wrong = indices.first(where: { !(0..<count).contains($0) }) {
      problems.append("\(name) \(wrong) is not there")
    }
  }
  let nodes = document.document.nodes.count
  if Set(document.nodeIDs).count != nodes { problems.append("ids of nodes are not unique") }
  isSorted(document.entities.map { $0.mentions.first?.range.lowerBound ?? -1 }, "entities")
  isSorted(document.norms.map(\.range.lowerBound), "norms")
  isSorted(document.quantities.map(\.range.lowerBound), "quantities")
  isSorted(document.assignments.map(\.range.lowerBound), "assignments")
  isSorted(document.references.map(\.range.lowerBound), "references")
  if document.entities.contains(where: \.mentions.isEmpty) {
    problems.append("an entity is never mentioned")
  }
  exists(document.entities.flatMap { $0.mentions.map(\.node) }, in: nodes, "node of mention")
  for norm in document.norms {
    exists([norm.node] + norm.items, in: nodes, "node of norm")
    exists(norm.bearers.compactMap(\.entity), in: document.entities.count, "entity of norm")
    exists(norm.quantities, in: document.quantities.count, "quantity of norm")
    exists(norm.references, in: document.references.count, "reference of norm")
  }
  exists(document.quantities.map(\.node), in: nodes, "node of quantity")
  for assignment in document.assignments {
    exists([assignment.node] + assignment.scope, in: nodes, "node of assignment")
    exists(assignment.parties.map(\.entity), in: document.entities.count, "party")
    if assignment.scope.isEmpty || assignment.parties.isEmpty {
      problems.append("an assignment without scope or parties")
    }
  }
  return problems
}
