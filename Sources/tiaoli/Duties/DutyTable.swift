internal import PolicyAnalysis

/// A register of duties as a table on a terminal.
///
/// What is the same for a whole document (法规名称, 文号, 效力级别, 时效性) stands above its rows; the other
/// ten columns share the width of the screen, and words that do not fit go on in the next line.
struct DutyTable {
  private let register: DutyRegister
  private let terminal: Terminal

  init(_ register: DutyRegister, terminal: Terminal) {
    self.register = register
    self.terminal = terminal
  }

  /// The columns of ``Duty`` that are shown, with the least and the greatest width of each.
  private static let columns: [(index: Int, least: Int, most: Int)] = [
    (0, 4, 6), (1, 8, 12), (6, 6, 20), (7, 10, 60), (8, 8, 20), (9, 8, 8), (10, 10, 40),
    (11, 8, 30), (12, 9, 16), (13, 8, 16),
  ]
  private static let gap = "  "

  /// The whole table.
  var text: String {
    guard !register.duties.isEmpty else { return "没有符合条件的义务。\n" }
    let widths = self.widths
    let titles = Self.columns.map { Duty.columns[$0.index] }
    var lines: [String] = []
    var heading = ""
    for duty in register.duties {
      let cells = duty.cells
      let facts = cells[2...5].filter { !$0.isEmpty }.joined(separator: "　")
      if facts != heading || lines.isEmpty {
        if !lines.isEmpty { lines.append("") }
        heading = facts
        lines.append(terminal.styled(facts.isEmpty ? "（无标题）" : facts, .bold))
        lines += wrapped(titles, widths: widths).map { terminal.styled($0, .dim) }
        lines.append(
          terminal.styled(
            widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap), .dim))
      }
      lines += wrapped(Self.columns.map { cells[$0.index] }, widths: widths)
    }
    lines.append("")
    lines.append("共\(register.duties.count)条。")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The widths of the columns: what the words take, within the bounds and the screen.
  private var widths: [Int] {
    var widths = Self.columns.map { column in
      let widest = register.duties.reduce(Duty.columns[column.index].displayWidth) {
        max($0, $1.cells[column.index].displayWidth)
      }
      return min(max(widest, column.least), column.most)
    }
    var excess = widths.reduce(0, +) + (widths.count - 1) * Self.gap.count - terminal.width
    while excess > 0 {
      // The column with most to spare gives, so that all stay readable as long as they can.
      let spare = zip(widths, Self.columns).map { $0 - $1.least }
      guard let most = spare.max(), most > 0, let index = spare.firstIndex(of: most) else { break }
      widths[index] -= 1
      excess -= 1
    }
    return widths
  }

  /// The lines of one row.
  private func wrapped(_ cells: [String], widths: [Int]) -> [String] {
    let columns = zip(cells, widths).map { $0.wrapped(toWidth: $1) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = zip(columns, widths).map { cell, width in
        (line < cell.count ? cell[line] : "").padded(toWidth: width)
      }.joined(separator: Self.gap)
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}

extension String {
  /// The words cut into lines of no more than some columns.
  func wrapped(toWidth width: Int) -> [String] {
    var lines: [String] = []
    var line = UnicodeScalarView()
    var used = 0
    for scalar in unicodeScalars {
      if used + scalar.displayWidth > width && used > 0 {
        lines.append(String(line))
        line = UnicodeScalarView()
        used = 0
      }
      line.append(scalar.value < 0x20 ? " " : scalar)
      used += max(scalar.displayWidth, scalar.value < 0x20 ? 1 : 0)
    }
    if used > 0 || lines.isEmpty { lines.append(String(line)) }
    return lines
  }
}
