/// Figures that paths draw, each a chain of points, as SVG and OFD write them.
enum PathFigure {
  /// How a format writes a path.
  enum Form {
    /// SVG 1.1, 8.3, with letters parted from numbers by spaces, as cairo writes it.
    case svg
    /// GB/T 33190—2016, 9.1: `C` closes a figure.
    case ofd
  }

  /// The figures of a path; those with curves are left out.
  static func figures(in data: String, form: Form) -> [[(x: Double, y: Double)]] {
    var figures: [[(x: Double, y: Double)]] = []
    var parts = data.split { $0 == " " || $0 == "\n" || $0 == "\t" }[...]
    var figure: [(x: Double, y: Double)] = []
    var isCurved = false
    func close() {
      if figure.count > 1, !isCurved { figures.append(figure) }
      figure = []
      isCurved = false
    }
    while let part = parts.popFirst() {
      switch part {
      case "M", "S": close()
      case "L": break
      case "Z",
        "C" where form == .ofd:
        if let first = figure.first { figure.append(first) }
        close()
      case "C", "Q", "A", "B", "T": isCurved = true
      default:
        guard let x = Double(part), let y = parts.popFirst().flatMap({ Double($0) }) else {
          return []
        }
        figure.append((x, y))
      }
    }
    close()
    return figures
  }
}

extension PageRule {
  /// The straight lines of a figure that is drawn.
  static func rules(of points: [(x: Double, y: Double)]) -> [PageRule] {
    // A thin box is drawn around a line.
    if let rule = PageRule(filling: points) { return [rule] }
    return zip(points, points.dropFirst()).compactMap { PageRule(from: $0, to: $1) }
  }

  /// The line that a figure is which is filled; `nil` if it is no thin box along an edge of the page.
  init?(filling points: [(x: Double, y: Double)]) {
    guard points.count >= 4, points.count <= 6, let first = points.first else { return nil }
    var low = first
    var high = first
    for point in points {
      low = (min(low.x, point.x), min(low.y, point.y))
      high = (max(high.x, point.x), max(high.y, point.y))
    }
    // Borders that meet are cut slantwise, by as much as they are thick.
    let slack = max(0.5, min(high.x - low.x, high.y - low.y, Self.thickness) + 0.1)
    let isBox = points.allSatisfy { point in
      (abs(point.x - low.x) < slack || abs(point.x - high.x) < slack)
        && (abs(point.y - low.y) < slack || abs(point.y - high.y) < slack)
    }
    guard isBox else { return nil }
    self.init(boxFrom: low, to: high)
  }
}
