import PolicyExtraction
import PolicyStructure
import PolicyText

/// What the settled series come to: numbers, cuts and new units.
extension AmendmentPass {
  /// Settles every series; gives the instructions whose numbers do not fit the others.
  mutating func settleSeries(saysFollows: Bool) -> [Int: Refusal] {
    var misfits: [Int: Refusal] = [:]
    for key in series.keys.sorted(by: { $0.order < $1.order }) {
      guard var work = series[key] else { continue }
      switch key {
      case .articles, .divisions: work.series.saysFollows = saysFollows
      case .paragraphs, .items: break
      }
      let outcome = work.series.outcome()
      let unit = work.units.first?.unit ?? .article
      for misfit in outcome.misfits {
        misfits[misfit.instruction] = .number(
          said: UnitAddress(.body, [UnitStep(unit, misfit.said)]).citation,
          found: UnitAddress(.body, [UnitStep(unit, misfit.found)]).citation)
      }
      emit(key, work, outcome.slots)
    }
    for title in titles { edits.add(at: title.offset, title.words) }
    return misfits
  }

  private mutating func emit(_ key: SeriesKey, _ work: SeriesWork, _ slots: [UnitSeries.Slot]) {
    var emitter = SeriesEmitter(text: text, key: key, work: work, slots: slots)
    emitter.emit(into: &edits, numbers: &numbers)
  }

  /// Lines of a provision as the text lays lines out; the first stands where the old words began.
  func body(_ lines: [String]) -> [Unicode.Scalar] { text.layout.body(lines) }

  func block(_ lines: [String]) -> [Unicode.Scalar] { text.layout.block(lines) }
}

extension SeriesKey {
  /// The order in which series are settled: the inner ones first, since a new paragraph at the end of an
  /// article stands before a new article behind it.
  fileprivate var order: (Int, Int, Int) {
    switch self {
    case .divisions(let parent, let unit): (3, -(parent ?? -1), -unit.rawValue)
    case .articles: (2, 0, 0)
    case .paragraphs(let article): (1, article, 0)
    case .items(let holder): (0, -holder, 0)
    }
  }
}
