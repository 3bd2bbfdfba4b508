internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// Cuts a document into the units that are compared.
struct UnitReader {
  private let document: AnalyzedDocument
  private let index: Int
  private let idPrefix: String
  private let firstUnit: Int
  private let reading: ReadingText

  private var nodes: [Node] { document.document.nodes }

  /// A reader of one document of a source.
  ///
  /// `index` is the place of the document, `firstUnit` the number of units before it, and `idPrefix`
  /// what the ids of its units begin with.
  init(
    document: AnalyzedDocument, index: Int, idPrefix: String, firstUnit: Int,
    reading: ReadingText
  ) {
    self.document = document
    self.index = index
    self.idPrefix = idPrefix
    self.firstUnit = firstUnit
    self.reading = reading
  }

  /// A place where words of a unit begin.
  private struct Start {
    var position: Int
    let owner: Int
    let opening: UnitSegment.Opening
    /// Whether the words go on on the line of what stands before them.
    let continues: Bool
  }

  /// The units in reading order.
  var units: [ComparedUnit] {
    let owners = self.owners
    let starts = self.starts(owners: owners)
    let segments = self.segments(starts)
    var unitOfNode: [Int: Int] = [:]
    var units: [ComparedUnit] = []
    for (node, owner) in owners.enumerated() where owner == node {
      unitOfNode[node] = firstUnit + units.count
      units.append(unit(at: node, segments[node] ?? [], unitOfNode: unitOfNode))
    }
    return units
  }

  private func unit(
    at node: Int, _ segments: [UnitSegment], unitOfNode: [Int: Int]
  ) -> ComparedUnit {
    let number = nodes[node].number
    let text = UnitText(segments, number: number?.range, in: reading)
    var parent = nodes[node].parent
    while let ancestor = parent, unitOfNode[ancestor] == nil { parent = nodes[ancestor].parent }
    return ComparedUnit(
      document: index, node: node, id: idPrefix + document.nodeIDs[node],
      level: nodes[node].level, number: number?.values ?? [], family: nodes[node].level.family,
      parent: parent.flatMap { unitOfNode[$0] },
      heading: nodes[node].heading.map { text.range(ofReading: $0) }, text: text)
  }

