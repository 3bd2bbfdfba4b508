import PolicyClauses

extension NormReader {
  /// Makes the norms of the markers of a clause; the first takes the clauses from `start` along.
  ///
  /// - Returns: the index of the last; `nil` if none of them is a norm here.
  mutating func append(_ markers: [FoundMarker], at index: Int, from start: Int) -> Int? {
    let clause = layer.clauses[index]
    var markers = markers
    if let sanction = markers.first(where: {
      isSanction($0, among: markers, at: index, from: start)
    }) {
      markers = [sanction]
    } else {
      markers.removeAll { $0.need != nil }
    }
    guard !markers.isEmpty else { return nil }
    var begin = layer.clauses[start].range.lowerBound
    for (position, marker) in markers.enumerated() {
      let end =
        position + 1 < markers.count
        ? connectiveStart(
          before: markers[position + 1].range.lowerBound, after: marker.range.upperBound)
        : clause.range.upperBound
      var norm = Norm(
        node: node, range: begin..<end, modality: marker.modality, marker: marker.range,
        action: marker.range.upperBound..<max(end, marker.range.upperBound), rule: rule(of: marker))
      if marker.modality == .sanction { norm.action = marker.range.lowerBound..<end }
      if marker.range.upperBound == end, position == 0 {
        // 对考察材料负责: what is said stands before the marker.
        let before = clause.range.lowerBound..<marker.range.lowerBound
        norm.action =
          map.token(.preposition, in: before).map { $0.start..<end } ?? marker.range
      }
      let prefix =
        max(begin, position == 0 ? clause.range.lowerBound : begin)..<marker.range.lowerBound
      let lead = position == 0 ? start..<index : index..<index
      findBearers(of: &norm, marker: marker, prefix: prefix, lead: lead, end: end)
      findLimits(of: &norm, prefix: prefix, lead: lead)
      norms.append(norm)
      appendException(in: clause, to: norms.count - 1)
      begin = end
    }
    return norms.count - 1
  }

  /// Whether a part's marker makes it a sanction: 处…罚款 always; 责令 under 应当 only after …的，.
  private func isSanction(
    _ marker: FoundMarker, among markers: [FoundMarker], at index: Int, from start: Int
  ) -> Bool {
    guard let need = marker.need else { return false }
    switch need {
    case .penalty, .amount, .object, .liability: return true
    case .breach:
      return (start..<index).contains { layer.clauses[$0].isCondition(in: map) }
    case .order:
      let isGoverned = markers.contains {
        $0.need == nil && $0.range.lowerBound < marker.range.lowerBound
      }
      return !isGoverned || (start..<index).contains { layer.clauses[$0].isCondition(in: map) }
    }
  }

  /// Where the words begin that join a second predicate: 并, 也, 但.
  private func connectiveStart(before offset: Int, after limit: Int) -> Int {
    var start = offset
    while let word = map.word([.adverb, .connective, .join], endingAt: start, after: limit) {
      start = word.start
    }
    return start
  }

  private func rule(of marker: FoundMarker) -> String {
    if marker.need != nil { return "norm.sanction" }
    switch marker.use {
    case .modal: return "norm.modal"
    case .bare: return "norm.modal.bare"
    case .verb: return "norm.verb"
    case .duty: return "norm.duty"
    case .after: return "norm.duty.by"
    }
  }
}
