internal import PolicyAnalysis
internal import PolicyDiff
internal import PolicyStructure
internal import PolicyText

/// What is to be known of a table: what it leaves out, and that everything was compared.
struct TableNotes {
  let notes: [String]

  init(_ comparison: Comparison, leftOut: [RowKind: Int]) {
    var notes: [String] = []
    if !comparison.isOfOneText {
      notes.append("两个文本的标题不同，能够对应的条文很少，可能不是同一文件的两个版本。请检查是否选错了文件。")
    } else if comparison.alignments.allSatisfy({ $0.change == .unchanged }) {
      notes.append("两个文本的正文完全相同。")
    }
    let parts = [RowKind.unchanged, .renumbered, .form, .modified].compactMap { kind in
      leftOut[kind].map { "\(Self.reason(kind))的\($0)处" }
    }
    if !parts.isEmpty {
      notes.append("未列出：\(parts.joined(separator: "，"))。")
    }
    notes.append(
      "修订前正文\(comparison.old.characterCount)字、修订后正文\(comparison.new.characterCount)字，"
        + "逐字比对，没有遗漏。")
    for (side, text) in [("修订前", comparison.old), ("修订后", comparison.new)] {
      let count = text.analysis.residue.reduce(0) { $0 + $1.span.length }
      if count > 0 {
        notes.append("\(side)的文本中另有网页导航、页眉页脚等\(count)字，不属于文件内容，没有参加比对。")
      }
    }
    self.notes = notes
  }

  private static func reason(_ kind: RowKind) -> String {
    switch kind {
    case .unchanged: "没有改动"
    case .renumbered: "仅调整序号"
    case .form: "仅调整标点等文字形式"
    default: "仅作上述统一替换"
    }
  }
}
