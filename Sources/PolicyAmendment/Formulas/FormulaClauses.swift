import PolicyText

/// Cuts the tokens of a numbered part into sentences, and these into clauses with one order each.
struct FormulaClauses {
  let text: CollapsedText
  let source: ReadingText

  /// The sentences of a part.
  func sentences(_ tokens: [FormulaToken]) -> [[FormulaToken]] {
    var result: [[FormulaToken]] = []
    var current: [FormulaToken] = []
    for (place, token) in tokens.enumerated() {
      if case .stop = token.kind {
        result.append(current)
        current = []
        continue
      }
      // …的权利；”原第六项改为第七项: a quotation that ends a sentence ends its instruction.
      if case .quotation(let last)? = current.last?.kind, endsSentence(last) {
        // “原文。”修改为：“新文。” and “…。”的表述 go on.
        let next = tokens[place...].first { $0.role != .filler }
        let goesOn =
          switch next?.kind {
          case .comma, .word(.modify), .word(.become), .word(.inside): true
          default: false
          }
        if !goesOn {
          result.append(current)
          current = []
        }
      }
      current.append(token)
    }
    result.append(current)
    return result.filter { !$0.isEmpty }
  }

  private func endsSentence(_ quotation: Int) -> Bool {
    guard let last = text.quotations[quotation]?.lines.last?.last else { return false }
    return source.scalars[last] == "。" || source.scalars[last] == "；"
  }

  /// Clauses: what commas part, and what 并 or a further order parts within them.
  func clauses(_ sentence: [FormulaToken]) -> [ArraySlice<FormulaToken>] {
    var result: [ArraySlice<FormulaToken>] = []
    for part in sentence.split(whereSeparator: {
      if case .comma = $0.kind { true } else { false }
    }) {
      var start = part.startIndex
      var hasVerb = false
      for index in part.indices {
        let token = part[index]
        if token.role?.isVerb == true || token.role == .as {
          if hasVerb, token.role?.isVerb == true, let cut = cut(part[start..<index]) {
            result.append(part[start..<cut])
            start = cut
          }
          hasVerb = true
        }
        if hasVerb, token.role == .also {
          result.append(part[start..<index])
          start = index + 1
          hasVerb = false
        }
      }
      result.append(part[start...])
    }
    return result.filter { !$0.isEmpty }
  }

  /// Where a clause with a verb ends and one with another verb begins, if they are two.
  ///
  /// “A”修改为“B”、“C”修改为“D” are two; 改为第十二条修改为“…” is one.
  private func cut(_ tokens: ArraySlice<FormulaToken>) -> Int? {
    guard let verb = tokens.firstIndex(where: { $0.role?.isVerb == true }) else { return nil }
    // 改为第十二条修改为“…”, 增加一条作为: the second verb completes the first.
    switch tokens[verb].role {
    case .modify, .delete:
      guard
        let first = tokens[verb...].firstIndex(where: {
          if case .quotation = $0.kind { true } else { false }
        })
      else {
        return tokens[verb].role == .delete ? tokens.endIndex : nil
      }
      return first + 1
    default: return nil
    }
  }
}
