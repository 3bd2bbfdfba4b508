internal import PolicyStructure

/// Finds codes of indicators that running text names: `见B5-5`, `C102指标`.
struct CodeIndex {
  private var codes: [String: Int] = [:]

  init(_ indicators: [Indicator]) {
    // A letter alone (A) is too little to know an indicator by.
    for (index, indicator) in indicators.enumerated() {
      guard let code = indicator.code, code.unicodeScalars.count >= 2,
        code.unicodeScalars.first.map({ $0.value >= 0x41 && $0.value <= 0x5A }) ?? false
      else { continue }
      codes[code] = codes[code] ?? index
    }
  }

  /// The indicators whose codes stand in a stretch.
  func indicators(in range: Range<Int>, of text: [Unicode.Scalar]) -> [Int] {
    guard !codes.isEmpty else { return [] }
    var found: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard text[offset].value >= 0x41, text[offset].value <= 0x5A,
        let mark = CellMark(offset..<range.upperBound, in: text), case .code = mark.style
      else {
        offset += 1
        continue
      }
      if let index = codes[String(String.UnicodeScalarView(text[mark.range]))],
        !found.contains(index)
      {
        found.append(index)
      }
      offset = mark.range.upperBound
    }
    return found
  }
}
