internal import PolicyAmendment
internal import PolicyAnalysis
internal import PolicyLexicons
internal import PolicyText

extension Amend {
  /// Drafts the decision that turns the old text into the new.
  ///
  /// - Throws: ``CommandFailure`` if there is nothing to draft, or the draft does not give the new text.
  func draft(with analyzer: Analyzer) throws(CommandFailure) {
    guard let path = decisions.first, decisions.count == 1 else {
      throw CommandFailure(.usage, "--derive 要两个文件：旧文本和新文本。")
    }
    guard format != .json else {
      throw CommandFailure(.usage, "--derive 写出的是决定草案，不能用 --format json。")
    }
    let drafter: DecisionDrafter
    do {
      drafter = try DecisionDrafter(lexicons: analyzer.lexicons)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
    let (old, new) = (try analyzer.source(of: base).text, try analyzer.source(of: path).text)
    guard let draft = drafter.draft(from: old, to: new) else {
      throw CommandFailure(.some, "“\(old.name)”或“\(new.name)”中没有找到文件。请检查内容。")
    }
    guard draft.count > 0 else {
      throw CommandFailure(.some, "“\(old.name)”和“\(new.name)”的条文没有不同，不需要修改决定。")
    }
    try write([Array(draft.text.utf8)])
    if draft.isRevision {
      Output.complain("两个文本的章节编排相差很大，逐条修改得不出新文本，草案采用全文修订的形式。")
    }
    guard draft.isExact else {
      let missed =
        draft.missed.isEmpty ? "条文之外的内容（如目录、章的编排、附件）" : draft.missed.joined(separator: "、")
      throw CommandFailure(
        .some, "草案不能完全得出“\(new.name)”：\(missed)与新文本不一致。请对照新文本补充。")
    }
  }
}
