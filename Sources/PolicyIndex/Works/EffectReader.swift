internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// Reads from a document which others it repeals or amends.
///
/// - A sentence that repeals (《甲办法》同时废止; 废止《乙规定》) takes each document that it names; a unit
///   of one (《甲办法》第五条同时废止) is repealed in part.
/// - A decision on repeal (关于废止…的决定) takes each document of its list.
/// - A decision on amendment (关于修改《甲条例》的决定) and an amendment (《甲法》修正案) amend what their title
///   names.
///
/// Source: 立法技术规范（试行）（一）55 to 59; Legislation Law (立法法, 2023) art. 64.
struct EffectReader {
  let document: AnalyzedDocument
  let reading: ReadingText

  private static let repeal = Array("废止".unicodeScalars)
  private static let lapse = Array("失效".unicodeScalars)

  /// What the document does to others, in the order of the text.
  func effects() -> [EffectRow] {
    var effects: [EffectRow] = []
    let title = document.document.metadata.title ?? ""
    let isRepealing = title.contains("废止") && !title.contains("修改")
    for reference in document.references where reference.status == .external {
      guard isRepealing || isRepealed(reference.range) else { continue }
      for target in reference.targets {
        guard case .document(let title, let number, let citation) = target,
          title != nil || number != nil
        else { continue }
        effects.append(
          EffectRow(
            kind: citation == nil ? .repeals : .repealsPartly,
            titleKey: title.map(DocumentKey.title), numberKey: number.map(DocumentKey.number),
            node: reference.node, span: reading.span(of: reference.range)))
      }
    }
    if let amended = amendedTitle(title) {
      let range = document.document.metadata.titleRange ?? 0..<0
      effects.append(
        EffectRow(
          kind: .amends, titleKey: DocumentKey.title(amended), numberKey: nil, node: 0,
          span: reading.span(of: range)))
    }
    return effects
  }

  /// Whether the sentence around a name says that what is named no longer holds.
  private func isRepealed(_ range: Range<Int>) -> Bool {
    let scalars = reading.scalars
    var end = range.upperBound
    let limit = min(scalars.count, end + 400)
    while end < limit, !isSentenceEnd(scalars[end]) { end += 1 }
    // The words between this name and the verb may name others, and nothing else that has a verb.
    if let verb = firstVerb(in: range.upperBound..<end), isList(range.upperBound..<verb) {
      return true
    }
    let start = max(0, range.lowerBound - 2)
    return scalars[start..<range.lowerBound].elementsEqual(Self.repeal)
  }

  private func firstVerb(in range: Range<Int>) -> Int? {
    guard range.count >= 2 else { return nil }
    for offset in range.lowerBound..<range.upperBound - 1 {
      let pair = reading.scalars[offset..<offset + 2]
      if pair.elementsEqual(Self.repeal) || pair.elementsEqual(Self.lapse) { return offset }
    }
    return nil
  }

  /// Whether some words only go on with a list of names: titles and brackets aside, no more than a few.
  private func isList(_ range: Range<Int>) -> Bool {
    var depth = 0
    var outside = 0
    for scalar in reading.scalars[range] {
      switch scalar {
      case "《", "（", "〔": depth += 1
      case "》", "）", "〕": depth -= 1
      case "、", "，", "和", "及": continue
      default: if depth == 0 { outside += 1 }
      }
    }
    return outside <= 24
  }

  private func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "；" || scalar == "！"
  }

  /// 甲条例 of 关于修改《甲条例》的决定 and of 甲条例修正案.
  private func amendedTitle(_ title: String) -> String? {
    if title.contains("修改"), let open = title.firstIndex(of: "《"),
      let close = title.lastIndex(of: "》"), open < close, !title.contains("等")
    {
      return String(title[title.index(after: open)..<close])
    }
    if title.contains("修正案") {
      guard let mark = title.firstRange(of: "修正案") else { return nil }
      let words = title[..<mark.lowerBound]
      return words.isEmpty ? nil : String(words)
    }
    return nil
  }
}
