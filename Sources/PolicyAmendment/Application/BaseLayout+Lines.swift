import PolicyExtraction
import PolicyStructure
import PolicyText

/// New lines, laid out as the old ones are.
extension BaseLayout {
  /// Lines of a unit: the first stands behind its number, the others as paragraphs and items do.
  func body(_ lines: [String]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { result += gap(level(of: line)) }
      result += line.unicodeScalars
    }
    return result
  }

  /// Lines with numbers of articles and titles of chapters among them.
  func block(_ lines: [String]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for (index, line) in lines.enumerated() {
      let level = level(of: line)
      if index > 0 { result += gap(level) }
      guard let number = ProvisionLine.number(in: line), number.unit <= .article, level != .heading
      else {
        result += line.unicodeScalars
        continue
      }
      result += UnitNumbering.words(for: number.values, like: numbers[level], level: level)
      result += separator(level)
      result += ProvisionLine.words(of: line, after: number).unicodeScalars
    }
    return result
  }

  private func level(of line: String) -> NodeLevel {
    switch ProvisionLine.number(in: line)?.unit {
    case .part: .part
    case .subpart: .subpart
    case .chapter: .chapter
    case .section: .section
    case .article: .article
    case .item: .item
    case .subitem: .subitem
    case .division: .heading
    case .paragraph, nil: .paragraph
    }
  }
}
