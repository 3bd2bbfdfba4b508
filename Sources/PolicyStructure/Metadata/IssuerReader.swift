import PolicyLexicons
import PolicyText

/// 发文机关: who issues a document, by its mark, its title, its 题注, its number or its signature.
struct IssuerReader {
  let reader: MetadataReader
  let reading: ReadingText

  private var scalars: [Unicode.Scalar] { reading.scalars }

  func issuers(preface: Preface, signature: [Range<Int>]) -> [String] {
    let title = fromTitle(preface)
    let mark = fromMark(preface)
    if !title.isEmpty { return title.count >= mark.count ? title : mark }
    if !mark.isEmpty { return mark }
    for note in preface.notes {
      if let adopter = adopter(in: note) { return [adopter] }
    }
    if let number = preface.number, let name = orderIssuer(number) { return split(name) }
    for line in preface.trailers {
      if let day = DateReader.dates(in: scalars, range: line).first?.range.lowerBound,
        day > line.lowerBound + 2, isOrgan(line.lowerBound..<day)
      {
        return split(line.lowerBound..<day)
      }
    }
    let signed = signature.flatMap { split($0) }
    if !signed.isEmpty { return signed }
    return leadingInstitution(preface).map { [$0] } ?? []
  }

  // MARK: Title

  /// What stands before 关于, 印发 or 转发 in the title.
  private func fromTitle(_ preface: Preface) -> [String] {
    var names: [Range<Int>] = []
    for line in preface.title {
      if let end = topicStart(in: line) {
        if end > line.lowerBound {
          // Before 发布 in 预警联合发布管理办法 stands no organ.
          guard scalars[end] == "关" || isOrgan(line.lowerBound..<end) else { return [] }
          names.append(line.lowerBound..<end)
        }
        return names.flatMap { split($0) }.filter { !$0.isEmpty }
      }
      names.append(line)
    }
    return []
  }

  /// Where 关于, 印发, 转发 or 批转 begins; within a title in 《》 it does not count.
  private func topicStart(in line: Range<Int>) -> Int? {
    for offset in line {
      if scalars[offset] == "《" || scalars[offset] == "（" { return nil }
      if reader.beginsTopic(in: scalars, at: offset, to: line.upperBound) { return offset }
    }
    return nil
  }

  /// 明湖大学章程: the school or firm whose name a title begins with.
  private func leadingInstitution(_ preface: Preface) -> String? {
    let words = preface.plainTitle(in: reading)
    if let end = reader.leadingInstitution(of: words) {
      return String(String.UnicodeScalarView(words[..<end]))
    }
    let government = Array("人民政府".unicodeScalars)
    for end in government.count + 2..<max(words.count, government.count + 2)
    where words[(end - government.count)..<end].elementsEqual(government) {
      return String(String.UnicodeScalarView(words[..<end]))
    }
    return nil
  }

  // MARK: Mark

  /// 发文机关标志: the lines above the number, without 文件.
  private func fromMark(_ preface: Preface) -> [String] {
    guard
      preface.marks.contains(where: { endsWithFile($0) != nil })
        || !preface.marks.isEmpty && preface.marks.allSatisfy({ isOrgan($0) })
    else { return [] }
    return preface.marks.flatMap { line -> [String] in
      let words = endsWithFile(line) ?? line
      guard !words.isEmpty, isOrgan(words) else { return [] }
      return split(words)
    }
  }

  /// A line without the 文件 at its end, if it has it.
  private func endsWithFile(_ line: Range<Int>) -> Range<Int>? {
    guard line.count >= 2, scalars[line.upperBound - 1] == "件", scalars[line.upperBound - 2] == "文"
    else { return nil }
    return line.lowerBound..<line.upperBound - 2
  }

  private func isOrgan(_ words: Range<Int>) -> Bool {
    let found = reader.organEndings.longest(
      in: scalars, endingAt: words.upperBound, from: words.lowerBound)
    return found != nil || scalars[words.upperBound - 1] == "行"
  }

  // MARK: 题注 and number

