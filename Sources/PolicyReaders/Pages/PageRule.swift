/// 框线: a straight line drawn along a page or down it, as those of tables are.
struct PageRule {
  let isHorizontal: Bool
  /// How far it lies from the upper edge of the page, or from the left one.
  var position: Double
  /// Where it begins and ends, from the left or from above.
  var start: Double
  var end: Double
}

extension PageRule {
  /// Lines thicker than this are areas, in points.
  static let thickness = 4.0
  /// Lines that lie no further apart than this are one, as those of a double line, and ends this
  /// close to a line touch it.
  static let tolerance = 3.0

  /// The line between two points; `nil` if it is slanted or a dot.
  init?(from first: (x: Double, y: Double), to second: (x: Double, y: Double)) {
    let width = abs(first.x - second.x)
    let height = abs(first.y - second.y)
    guard width.isFinite, height.isFinite, max(width, height) > Self.tolerance,
      min(width, height) < 1
    else { return nil }
    if width > height {
      self.init(
        isHorizontal: true, position: (first.y + second.y) / 2, start: min(first.x, second.x),
        end: max(first.x, second.x))
    } else {
      self.init(
        isHorizontal: false, position: (first.x + second.x) / 2, start: min(first.y, second.y),
        end: max(first.y, second.y))
    }
  }

  /// The line that a filled box is, if it is thin enough.
  init?(boxFrom first: (x: Double, y: Double), to second: (x: Double, y: Double)) {
    let middle = (x: (first.x + second.x) / 2, y: (first.y + second.y) / 2)
    if abs(first.y - second.y) < Self.thickness {
      self.init(from: (first.x, middle.y), to: (second.x, middle.y))
    } else if abs(first.x - second.x) < Self.thickness {
      self.init(from: (middle.x, first.y), to: (middle.x, second.y))
    } else {
      return nil
    }
  }

  /// Lines with those taken together that lie on each other or go on with each other.
  static func joined(_ rules: [PageRule]) -> [PageRule] {
    let sorted = rules.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    var joined: [PageRule] = []
    var index = 0
    while index < sorted.count {
      // Those at one place are put in order by where they begin.
      let first = sorted[index].position
      var end = index
      while end < sorted.count, sorted[end].position - first <= tolerance { end += 1 }
      var last: PageRule?
      for rule in sorted[index..<end].sorted(by: { $0.start < $1.start }) {
        if let open = last, rule.start - open.end <= tolerance {
          last?.end = max(open.end, rule.end)
        } else {
          if let last { joined.append(last) }
          last = rule
        }
      }
      if let last { joined.append(last) }
      index = end
    }
    return joined
  }
}
