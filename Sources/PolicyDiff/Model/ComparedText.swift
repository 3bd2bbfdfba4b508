public import PolicyAnalysis
internal import PolicyStructure

/// 一方文本: one side of a comparison: an analysis, cut into the units that are compared.
public struct ComparedText: Sendable {
  /// What was found in the source.
  public let analysis: Analysis
  /// The units in the order of the source; together they take up every word of its documents.
  public let units: [ComparedUnit]
  /// The index of the document that most provisions stand in; `nil` if there is no document.
  public let mainDocument: Int?

  /// The units of an analysis.
  public init(_ analysis: Analysis) {
    self.analysis = analysis
    let main = Self.mainDocument(of: analysis)
    mainDocument = main
    var units: [ComparedUnit] = []
    for (index, document) in analysis.documents.enumerated() {
      let prefix = index == main ? "" : "d\(index + 1)/"
      units +=
        UnitReader(
          document: document, index: index, idPrefix: prefix, firstUnit: units.count,
          reading: analysis.reading
        ).units
    }
    self.units = units
  }

  /// The document with the most articles; without articles, the one with the most words.
  private static func mainDocument(of analysis: Analysis) -> Int? {
    analysis.documents.indices.max { left, right in
      weight(analysis.documents[left]) < weight(analysis.documents[right])
    }
  }

  private static func weight(_ document: AnalyzedDocument) -> (Int, Int) {
    let articles = document.document.nodes.count { $0.level == .article }
    return (articles, document.document.range.count)
  }

  /// How many scalars that are not white space the documents hold.
  public var characterCount: Int {
    units.reduce(0) { count, unit in
      count + unit.text.scalars.count { $0 != "\n" && $0 != "\t" && $0 != " " }
    }
  }

  /// For each document and node the unit that it belongs to.
  var unitOfNode: [[Int]] {
    var result = analysis.documents.map { [Int](repeating: -1, count: $0.document.nodes.count) }
    for (index, unit) in units.enumerated() { result[unit.document][unit.node] = index }
    for (document, analyzed) in analysis.documents.enumerated() {
      for (node, value) in analyzed.document.nodes.enumerated() where result[document][node] < 0 {
        result[document][node] = value.parent.map { result[document][$0] } ?? -1
      }
    }
    return result
  }

  /// How a lawyer cites a unit: 第五条; for a part without a number, what it is (序言).
  public func citation(of unit: Int) -> String {
    let place = unit
    let unit = units[unit]
    let document = analysis.documents[unit.document]
    if let citation = document.citations[unit.node] { return citation }
    guard unit.family == .table, let parent = unit.parent,
      let outer = analysis.documents[units[parent].document].citations[units[parent].node]
    else { return unit.level.partName }
    // 附件1的表; of several, 附件1的表2.
    let tables = units.indices.filter { units[$0].family == .table && units[$0].parent == parent }
    let number = tables.count > 1 ? tables.firstIndex(of: place).map { String($0 + 1) } ?? "" : ""
    return outer + "的" + unit.level.partName + number
  }
}

extension NodeLevel {
  /// What a part without a number is called.
  var partName: String {
    switch self {
    case .preface: "题注"
    case .preamble: "序言"
    case .toc: "目录"
    case .signature: "落款"
    case .note: "附注"
    case .colophon: "版记"
    case .table: "表"
    case .attachment: "附件"
    default: "正文"
    }
  }
}
