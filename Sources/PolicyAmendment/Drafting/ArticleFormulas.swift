import PolicyExtraction
import PolicyText

/// The formulas that turn an old article into a new one: words, items, paragraphs, or the whole article,
/// whichever says it in the least.
struct ArticleFormulas {
  /// More changes than this in one article are better shown as new words for all of it.
  private static let most = 4

  private let old: DraftArticle
  private let new: DraftArticle
  /// 第十一条改为第十二条: the new number, where the formula has to say it.
  private let becomes: [Int]?
  private var clauses: [String] = []

  private init(from old: DraftArticle, to new: DraftArticle, becomes: [Int]?) {
    self.old = old
    self.new = new
    self.becomes = becomes
  }

  /// The sentence for one article, without its number in the decision.
  static func sentence(
    from old: DraftArticle, to new: DraftArticle, becomes: [Int]?, isWhole: Bool,
    breaker: inout WordBreaker
  ) -> String {
    var formulas = ArticleFormulas(from: old, to: new, becomes: becomes)
    if !isWhole, formulas.compare(&breaker) { return formulas.joined }
    return formulas.rewritten
  }

  /// 将第十一条改为第十二条.
  static func renumbering(from old: [Int], to new: [Int]) -> String {
    "将\(citation(old))改为\(citation(new))"
  }

  static func citation(_ values: [Int]) -> String {
    UnitAddress(.body, [UnitStep(.article, values)]).citation
  }

  private var name: String { Self.citation(old.values) }

  /// 第十条修改为：“…”.
  private var rewritten: String {
    let quoted = DraftQuotation.lines(new.lines.map(Self.trimmed))
    guard let becomes else { return "将\(name)修改为：\(quoted)" }
    return "\(Self.renumbering(from: old.values, to: becomes))，修改为：\(quoted)"
  }

  private var joined: String {
    guard let becomes else { return clauses.joined(separator: "，") + Self.closing(clauses) }
    return ([Self.renumbering(from: old.values, to: becomes)] + clauses).joined(separator: "，")
      + Self.closing(clauses)
  }

  /// 。 behind what no quoted sentence closes already.
  private static func closing(_ clauses: [String]) -> String {
    guard let last = clauses.last else { return "。" }
    return last.hasSuffix("。”") ? "" : "。"
  }

  // MARK: Paragraphs

  /// Finds the formulas; `false` if the article is better rewritten.
  private mutating func compare(_ breaker: inout WordBreaker) -> Bool {
    if old.isHeading { return compareLines(&breaker) }
    let pairs = SequenceAlignment.pairs(
      old.paragraphs.map { $0.lines.joined() }, new.paragraphs.map { $0.lines.joined() })
    let changed = pairs.count { pair in
      guard let i = pair.old, let j = pair.new else { return true }
      return old.paragraphs[i] != new.paragraphs[j]
    }
    guard changed > 0, changed <= Self.most, changed < pairs.count || pairs.count == 1 else {
      return false
    }
    for pair in pairs {
      switch (pair.old, pair.new) {
      case (let i?, let j?):
        guard old.paragraphs[i] != new.paragraphs[j] else { continue }
        guard compareParagraph(i, j, &breaker) else { return false }
      case (let i?, nil): clauses.append("删去\(place)第\(ChineseNumeral.words(for: i + 1))款")
      case (nil, let j?):
        let lines = new.paragraphs[j].lines.map(Self.trimmed)
        clauses.append(
          "\(place)增加一款，作为第\(ChineseNumeral.words(for: j + 1))款：\(DraftQuotation.lines(lines))")
      case (nil, nil): break
      }
    }
    return clauses.count <= Self.most
  }

  /// Of a numbered heading, whose lines are no paragraphs of an article, only words are changed.
  private mutating func compareLines(_ breaker: inout WordBreaker) -> Bool {
    guard old.lines.count == new.lines.count else { return false }
    for (before, after) in zip(old.lines, new.lines) where before != after {
      guard let changes = WordChange.changes(from: before, to: after, breaker: &breaker) else {
        return false
      }
      for change in changes {
        let here = clauses.isEmpty && becomes == nil ? place + "中" : "其中"
        clauses.append(formula(change, in: here))
      }
    }
    return !clauses.isEmpty && clauses.count <= Self.most
  }

