/// The grid that lines on a page draw: columns, rows, and the cells that no line parts.
struct RuledGrid {
  /// A cell by the columns and rows that it takes up.
  struct Cell {
    let row: Int
    let column: Int
    let rowSpan: Int
    let columnSpan: Int
  }

  /// Where columns meet, from the left edge to the right one.
  let columns: [Double]
  /// Where rows meet, from above.
  let rows: [Double]
  /// The cells in reading order.
  let cells: [Cell]
  /// For each place of the grid, row by row, the index of its cell.
  let owners: [Int]

  /// The grids that the lines of a page draw, each of lines that touch each other.
  static func grids(of rules: [PageRule]) -> [RuledGrid] {
    let across = PageRule.joined(rules.filter(\.isHorizontal))
    let down = PageRule.joined(rules.filter { !$0.isHorizontal })
    // More lines than that are a drawing, and to look at each pair of them would take long.
    guard across.count * down.count <= 1 << 22 else { return [] }
    var groups = Groups(count: across.count + down.count)
    for (first, rule) in across.enumerated() {
      for (second, other) in down.enumerated() where rule.touches(other) {
        groups.join(first, across.count + second)
      }
    }
    var parts: [Int: (across: [PageRule], down: [PageRule])] = [:]
    for (index, rule) in (across + down).enumerated() {
      if index < across.count {
        parts[groups.root(of: index), default: ([], [])].across.append(rule)
      } else {
        parts[groups.root(of: index), default: ([], [])].down.append(rule)
      }
    }
    return parts.values.compactMap { RuledGrid(across: $0.across, down: $0.down) }
      .sorted { ($0.rows[0], $0.columns[0]) < ($1.rows[0], $1.columns[0]) }
  }

  /// The grid of lines that touch each other; `nil` if it is a frame around text, or a drawing.
  private init?(across: [PageRule], down: [PageRule]) {
    guard !across.isEmpty, !down.isEmpty else { return nil }
    columns = Self.edges(down.map(\.position), reach: across)
    rows = Self.edges(across.map(\.position), reach: down)
    let (width, height) = (columns.count - 1, rows.count - 1)
    guard width >= 2, height >= 1, width <= 256, width * height <= 20_000 else { return nil }
    // Whether a line stands at the right of a place, and below it.
    var wallsRight = [Bool](repeating: false, count: width * height)
    var wallsBelow = wallsRight
    for rule in down {
      guard let edge = Self.index(of: rule.position, in: columns), edge > 0, edge < width else {
        continue
      }
      for row in 0..<height where rule.covers((rows[row] + rows[row + 1]) / 2) {
        wallsRight[row * width + edge - 1] = true
      }
    }
    for rule in across {
      guard let edge = Self.index(of: rule.position, in: rows), edge > 0, edge < height else {
        continue
      }
      for column in 0..<width where rule.covers((columns[column] + columns[column + 1]) / 2) {
        wallsBelow[(edge - 1) * width + column] = true
      }
    }
    (cells, owners) = Self.cells(
      width: width, height: height, wallsRight: wallsRight, wallsBelow: wallsBelow)
    guard cells.count >= 2, cells.contains(where: { $0.column > 0 }) else { return nil }
  }

  /// Where lines of one direction stand; lines of the other that reach further show that the last of
  /// them are left out, as at the open sides of a table, or where it goes on on another page.
  private static func edges(_ positions: [Double], reach: [PageRule]) -> [Double] {
    var edges: [Double] = []
    for position in positions.sorted() {
      if let last = edges.last, position - last <= PageRule.tolerance { continue }
      edges.append(position)
    }
    let open = 8.0
    if let first = edges.first, let start = reach.map(\.start).min(), first - start > open {
      edges.insert(start, at: 0)
    }
    if let last = edges.last, let end = reach.map(\.end).max(), end - last > open {
      edges.append(end)
    }
    return edges
  }

  private static func index(of position: Double, in edges: [Double]) -> Int? {
    edges.indices.first { abs(edges[$0] - position) <= PageRule.tolerance }
  }

  /// Takes the places together that no line parts, to the right first and then down.
  private static func cells(
    width: Int, height: Int, wallsRight: [Bool], wallsBelow: [Bool]
  ) -> (cells: [Cell], owners: [Int]) {
    var owners = [Int](repeating: -1, count: width * height)
    var cells: [Cell] = []
    for row in 0..<height {
      for column in 0..<width where owners[row * width + column] < 0 {
        var right = column
        while right + 1 < width, !wallsRight[row * width + right],
          owners[row * width + right + 1] < 0
        {
          right += 1
        }
        var bottom = row
        while bottom + 1 < height,
          (column...right).allSatisfy({
            !wallsBelow[bottom * width + $0] && owners[(bottom + 1) * width + $0] < 0
          }),
          (column..<right).allSatisfy({ !wallsRight[(bottom + 1) * width + $0] }),
          right + 1 == width || wallsRight[(bottom + 1) * width + right]
        {
          bottom += 1
        }
        for place in row...bottom {
          for other in column...right { owners[place * width + other] = cells.count }
        }
        cells.append(
          Cell(
            row: row, column: column, rowSpan: bottom - row + 1, columnSpan: right - column + 1))
      }
    }
    return (cells, owners)
  }

  /// The index of the cell at a point; `nil` if it lies outside.
  func cell(x: Double, y: Double) -> Int? {
    guard let column = Self.place(of: x, in: columns), let row = Self.place(of: y, in: rows) else {
      return nil
    }
    return owners[row * (columns.count - 1) + column]
  }

  private static func place(of position: Double, in edges: [Double]) -> Int? {
    guard let first = edges.first, let last = edges.last, position >= first, position <= last
    else { return nil }
    return min((edges.firstIndex { $0 > position } ?? edges.count - 1), edges.count - 1) - 1
  }
}

extension PageRule {
  /// Whether a line of the other direction meets this one.
  fileprivate func touches(_ other: PageRule) -> Bool {
    let reach = Self.tolerance
    return other.position >= start - reach && other.position <= end + reach
      && position >= other.start - reach && position <= other.end + reach
  }

  /// Whether a place along the line lies on it.
  fileprivate func covers(_ place: Double) -> Bool { start <= place && place <= end }
}

/// Things that belong together, each group known by one of its members.
private struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ first: Int, _ second: Int) {
    parents[root(of: first)] = root(of: second)
  }
}
