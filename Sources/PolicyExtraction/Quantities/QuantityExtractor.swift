public import PolicyLexicons
import PolicyStructure
import PolicyText

/// Finds the quantities of a document: each number with its unit, comparison and role.
///
/// Numbers are sought in the document's running words, block by block; the units, comparisons and
/// names around them come from the lexicons. What identifies (第五条, 〔2019〕19号, 十四五) is left out, and
/// so are the dates that the metadata give.
public struct QuantityExtractor: Sendable {
  private let words: QuantityWords

  /// An extractor with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first cell at fault.
  public init(lexicons: Lexicons) throws(LexiconError) {
    words = try QuantityWords(lexicons)
  }

  /// The quantities of a document in the order of the text.
  public func extract(in context: ExtractionContext) -> [Quantity] {
    let scalars = context.reading.scalars
    let document = context.document
    let rule = BoundRule(scalars: scalars, range: document.range)
    let dates = document.metadata.dates.compactMap(\.range)
    let manner = DocumentManner(
      document, in: context.reading, words: words.manners)
    var quantities: [Quantity] = []
    for block in context.blocks where isRead(document.nodes[block.node].level) {
      let scanner = QuantityScanner(
        scalars: scalars, words: words, rule: rule, limits: block.range)
      var amounts = scanner.amounts()
      var columnRole: Quantity.Role?
      if case .cell(let row, let column) = block.role, !amounts.isEmpty {
        let columns = TableColumns(
          reader: AmountReader(scalars: scalars, words: words, limits: document.range),
          node: document.nodes[block.node])
        columnRole = columns.read(&amounts, row: row, column: column)
      }
      amounts.removeAll { amount in dates.contains { $0.overlaps(amount.range) } }
      guard !amounts.isEmpty else { continue }
      let roles = RoleReader(
        scalars: scalars, words: words,
        isReport: manner.reports && !isAdvice(block.node, in: context), isCell: isCell(block),
        isPlan: manner.plans,
        limits: block.range
      ).roles(of: amounts)
      var found = zip(amounts, roles).map { amount, role in
        quantity(
          amount, node: block.node,
          role: amount.isBare || amount.isColumnValue ? columnRole ?? role : role)
      }
      MeasureReader(scalars: scalars, words: words, limits: block.range)
        .read(&found, amounts: amounts)
      quantities.append(contentsOf: found)
    }
    return quantities
  }

  private func isCell(_ block: TextBlock) -> Bool {
    if case .cell = block.role { return true }
    return false
  }

  /// Whether a unit stands below a heading that announces advice: there a report asks for numbers.
  private func isAdvice(_ node: Int, in context: ExtractionContext) -> Bool {
    var next: Int? = node
    while let index = next {
      let unit = context.document.nodes[index]
      if let heading = unit.heading, words.contains(adviceIn: context.reading.scalars[heading]) {
        return true
      }
      next = unit.parent
    }
    return false
  }

  private func isRead(_ level: NodeLevel) -> Bool {
    switch level {
    case .preface, .toc, .signature, .note, .colophon: false
    default: true
    }
  }

  private func quantity(_ amount: Amount, node: Int, role: Quantity.Role) -> Quantity {
    var quantity = Quantity(
      node: node, range: amount.range, kind: amount.kind, comparator: amount.comparator,
      value: amount.value, unit: amount.unit, per: amount.per, iso: amount.iso,
      role: role)
    if amount.isRange, amount.kind != .dateRange {
      quantity.low = amount.low
      quantity.high = amount.high
      quantity.lowInclusive = amount.lowInclusive
      quantity.highInclusive = amount.highInclusive
      quantity.value = nil
    }
    return quantity
  }
}