  /// Who adopted or published, by a 题注: 全国人民代表大会常务委员会, 国务院.
  private func adopter(in note: Range<Int>) -> String? {
    var start = note.lowerBound
    if scalars[start] == "（" { start += 1 }
    if let date = DateReader.date(in: scalars, from: start, to: note.upperBound) {
      start = date.range.upperBound
    } else if let date = DateReader.dates(in: scalars, range: start..<note.upperBound).first,
      date.range.lowerBound - start > 3, isOrgan(start..<date.range.lowerBound)
    {
      // 江岭省水利厅2024年5月8日印发.
      return reading.compactWords(of: start..<date.range.lowerBound)
    }
    let end = (start..<max(start, note.upperBound)).first {
      switch scalars[$0] {
      case "，", "。", "；", "）", "《": true
      default: false
      }
    }
    let words = String(scalars, in: start..<(end ?? note.upperBound))
    for congress: StaticString in ["人民代表大会常务委员会", "人民代表大会"] {
      guard let found = words.firstRange(ofWords: congress) else { continue }
      return withoutSession(String(words[..<found.lowerBound])) + congress.description
    }
    if words.hasPrefix("国务院") || words.hasPrefix("中华人民共和国国务院") { return "国务院" }
    for court in ["最高人民法院", "最高人民检察院"] where words.hasPrefix(court) { return court }
    // 江岭省人民政府第72次常务会议通过.
    let named = Array(words.unicodeScalars)
    if let ordinal = named.firstIndex(of: "第"),
      reader.organEndings.longest(in: named, endingAt: ordinal, from: 0) != nil
    {
      return String(String.UnicodeScalarView(named[..<ordinal]))
    }
    guard
      let act = words.firstRange(ofWords: "令第") ?? words.firstRange(ofWords: "令〔")
        ?? words.firstRange(ofWords: "令公布")
    else { return nil }
    let name = String(words[..<act.lowerBound])
    return name.count >= 3 ? name : nil
  }

  /// 第十三届全国… and 云溪市第十六届…: the session is no part of the name.
  private func withoutSession(_ words: String) -> String {
    guard let mark = words.firstIndex(of: "第"), let end = words.firstIndex(of: "届"), mark < end
    else { return words.isEmpty ? "全国" : words }
    let name = String(words[..<mark]) + String(words[words.index(after: end)...])
    return name.isEmpty ? "全国" : name
  }

  /// 国务院 of 中华人民共和国国务院令, 云溪市人民政府 of 云溪市人民政府令.
  private func orderIssuer(_ number: DocumentNumberReader.Match) -> Range<Int>? {
    let code = number.code
    guard code.count > 3 else { return nil }
    var end = code.upperBound
    if scalars[end - 1] == "令" {
      end -= 1
    } else if scalars[end - 1] == "告", scalars[end - 2] == "公" {
      end -= 2
    } else {
      return nil
    }
    var start = code.lowerBound
    let state = Array("中华人民共和国".unicodeScalars)
    let rest = start + state.count
    if rest < end, scalars[start..<rest].elementsEqual(state), scalars[rest] == "国" { start = rest }
    return start < end ? start..<end : nil
  }

  // MARK: Several names

  /// The names in a stretch: parted by gaps, 、 and line breaks, or where one ends and the next begins
  /// with the state or a region.
  func split(_ range: Range<Int>) -> [String] {
    var names: [String] = []
    var start = range.lowerBound
    func close(_ end: Int) {
      let name = reading.compactWords(of: start..<end)
      if name.count > 1 { names.append(name) }
    }
    for offset in range.dropFirst() {
      if scalars[offset] == "、" || scalars[offset] == "，" {
        close(offset)
        start = offset + 1
      } else if offset - start >= 3, begins(at: offset, after: start, in: range) {
        close(offset)
        start = offset
      }
    }
    if start < range.upperBound { close(range.upperBound) }
    return names
  }

  /// Whether a name ends right before an offset and another begins there.
  private func begins(at offset: Int, after start: Int, in range: Range<Int>) -> Bool {
    guard
      reader.organEndings.longest(in: scalars, endingAt: offset, from: start) != nil
        || scalars[offset - 1] == "行" || scalars[offset - 1] == "会"
    else { return false }
    if reading.hasGap(before: offset) || reading.breaksLine(before: offset) { return true }
    // 广州市民政局广州市财政局: the next name begins as the first one did.
    if offset + 3 <= range.upperBound, range.count > 3,
      scalars[offset..<offset + 3].elementsEqual(scalars[range.lowerBound..<range.lowerBound + 3])
    {
      return true
    }
    return scalars[offset] == "中" && offset + 1 < scalars.count && scalars[offset + 1] == "国"
  }
}
