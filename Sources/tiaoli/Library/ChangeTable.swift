internal import PolicyIndex

/// What changed for a department, as a table.
struct ChangeTable {
  static let columns = ["变化", "法规名称", "条款号", "原内容", "新内容", "时限", "编号"]

  private let changes: [DutyChange]
  private let terminal: Terminal

  init(_ changes: [DutyChange], terminal: Terminal) {
    self.changes = changes
    self.terminal = terminal
  }

  /// The cells, a row a duty.
  var rows: [[String]] {
    changes.map { change in
      let shown = change.new ?? change.old
      return [
        change.kind.chineseName, shown?.document.title ?? "", shown?.citation ?? "",
        change.old?.text ?? "", change.new?.text ?? "",
        (shown?.terms ?? []).joined(separator: "；"), shown?.id ?? "",
      ]
    }
  }

  /// The table for the eye.
  var text: String {
    guard !changes.isEmpty else { return "没有变化。\n" }
    var lines: [String] = []
    var title = ""
    for change in changes {
      guard let shown = change.new ?? change.old else { continue }
      if shown.document.title != title {
        title = shown.document.title
        if !lines.isEmpty { lines.append("") }
        lines.append(terminal.styled("《\(title)》", .bold))
      }
      let style: Terminal.Style =
        switch change.kind {
        case .added: .green
        case .changed: .yellow
        case .removed: .red
        }
      lines.append(
        "  " + terminal.styled(change.kind.chineseName, style) + "　\(shown.citation)　\(shown.id)")
      if let old = change.old { lines += wrapped(change.kind == .changed ? "原：" : "", old.text) }
      if let new = change.new { lines += wrapped(change.kind == .changed ? "新：" : "", new.text) }
    }
    let counts = [DutyChange.Kind.added, .changed, .removed].map { kind in
      "\(kind.chineseName)\(changes.count { $0.kind == kind })条"
    }
    lines += ["", counts.joined(separator: "，") + "。"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ label: String, _ words: String) -> [String] {
    (label + words).wrapped(toWidth: max(20, terminal.width - 6)).map { "      " + $0 }
  }

  private struct Row: Encodable {
    let change: String
    let title: String
    let citation: String
    let old: String?
    let new: String?
    let id: String
  }

  /// The changes as JSON.
  var json: [UInt8] {
    LibraryJSON.encoded(
      changes.compactMap { change in
        (change.new ?? change.old).map { shown in
          Row(
            change: change.kind.rawValue, title: shown.document.title, citation: shown.citation,
            old: change.old?.text, new: change.new?.text, id: shown.id)
        }
      })
  }
}
