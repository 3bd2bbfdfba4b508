internal import PolicyIndex

/// How many duties departments have, as a table.
struct DepartmentTable {
  static let columns = [
    "部门", "职能", "合计", "应当", "不得", "可以", "可以不", "鼓励", "处罚", "牵头", "配合", "文件",
  ]

  private let counts: [DepartmentCount]
  private let terminal: Terminal

  init(_ counts: [DepartmentCount], terminal: Terminal) {
    self.counts = counts
    self.terminal = terminal
  }

  /// The cells, a row a department.
  func rows(limit: Int?) -> [[String]] {
    counts.prefix(limit ?? counts.count).map { count in
      [count.name, count.function ?? "", String(count.total)] + count.byModality.map(String.init)
        + [String(count.leads), String(count.participates), String(count.documents)]
    }
  }

  /// The table for the eye.
  func text(limit: Int) -> String {
    let rows = rows(limit: limit)
    guard !rows.isEmpty else { return "没有找到相符的部门。\n" }
    let kept = [0, 2, 3, 4, 5, 8, 9, 10, 11]
    let nameWidth = min(
      max(rows.map { $0[0].displayWidth }.max() ?? 8, 8), max(20, terminal.width - 58))
    func line(_ cells: [String]) -> String {
      kept.enumerated().map { place, column in
        let cell = cells[column]
        return place == 0
          ? cell.truncated(toWidth: nameWidth).padded(toWidth: nameWidth)
          : String(repeating: " ", count: max(0, 5 - cell.displayWidth)) + cell
      }.joined(separator: "  ")
    }
    var lines = [terminal.styled(line(Self.columns), .dim)] + rows.map(line)
    lines.append("")
    lines.append(
      "共\(counts.count)个部门" + (counts.count > rows.count ? "，列出前\(rows.count)个。" : "。"))
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Row: Encodable {
    let name: String
    let function: String?
    let total: Int
    let obligation: Int
    let prohibition: Int
    let permission: Int
    let exemption: Int
    let encouragement: Int
    let sanction: Int
    let lead: Int
    let participant: Int
    let documents: Int
  }

  /// The rows as JSON.
  func json(limit: Int?) -> [UInt8] {
    LibraryJSON.encoded(
      counts.prefix(limit ?? counts.count).map { count in
        Row(
          name: count.name, function: count.function, total: count.total,
          obligation: count.byModality[0], prohibition: count.byModality[1],
          permission: count.byModality[2], exemption: count.byModality[3],
          encouragement: count.byModality[4], sanction: count.byModality[5], lead: count.leads,
          participant: count.participates, documents: count.documents)
      })
  }
}