  /// Another change in the unit that the clause before it names.
  private func further(_ change: WordChange) -> String {
    change.new.isEmpty
      ? "删去其中的\(DraftQuotation.words(change.old))"
      : "\(DraftQuotation.words(change.old))修改为\(DraftQuotation.words(change.new))"
  }

  private func formula(_ change: WordChange, in here: String) -> String {
    change.new.isEmpty
      ? "删去\(here)的\(DraftQuotation.words(change.old))"
      : "将\(here)的\(DraftQuotation.words(change.old))修改为\(DraftQuotation.words(change.new))"
  }

  /// The article where a clause must name it: not behind 将第十一条改为第十二条，.
  private var place: String { becomes == nil ? name : "" }

  /// How a paragraph is cited in a clause.
  private func paragraph(_ index: Int) -> String {
    old.paragraphs.count == 1 ? place : place + "第\(ChineseNumeral.words(for: index + 1))款"
  }

  private mutating func compareParagraph(
    _ i: Int, _ j: Int, _ breaker: inout WordBreaker
  ) -> Bool {
    let (before, after) = (old.paragraphs[i], new.paragraphs[j])
    let unit = paragraph(i)
    if before.items.isEmpty, after.items.isEmpty, before.tail == after.tail {
      if compareWords(before.lead, after.lead, in: unit, &breaker) { return true }
    } else if !before.items.isEmpty, !after.items.isEmpty, before.tail == after.tail,
      before.lead == after.lead
    {
      if compareItems(before, after, in: unit, &breaker) { return true }
    }
    guard !unit.isEmpty, old.paragraphs.count > 1 else { return false }
    // Behind another paragraph of the article the article needs no name.
    let name = clauses.isEmpty ? "将\(unit)" : "第\(ChineseNumeral.words(for: i + 1))款"
    clauses.append("\(name)修改为：\(DraftQuotation.lines(after.lines.map(Self.trimmed)))")
    return true
  }

  private mutating func compareWords(
    _ before: String, _ after: String, in unit: String, _ breaker: inout WordBreaker
  ) -> Bool {
    guard let changes = WordChange.changes(from: before, to: after, breaker: &breaker) else {
      return false
    }
    for (index, change) in changes.enumerated() {
      // 将第四条中的“A”修改为“B”，“C”修改为“D”: the unit is named once.
      if index > 0 {
        clauses.append(further(change))
        continue
      }
      let here = unit.isEmpty ? "其中" : unit + "中"
      clauses.append(formula(change, in: here))
    }
    return true
  }

  private mutating func compareItems(
    _ before: DraftArticle.Paragraph, _ after: DraftArticle.Paragraph, in unit: String,
    _ breaker: inout WordBreaker
  ) -> Bool {
    func words(_ items: [DraftArticle.Item]) -> [String] {
      items.map { item in
        let text = item.lines.joined()
        return text.last.map { "；。".contains($0) } ?? false ? String(text.dropLast()) : text
      }
    }
    let pairs = SequenceAlignment.pairs(words(before.items), words(after.items))
    for pair in pairs {
      switch (pair.old, pair.new) {
      case (let i?, let j?):
        let (old, new) = (before.items[i], after.items[j])
        if words([old]) == words([new]) { continue }
        let item = unit + "第（\(ChineseNumeral.words(for: old.value))）项"
        if old.lines.count == 1, new.lines.count == 1,
          compareWords(words([old])[0], words([new])[0], in: item, &breaker)
        {
          continue
        }
        clauses.append("将\(item)修改为：\(quoted(new))")
      case (let i?, nil):
        clauses.append("删去\(unit)第（\(ChineseNumeral.words(for: before.items[i].value))）项")
      case (nil, let j?):
        let new = after.items[j]
        clauses.append(
          "\(unit)增加一项，作为第（\(ChineseNumeral.words(for: new.value))）项：\(quoted(new))")
      case (nil, nil): break
      }
    }
    return clauses.count <= Self.most
  }

  private func quoted(_ item: DraftArticle.Item) -> String {
    DraftQuotation.lines(
      ([item.number + (item.lines.first ?? "")] + item.lines.dropFirst()).map(Self.trimmed))
  }

  static func trimmed(_ line: String) -> String { Quotation.trimmed(line) }
}
