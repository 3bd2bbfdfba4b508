internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// For each unit of a text what was found in it, by its index in the document's lists.
struct UnitContents {
  /// What was found in one unit.
  struct Contents {
    var norms: [Int] = []
    var quantities: [Int] = []
    var references: [Int] = []
    var definitions: [Int] = []
    var assignments: [Int] = []
  }

  /// For each unit.
  let contents: [Contents]

  /// What was found in the units of a text.
  init(_ text: ComparedText) {
    let unitOfNode = text.unitOfNode
    var contents = text.units.map { _ in Contents() }
    for (index, document) in text.analysis.documents.enumerated() {
      let units = unitOfNode[index]
      for (n, norm) in document.norms.enumerated() where units[norm.node] >= 0 {
        contents[units[norm.node]].norms.append(n)
      }
      for (n, quantity) in document.quantities.enumerated() where units[quantity.node] >= 0 {
        contents[units[quantity.node]].quantities.append(n)
      }
      for (n, reference) in document.references.enumerated() where units[reference.node] >= 0 {
        contents[units[reference.node]].references.append(n)
      }
      for (n, definition) in document.definitions.enumerated() where units[definition.node] >= 0 {
        contents[units[definition.node]].definitions.append(n)
      }
      for (n, assignment) in document.assignments.enumerated()
      where units[assignment.node] >= 0 {
        contents[units[assignment.node]].assignments.append(n)
      }
    }
    self.contents = contents
  }
}

/// One unit of one side, and what was found in it.
struct UnitSide {
  let unit: ComparedUnit
  let document: AnalyzedDocument
  let analysis: Analysis
  let contents: UnitContents.Contents

  /// The unit of a text at an index.
  init(_ index: Int, of text: ComparedText, _ contents: UnitContents) {
    unit = text.units[index]
    document = text.analysis.documents[unit.document]
    analysis = text.analysis
    self.contents = contents.contents[index]
  }

  /// The stretch of the unit's text that a stretch of the reading text takes up.
  func range(_ reading: Range<Int>) -> Range<Int> { unit.text.range(ofReading: reading) }

  /// The words of a stretch of the reading text, as the source has them.
  func words(_ reading: Range<Int>) -> String { analysis.reading.compactWords(of: reading) }

  /// Whether an organ is named in a stretch of the unit's text.
  func namesOrgan(_ range: Range<Int>) -> Bool {
    guard let first = unit.text.readings.first, let last = unit.text.readings.last else {
      return false
    }
    return document.entities.contains { entity in
      entity.kind.isOrgan
        && entity.mentions.contains {
          $0.range.lowerBound >= first && $0.range.lowerBound <= last
            && self.range($0.range).overlaps(range)
        }
    }
  }

  /// Whether a character stands right before an offset of the unit's text.
  func follows(_ scalar: Unicode.Scalar, _ offset: Int) -> Bool {
    offset > 0 && unit.text.folded[offset - 1] == scalar
  }

  /// The words of a stretch of the unit's text.
  func string(_ range: Range<Int>) -> String { unit.text.string(range) }
}

/// A pair of units and what is different between them.
struct UnitPair {
  let old: UnitSide
  let new: UnitSide
  let difference: UnitDifference

  /// How many scalars of an old stretch stay in a new one.
  func overlap(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    var count = 0
    for block in difference.common {
      let shift = block.new.lowerBound - block.old.lowerBound
      let start = max(left.lowerBound, block.old.lowerBound, right.lowerBound - shift)
      let end = min(left.upperBound, block.old.upperBound, right.upperBound - shift)
      if end > start { count += end - start }
    }
    return count
  }

  /// Whether an edit of substance touches an old stretch, or puts something into it.
  func changesOld(_ range: Range<Int>) -> Bool {
    difference.edits.contains { !$0.isEditorial && Self.touches($0.old, range) }
  }

  /// Whether an edit of substance touches a new stretch, or takes something out of it.
  func changesNew(_ range: Range<Int>) -> Bool {
    difference.edits.contains { !$0.isEditorial && Self.touches($0.new, range) }
  }

  /// The share of an old stretch that edits take out.
  func shareOfOld(_ range: Range<Int>) -> Double {
    share(range, difference.edits.filter { !$0.isEditorial }.map(\.old))
  }

  /// The share of a new stretch that edits put in.
  func shareOfNew(_ range: Range<Int>) -> Double {
    share(range, difference.edits.filter { !$0.isEditorial }.map(\.new))
  }

  private func share(_ range: Range<Int>, _ edits: [Range<Int>]) -> Double {
    guard !range.isEmpty else { return 0 }
    return Double(edits.reduce(0) { $0 + $1.clamped(to: range).count }) / Double(range.count)
  }

  /// Whether an edit's stretch lies over another; an empty one inside it.
  static func touches(_ edit: Range<Int>, _ range: Range<Int>) -> Bool {
    edit.isEmpty
      ? edit.lowerBound > range.lowerBound && edit.lowerBound < range.upperBound
      : edit.overlaps(range)
  }
}

extension Entity.Kind {
  /// Whether it is an organ of state or of the Party, as reforms of institutions rename them.
  fileprivate var isOrgan: Bool {
    switch self {
    case .government, .department, .party, .legislature, .court, .procuratorate, .committee: true
    case .institution, .unit, .category, .person, .anyone: false
    }
  }
}
