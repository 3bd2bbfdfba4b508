internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// 义务清单: the norms of some texts that a reader asks for, a row each.
public struct DutyRegister: Sendable {
  /// The rows, in the order of the texts.
  public private(set) var duties: [Duty] = []
  private let filter: DutyFilter
  private let limit: Int

  /// An empty register of what passes a filter, up to a number of rows.
  public init(filter: DutyFilter, limit: Int = .max) {
    self.filter = filter
    self.limit = limit
  }

  /// Adds the norms of a text; `prefix` stands before each id, to tell texts apart.
  public mutating func add(_ analysis: Analysis, prefix: String = "") {
    let places = PlaceIndex(analysis.source.places)
    for (place, document) in analysis.documents.enumerated() {
      for (index, norm) in document.norms.enumerated()
      where duties.count < limit && filter.takes(norm, of: document, in: analysis.reading) {
        duties.append(
          Duty(
            norm, number: duties.count + 1, id: "\(prefix)d\(place + 1)/n\(index + 1)",
            of: document, in: analysis.reading, places: places))
      }
    }
  }
}

extension Duty {
  /// The row of a norm.
  fileprivate init(
    _ norm: Norm, number: Int, id: String, of document: AnalyzedDocument, in reading: ReadingText,
    places: PlaceIndex
  ) {
    let metadata = document.document.metadata
    let quantities = norm.quantities.map { document.quantities[$0] }
    func words(_ ranges: [Range<Int>]) -> [String] { ranges.map { reading.words(of: $0) } }
    self.init(
      number: number, id: id, title: metadata.title ?? "",
      documentNumber: metadata.documentNumber?.text ?? "",
      authorityLevel: metadata.authorityLevel ?? "", validity: Self.validity(of: metadata.dates),
      citation: document.citations[norm.node] ?? "", text: reading.words(of: norm.range),
      place: places.place(of: reading.span(of: norm.range).start)?.chineseName ?? "",
      bearers: norm.bearers.map { Self.name(of: $0, document, reading) }, modality: norm.modality,
      action: norm.action.map { reading.words(of: $0) } ?? "", conditions: words(norm.conditions),
      terms: words(quantities.filter(\.isTerm).map(\.range)),
      amounts: words(quantities.filter { !$0.isTerm }.map(\.range)))
  }

  /// A bearer as the text names it there; spelled out where it only stands for a name.
  private static func name(
    of bearer: Bearer, _ document: AnalyzedDocument, _ reading: ReadingText
  ) -> String {
    bearer.entity.map { document.entities[$0].canonical } ?? reading.words(of: bearer.range)
  }

  private static func validity(of dates: [DocumentDate]) -> String {
    if let repealed = dates.first(where: { $0.kind == .repealed }) {
      return "\(repealed.date)废止"
    }
    return dates.first { $0.kind == .effective }.map { "\($0.date)起施行" } ?? ""
  }
}

extension Quantity {
  /// Whether it says by when, how long or how often, and not how much.
  fileprivate var isTerm: Bool {
    switch kind {
    case .duration, .date, .dateRange, .frequency: true
    case .number, .percent, .fraction, .money, .quantity, .rate, .score: false
    }
  }
}
