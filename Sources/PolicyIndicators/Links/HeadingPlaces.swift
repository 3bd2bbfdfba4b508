internal import PolicyStructure
internal import PolicyText

/// Tells which indicator the section is about that a node stands in: （二）各类教育发展情况 and A2.
struct HeadingPlaces {
  /// The indicator of a section, how well its title fits, and the section's node.
  struct Place {
    let indicator: Int
    let fit: Double
    let node: Int
  }

  /// For each node, the place of the nearest section around it that has one.
  private(set) var places: [Place?]

  /// How much of the indicator's name a title must have, and how much of the title the name.
  private static let leastOfName = 0.7
  private static let leastOfTitle = 0.5

  init(_ document: PolicyDocument, units: LinkUnits, text: [Unicode.Scalar]) {
    places = Array(repeating: nil, count: document.nodes.count)
    for (index, node) in document.nodes.enumerated() {
      // Parents come first, and what they are about holds for their children.
      places[index] = node.parent.flatMap { places[$0] }
      guard node.level != .table, let heading = node.heading, heading.count <= 60 else { continue }
      let keys = Set(TermIndex.keys(heading, in: text))
      let all = keys.reduce(0.0) { $0 + units.index.weight($1) }
      var best: Place?
      for (unit, match) in units.index.matches(keys) where units.units[unit].isName {
        let name = match.weight / max(units.index.totals[unit], 0.1)
        let title = match.weight / max(all, 0.1)
        guard name >= Self.leastOfName, title >= Self.leastOfTitle else { continue }
        let place = Place(
          indicator: units.units[unit].indicator, fit: (name + title) / 2, node: index)
        if let known = best,
          (known.fit, -known.indicator) >= (place.fit, -place.indicator)
        {
          continue
        }
        best = place
      }
      if let best { places[index] = best }
    }
  }
}
