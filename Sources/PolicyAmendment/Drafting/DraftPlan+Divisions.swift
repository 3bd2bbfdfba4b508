import PolicyExtraction
import PolicyStructure

/// What a draft says of chapters.
extension DraftPlan {
  /// Lines about titles, each with the place of its chapter in the new text.
  var divisionLines: [(division: Int?, line: String)] {
    divisions.flatMap { pair -> [(division: Int?, line: String)] in
      if let i = pair.old, let j = pair.new { return titleLines(from: i, to: j) }
      guard let i = pair.old else { return pair.new.flatMap(cutLine).map { [$0] } ?? [] }
      return goneLine(i).map { [(nil, $0)] } ?? []
    }
  }

  /// Lines about a chapter that stays: those that are joined to it, and its new title.
  private func titleLines(from i: Int, to j: Int) -> [(division: Int?, line: String)] {
    let (before, after) = (old.divisions[i], new.divisions[j])
    var lines: [(division: Int?, line: String)] = []
    let parts = dissolved.parts(of: i).map { old.divisions[$0].address.citation }
    if !parts.isEmpty {
      let all = ([before.address.citation] + parts).joined(separator: "、")
      lines.append((j, "将\(all)合并为\(after.address.citation)。"))
    }
    if before.title != after.title, !after.title.isEmpty {
      let unit = before.address.unit ?? .chapter
      let title = DraftQuotation.words(after.title)
      lines.append((j, "\(before.address.citation)\(unit.word)名修改为\(title)。"))
    }
    return lines
  }

  /// 删去第四章, as far as what becomes of it is not told otherwise.
  private func goneLine(_ i: Int) -> String? {
    // What goes with the chapter that holds it needs no word, nor does what is joined to another.
    if dissolved.isJoined(i) { return nil }
    if let outer = old.divisions[i].parent, isGone(outer),
      divisions.contains(where: { $0.old == outer && $0.new == nil })
    {
      return nil
    }
    let address = old.divisions[i].address
    let unit = address.unit ?? .chapter
    return isGone(i) ? "删去\(address.citation)。" : "删去\(address.citation)\(unit.word)名。"
  }

  /// 在第八条前增加一章，作为第四章：“第四章　审定”.
  private func cutLine(_ division: Int) -> (division: Int?, line: String)? {
    guard let article = cuts[division] else { return nil }
    let (own, before) = (
      new.divisions[division], ArticleFormulas.citation(old.articles[article].values)
    )
    let title = DraftQuotation.lines([ArticleFormulas.trimmed(own.line)])
    return (
      division,
      "在\(before)前增加一\((own.address.unit ?? .chapter).word)，作为\(own.address.citation)：\(title)。"
    )
  }
}
