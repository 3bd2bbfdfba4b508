/// Puts the cells of a row that lost some of its cells back under the heads of their columns.
///
/// A converter that drops a merged cell shifts what stands behind it to the left, so that cells can
/// only have stood further to the right, and the more so the further right they stand. Of all such
/// placements the one is taken whose cells fit their columns best.
struct RowPlacement {
  /// A cell with words, and its place in the row as it stands.
  struct Cell {
    let place: Int
    let features: CellFeatures
  }

  /// What it costs to suppose that one more cell was dropped.
  private let dropCost: Double
  /// What it costs to leave a column at the end of a row empty.
  private let emptyEndCost: Double
  /// What it costs to suppose that cells were dropped between two that stayed.
  private let innerDropCost = 0.6

  /// Whether the first cell of each row counts it, so that the rows begin behind it.
  private let countsRows: Bool
  /// How many columns a whole row fills; those behind them may stay empty.
  private let core: Int
  /// Cells that cost no more than this each stand where they belong.
  private let goodFit = 0.2

  /// `dropsMerged`: Whether rows of the table are short and none begins with an empty cell, so that merged
  /// cells must have been dropped.
  init(dropsMerged: Bool, core: Int, countsRows: Bool = false) {
    self.core = core
    self.countsRows = countsRows
    dropCost = dropsMerged ? 0.05 : 0.55
    emptyEndCost = dropsMerged ? 1.4 : 0
  }

  /// The columns of the cells, and by how much it is better than to leave them as they stand; `nil` if
  /// they do not fit into the columns.
  func columns(
    of cells: [Cell], profiles: [ColumnProfile]
  ) -> (columns: [Int], gain: Double)? {
    guard let last = cells.last, last.place < profiles.count else { return nil }
    let room = profiles.count - 1 - last.place
    let far = 1e9
    /// For each shift to the right, the cost of the best placement of the cells so far.
    var costs = [Double](repeating: far, count: room + 1)
    var choices: [[Int]] = []
    var asItStands = 0.0
    for (index, cell) in cells.enumerated() {
      var next = [Double](repeating: far, count: room + 1)
      var choice = [Int](repeating: 0, count: room + 1)
      for shift in 0...room {
        var best = far
        if index == 0 {
          best = Double(shift) * dropCost
        } else {
          for before in 0...shift {
            // Merged cells are dropped at the head of a row, seldom between two cells that stay.
            let cost =
              costs[before] + Double(shift - before) * dropCost
              + (shift > before && !(countsRows && index == 1) ? innerDropCost : 0)
            if cost < best {
              best = cost
              choice[shift] = before
            }
          }
        }
        next[shift] = best + profiles[cell.place + shift].cost(cell.features)
      }
      asItStands += profiles[cell.place].cost(cell.features)
      costs = next
      choices.append(choice)
    }
    // A row that has blanks between cells that fit their columns has kept its blanks.
    if last.place >= cells.count, asItStands <= goodFit * Double(cells.count) { return nil }
    asItStands += endCost(last.place)
    var shift = 0
    var best = far
    let end = last.place
    for last in 0...room {
      let cost = costs[last] + endCost(end + last)
      if cost < best - 1e-9 {
        best = cost
        shift = last
      }
    }
    var columns = [Int](repeating: 0, count: cells.count)
    for index in cells.indices.reversed() {
      columns[index] = cells[index].place + shift
      shift = choices[index][shift]
    }
    return (columns, asItStands - best)
  }

  /// What it costs that a row ends at a column.
  private func endCost(_ column: Int) -> Double { Double(max(0, core - 1 - column)) * emptyEndCost }
}
