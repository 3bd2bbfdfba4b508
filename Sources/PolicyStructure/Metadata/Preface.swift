import PolicyLexicons
import PolicyText

/// 版头和标题: the parts of a title block.
struct Preface {
  /// The lines of the title, in order.
  var title: [Range<Int>] = []
  /// Brackets at the title's end: （试行）, （2020修正）.
  var suffixes: [Range<Int>] = []
  /// 题注 and lines with dates.
  var notes: [Range<Int>] = []
  /// Words under the title: 苔溪县人民政府办公室2023年11月8日印发.
  var trailers: [Range<Int>] = []
  /// Names above the title: 发文机关标志.
  var marks: [Range<Int>] = []
  /// 发文字号.
  var number: DocumentNumberReader.Match?

  /// The title without line breaks and spaces.
  func titleWords(in reading: ReadingText) -> String {
    title.map { reading.compactWords(of: $0) }.joined()
  }

  /// The folded title.
  func titleScalars(in reading: ReadingText) -> [Unicode.Scalar] {
    title.flatMap { reading.scalars[$0] }
  }

  /// The folded title without the brackets at its end.
  func plainTitle(in reading: ReadingText) -> [Unicode.Scalar] {
    var words = titleScalars(in: reading)
    while let open = Self.openingOfSuffix(in: words) { words.removeSubrange(open...) }
    return words
  }

  /// 文种: what the title ends with.
  func type(with reader: MetadataReader, in reading: ReadingText) -> String? {
    var words = plainTitle(in: reading)
    // 宪法修正案（二） ends with a number in brackets; 《…规定》 as a title stands in its brackets.
    while let last = words.last, last == "》" || last == "”" { words.removeLast() }
    return reader.types.longest(in: words, endingAt: words.count, from: 0)
      .map { reader.typeNames[$0.row] }
  }

  /// The version that the title names: 2020修正, 修订, 试行, 征求意见稿.
  func version(with reader: MetadataReader, in reading: ReadingText) -> String? {
    var words = titleScalars(in: reading)
    while let open = Self.openingOfSuffix(in: words) {
      let inner = Array(words[(open + 1)..<(words.count - 1)])
      let isYear = inner.count == 4 && inner.allSatisfy { ("0"..."9").contains($0) }
      let names = inner.indices.contains {
        reader.titleWord(.version, in: inner, from: $0, to: inner.count) != nil
      }
      if isYear || names { return String(String.UnicodeScalarView(inner)) }
      words.removeSubrange(open...)
    }
    return nil
  }

  /// Where the brackets at the end of a title open.
  static func openingOfSuffix(in words: [Unicode.Scalar]) -> Int? {
    guard words.last == "）" else { return nil }
    var depth = 0
    for offset in words.indices.reversed() {
      if words[offset] == "）" { depth += 1 }
      if words[offset] == "（" { depth -= 1 }
      if depth == 0 { return offset > 0 ? offset : nil }
    }
    return nil
  }

  // MARK: Dates

  /// The dates of the 题注, each with what happened on it.
  func dates(in reading: ReadingText) -> [DocumentDate] {
    guard let number, number.isOrder(in: reading.scalars) else {
      return (notes + trailers).flatMap { NoteDates.dates(in: reading.scalars, range: $0) }
    }
    // 行长：林知远二〇〇一年一月九日: who signs an order, on one line with the day.
    let signed = marks.filter { $0.count <= 40 && !LineFacts.endsSentence($0, in: reading.scalars) }
    let dates = (notes + trailers + signed).flatMap {
      NoteDates.dates(in: reading.scalars, range: $0)
    }
    // The day under an order is that on which it publishes.
    return dates.map {
      $0.kind == .issued ? DocumentDate(kind: .promulgated, date: $0.date, range: $0.range) : $0
    }
  }
}

/// Dates in a 题注: 2004年8月28日第十届…第十一次会议通过 根据2013年…第一次修正.
enum NoteDates {
  static func dates(in scalars: [Unicode.Scalar], range: Range<Int>) -> [DocumentDate] {
    let dates = DateReader.dates(in: scalars, range: range)
    return dates.enumerated().flatMap { index, date -> [DocumentDate] in
      let end = index + 1 < dates.count ? dates[index + 1].range.lowerBound : range.upperBound
      let kinds = kinds(in: scalars, range: date.range.upperBound..<end)
      if kinds.isEmpty, index + 1 == dates.count, dates.count == 1 {
        return [DocumentDate(kind: .issued, date: date.iso, range: date.range)]
      }
      return kinds.map { DocumentDate(kind: $0, date: date.iso, range: date.range) }
    }
  }

  /// What the words after a date say, titles left out: 修订 comes before 通过 in 修订通过.
  private static func kinds(
    in scalars: [Unicode.Scalar], range: Range<Int>
  ) -> [DocumentDate.Kind] {
    var kinds: [DocumentDate.Kind] = []
    var offset = range.lowerBound
    while offset + 1 < range.upperBound {
      if scalars[offset] == "《" {
        offset = QuotedTitle.end(in: scalars, from: offset, to: range.upperBound) ?? offset + 1
        continue
      }
      if let kind = kind(scalars[offset], scalars[offset + 1]), !kinds.contains(kind) {
        // What is adopted as an amendment is an amendment; what is published then, its text.
        if !(kind == .adopted && kinds.contains(.revised)) { kinds.append(kind) }
      }
      offset += 1
    }
    if kinds.contains(.revised) { return [.revised] }
    return kinds
  }

  private static func kind(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> DocumentDate.Kind? {
    switch (first, second) {
    case ("通", "过"): .adopted
    case ("公", "布"), ("发", "布"), ("颁", "布"): .promulgated
    case ("施", "行"), ("实", "施"), ("生", "效"): .effective
    case ("修", "正"), ("修", "订"): .revised
    case ("印", "发"): .issued
    case ("废", "止"): .repealed
    default: nil
    }
  }
}
