internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// 有效期: the day until which a document holds by its own words: 本办法自…起施行，有效期五年; 有效期至….
///
/// Source: observed in closing articles of 规范性文件; 国办发〔2018〕37号 asks local rules for a term.
struct ValidityTerm {
  let document: AnalyzedDocument
  let reading: ReadingText

  private static let term = Array("有效期".unicodeScalars)
  /// The closing article is among the last so many quantities and provisions.
  private static let closing = 600

  /// The day, counted from the day in force; `nil` where nothing is said.
  func end(from start: CalendarDay?) -> CalendarDay? {
    let range = document.document.range
    let scalars = reading.scalars
    var offset = range.upperBound - Self.term.count
    let first = max(range.lowerBound, range.upperBound - Self.closing)
    while offset >= first {
      if scalars[offset..<offset + Self.term.count].elementsEqual(Self.term),
        isOfDocument(offset), let day = day(after: offset + Self.term.count, start)
      {
        return day
      }
      offset -= 1
    }
    return nil
  }

  /// Whether the words before speak of the document itself and not of a licence: the sentence has 施行,
  /// 实施 or 印发.
  private func isOfDocument(_ offset: Int) -> Bool {
    let scalars = reading.scalars
    var start = offset
    while start > 0, offset - start < 60, scalars[start - 1] != "。" { start -= 1 }
    let words = String(scalars, in: start..<offset)
    return ["施行", "实施", "执行", "印发", "发布", "生效"].contains { words.contains($0) }
  }

  private func day(after offset: Int, _ start: CalendarDay?) -> CalendarDay? {
    for quantity in document.quantities
    where quantity.range.lowerBound >= offset && quantity.range.lowerBound <= offset + 6 {
      if quantity.kind == .date { return quantity.iso.flatMap(CalendarDay.init) }
      if quantity.unit == "年", let value = quantity.value, let start {
        return start.adding(years: Int("\(value)") ?? 0)
      }
    }
    return nil
  }
}