  /// For each node the node of the unit that it belongs to: its own index where it makes a unit.
  private var owners: [Int] {
    var owners: [Int] = []
    owners.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      guard let parent = node.parent else {
        owners.append(index)
        continue
      }
      let isUnit =
        switch node.level {
        case .paragraph where isRestOfTitle(index): false
        case .paragraph, .item, .subitem: nodes[owners[parent]].level.family == .division
        default: true
        }
      owners.append(isUnit ? index : owners[parent])
    }
    return owners
  }

  /// The places where words begin, in the order of the text.
  private func starts(owners: [Int]) -> [Start] {
    var starts: [Start] = []
    var open: [Int] = []
    func close(before index: Int) {
      while let last = open.last, nodes[last].subtreeEnd <= index {
        open.removeLast()
        if let tail = nodes[last].tail, !tail.isEmpty {
          starts.append(
            Start(
              position: tail.lowerBound, owner: owners[last], opening: .line, continues: false))
        }
      }
    }
    for (index, node) in nodes.enumerated() {
      close(before: index)
      open.append(index)
      starts.append(
        Start(
          position: node.range.lowerBound, owner: owners[index], opening: .line,
          continues: continuesLine(index)))
      if let table = node.table { starts += cells(of: table, owner: index, from: node.range) }
    }
    close(before: Int.max)
    addFrameLines(to: &starts, owners: owners)
    // Empty cells stand anywhere; they take the place of what comes before them.
    for index in starts.indices.dropFirst() {
      starts[index].position = max(starts[index].position, starts[index - 1].position)
    }
    return starts
  }

  /// Where the cells of a table begin, in the order of the text; an empty cell stands where the one
  /// before it does.
  private func cells(of table: TableGrid, owner: Int, from range: Range<Int>) -> [Start] {
    var starts: [Start] = []
    var last = range.lowerBound
    for row in table.rows {
      for (index, cell) in row.enumerated() {
        for (place, piece) in cell.pieces.enumerated() {
          if !piece.isEmpty { last = piece.lowerBound }
          starts.append(
            Start(
              position: last, owner: owner, opening: index + place == 0 ? .line : .cell,
              continues: false))
        }
      }
    }
    // The pieces of a cell that was cut stand behind cells to its right.
    return starts.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }.map(\.element)
  }

  /// Adds the lines of the parts around the provisions: the title, each adoption or amendment with its
  /// date, each chapter of the contents, the date of a signature.
  ///
  /// They are told by what they say, so that a title that is broken over lines is the same as one that
  /// is not.
  private func addFrameLines(to starts: inout [Start], owners: [Int]) {
    let metadata = document.document.metadata
    var places = metadata.dates.filter { $0.kind != .effective }.compactMap(\.range?.lowerBound)
    if let title = metadata.titleRange { places.append(title.upperBound) }
    var added: [Start] = []
    for (index, node) in nodes.enumerated() where node.level.family == .frame {
      let found = node.level == .toc ? chapters(in: node.range) : places
      for place in Set(found) where node.range.contains(place) {
        // The bracket around the notes on adoption goes with the first of them.
        let opening = reading.scalars[place - 1] == "（" ? place - 1 : place
        guard opening > node.range.lowerBound else { continue }
        added.append(
          Start(position: opening, owner: owners[index], opening: .line, continues: false))
      }
    }
    guard !added.isEmpty else { return }
    // A stable order, so that a node that begins there comes first.
    starts = (starts + added).enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }.map(\.element)
  }

  /// Where a chapter or section is named: 第二章.
  private func chapters(in range: Range<Int>) -> [Int] {
    range.dropFirst().filter { offset in
      guard reading.scalars[offset] == "第",
        let number = ChineseNumeral.integer(
          in: reading.scalars, from: offset + 1, to: range.upperBound),
        number.end < range.upperBound
      else { return false }
      return "编章节".unicodeScalars.contains(reading.scalars[number.end])
    }
  }

  /// Whether a paragraph is the rest of the title of a chapter that is broken over lines: it follows the
  /// title, is short, and ends no sentence.
  private func isRestOfTitle(_ index: Int) -> Bool {
    guard nodes[index].level == .paragraph, let parent = nodes[index].parent,
      nodes[parent].level.family == .division, nodes[parent].heading != nil,
      nodes[index].range.count <= Self.titleLength, parent == index - 1 || isRestOfTitle(index - 1)
    else { return false }
    return nodes[index].range.last.map { !"。；：".unicodeScalars.contains(reading.scalars[$0]) }
      ?? false
  }

  /// A line of a title has no more scalars than this.
  private static let titleLength = 30

  /// Whether a node begins on the line of its parent's number: the first paragraph of an article.
  private func continuesLine(_ index: Int) -> Bool {
    if isRestOfTitle(index) { return true }
    guard nodes[index].level == .paragraph, let parent = nodes[index].parent else { return false }
    return parent == index - 1 && nodes[parent].level == .article && nodes[parent].text.isEmpty
  }

  /// For each unit's node the stretches that it owns.
  private func segments(_ starts: [Start]) -> [Int: [UnitSegment]] {
    var segments: [Int: [UnitSegment]] = [:]
    let range = document.document.range
    for (index, start) in starts.enumerated() {
      let from = index == 0 ? min(range.lowerBound, start.position) : start.position
      let to = index + 1 < starts.count ? starts[index + 1].position : range.upperBound
      let words = from..<max(from, to)
      var owned = segments[start.owner, default: []]
      segments[start.owner] = nil
      if start.continues, let last = owned.popLast() {
        let joined = last.range.lowerBound..<max(last.range.upperBound, words.upperBound)
        owned.append(UnitSegment(range: joined, opening: last.opening))
      } else {
        owned.append(UnitSegment(range: words, opening: start.opening))
      }
      segments[start.owner] = owned
    }
    // A table begins with its first cell, not with an empty line before it.
    for (node, parts) in segments where nodes[node].level == .table && parts.count > 1 {
      if parts[0].range.isEmpty { segments[node]?.removeFirst() }
    }
    return segments
  }
}
