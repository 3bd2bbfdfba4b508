/// 公式: writes fractions, powers and brackets of formulas in a line, as 得分＝合格数/总数×100.
///
/// Their markup has the terms only; read without it, a numerator and its denominator would be one
/// number.
///
/// Source: ISO/IEC 29500-1, 22.1 (Math).
struct WordFormula {
  /// A fraction, power or bracket that is being read.
  private struct Part {
    let name: WordName
    /// Where its words begin in those of the paragraph.
    let start: Int
  }

  private var parts: [Part] = []
  /// The brackets of a delimiter, and whether the first is written.
  private var brackets: [(open: Unicode.Scalar, close: Unicode.Scalar, terms: Int)] = []

  /// Whether an element belongs to the markup of formulas.
  static func isPart(_ name: WordName) -> Bool {
    switch name {
    case .mathBegin, .mathCharacter, .mathDegree, .mathDelimiter, .mathDenominator, .mathElement,
      .mathEnd, .mathNumerator, .mathOperator, .mathRadical, .mathSuperscript:
      true
    default: false
    }
  }

  /// An element begins.
  mutating func start(
    _ name: WordName, _ attributes: MarkupAttributes<WordName>, words: inout [Unicode.Scalar]
  ) {
    let sign = attributes[.mathValue].map { $0.unicodeScalars.first }
    switch name {
    case .mathDelimiter: brackets.append(("(", ")", 0))
    case .mathBegin:
      if let last = brackets.indices.last { brackets[last].open = (sign ?? nil) ?? " " }
    case .mathEnd:
      if let last = brackets.indices.last { brackets[last].close = (sign ?? nil) ?? " " }
    case .mathCharacter:
      // The sign of a sum stands in its properties; where none does, it is an integral.
      if parts.last?.name == .mathOperator, let sign = sign ?? nil { words.append(sign) }
    case .mathElement:
      if let last = brackets.indices.last, parts.last?.name == .mathDelimiter {
        words.append(brackets[last].terms == 0 ? brackets[last].open : "，")
        brackets[last].terms += 1
      }
    case .mathDenominator: words.append("/")
    case .mathRadical: words.append("√")
    default: break
    }
    if name != .mathBegin, name != .mathEnd, name != .mathCharacter {
      parts.append(Part(name: name, start: words.count))
    }
  }

  /// An element ends.
  mutating func end(_ name: WordName, words: inout [Unicode.Scalar]) {
    guard name != .mathBegin, name != .mathEnd, name != .mathCharacter,
      let part = parts.popLast(), part.start <= words.count
    else { return }
    switch name {
    case .mathNumerator, .mathDenominator, .mathRadical: bracket(&words, from: part.start)
    case .mathSuperscript, .mathDegree: raise(&words, from: part.start)
    case .mathDelimiter:
      if let last = brackets.popLast(), last.terms > 0 { words.append(last.close) }
    default: break
    }
  }

  /// A term of several parts is put in brackets, so that it stays one.
  private func bracket(_ words: inout [Unicode.Scalar], from start: Int) {
    let signs: Set<Unicode.Scalar> = ["+", "-", "−", "＋", "－", "×", "*", "/", "÷", "·"]
    guard words[start...].contains(where: signs.contains), words[start] != "(" else { return }
    words.insert("(", at: start)
    words.append(")")
  }

  /// A power is written in small digits, or behind a mark.
  private func raise(_ words: inout [Unicode.Scalar], from start: Int) {
    guard start < words.count else { return }
    let small = words[start...].map(WordSymbols.superscript)
    if small.contains(nil) {
      bracket(&words, from: start)
      words.insert("^", at: start)
    } else {
      words.replaceSubrange(start..., with: small.compactMap(\.self))
    }
  }
}
