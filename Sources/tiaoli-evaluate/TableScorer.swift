internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// Compares the places of tables with gold: each place of the grid has the words of the cell that covers it.
extension TextScorer {
  mutating func scoreTables(_ document: GoldDocument) {
    for record in document.records where record.task == .table {
      let rows = (record.rows ?? []).map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).map { squeezedString($0) }
      }
      let places = rows.reduce(0) { $0 + $1.count }
      guard let node = record.node.flatMap(document.finder.node),
        let grid = document.document.document.nodes[node].table
      else {
        count(.cell, hits: 0, given: 0, gold: places)
        miss("漏 table", at: "d\(document.number)/\(record.node ?? "?")", "\(rows.count)行")
        continue
      }
      let slots = grid.slots()
      var hits = 0
      for (row, cells) in rows.enumerated() {
        for (column, words) in cells.enumerated() {
          let slot = row < slots.count && column < slots[row].count ? slots[row][column] : nil
          let found =
            slot.map { place in
              grid.rows[place.row][place.index].pieces.map { document.words($0) }.joined()
            } ?? ""
          if words.isEmpty ? found.isEmpty || found == "-" : found.hasPrefix(words) {
            hits += 1
          } else {
            miss(
              "错 cell", at: document.place(node), "第\(row + 1)行第\(column + 1)列应为\(words)，得到\(found)"
            )
          }
        }
      }
      count(
        .cell, hits: hits, given: slots.reduce(0) { $0 + $1.count }, gold: places)
    }
  }
}
