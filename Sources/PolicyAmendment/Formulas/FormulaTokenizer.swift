import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// Cuts the words of an instruction into the pieces of formulas.
struct FormulaTokenizer: Sendable {
  private let words: WordList
  private let roles: [FormulaRole]
  private let unitFalseFriends: WordList

  /// - Throws: ``LexiconError`` if a word has a role that there is none of.
  init(lexicons: Lexicons) throws(LexiconError) {
    words = WordList(lexicons[.amendmentWords])
    roles = try lexicons[.amendmentWords].values(of: "role")
    unitFalseFriends = WordList(lexicons[.unitFalseFriends])
  }

  /// The pieces of a stretch of a decision; `law` is the name of the law that it amends.
  func tokens(
    of text: CollapsedText, in range: Range<Int>, law: String? = nil
  ) -> [FormulaToken] {
    let name = law.map { LawName($0) }
    let scalars = text.scalars
    let units = UnitPathGrammar(
      scalars: scalars, limit: range.upperBound, falseFriends: unitFalseFriends)
    var tokens: [FormulaToken] = []
    var offset = range.lowerBound
    /// Takes a token up to an offset.
    func take(_ kind: FormulaToken.Kind, to end: Int) {
      if case .other = kind, case .other? = tokens.last?.kind, let last = tokens.popLast() {
        tokens.append(FormulaToken(kind: .other, range: last.range.lowerBound..<end))
      } else {
        tokens.append(FormulaToken(kind: kind, range: offset..<end))
      }
      offset = end
    }
    while offset < range.upperBound {
      switch scalars[offset] {
      case "，": take(.comma, to: offset + 1)
      case "。", "；", CollapsedText.paragraphEnd: take(.stop, to: offset + 1)
      case CollapsedText.quotation: take(.quotation(offset), to: offset + 1)
      case "《":
        let end = titleEnd(scalars, from: offset, to: range.upperBound)
        take(end == nil ? .other : .title, to: end ?? offset + 1)
      case "（":
        // What stands in brackets explains: （银发〔1997〕393号文印发）.
        let end = bracketEnd(scalars, from: offset, to: range.upperBound)
        take(end == nil ? .other : .word(.filler), to: end ?? offset + 1)
      case " ": take(.word(.filler), to: offset + 1)
      case "第":
        if let paragraph = naturalParagraph(scalars, at: offset, to: range.upperBound) {
          take(
            .units([UnitAddress(.body, [UnitStep(.paragraph, [paragraph.value])])]),
            to: paragraph.end)
        } else if let found = units.units(from: offset) {
          take(.units(found.members.flatMap { addresses(of: $0.paths) }), to: found.end)
        } else {
          take(.other, to: offset + 1)
        }
      case "附":
        if let annex = attachments(scalars, at: offset, to: range.upperBound, units) {
          take(.units(annex.addresses), to: annex.end)
        } else {
          take(.other, to: offset + 1)
        }
      default:
        if let end = name?.end(in: scalars, from: offset, to: range.upperBound) {
          take(.word(.whole), to: end)
        } else if let match = words.longest(in: scalars, from: offset, to: range.upperBound) {
          take(.word(roles[match.row]), to: match.range.upperBound)
        } else if let places = occurrences(scalars, at: offset, to: range.upperBound) {
          take(.occurrences(places.value), to: places.end)
        } else if let count = count(scalars, at: offset, to: range.upperBound) {
          take(.count(count.value, count.unit), to: count.end)
        } else {
          take(.other, to: offset + 1)
        }
      }
    }
    return tokens
  }

  /// All units of some paths; a range gives each of its members.
  private func addresses(of paths: [UnitPath]) -> [UnitAddress] {
    paths.flatMap { path -> [UnitAddress] in
      guard let through = path.through, let first = path.steps.last, let last = through.last,
        first.unit == last.unit, first.values.count == 1, last.values.count == 1,
        first.values[0] <= last.values[0], last.values[0] - first.values[0] < 2000
      else {
        return [UnitAddress(.body, path.steps)]
          + (path.through.map { [UnitAddress(.body, $0)] } ?? [])
      }
      return (first.values[0]...last.values[0]).map {
        UnitAddress(.body, path.steps.dropLast() + [UnitStep(first.unit, [$0])])
      }
    }
  }

  /// 第二自然段, 第一段.
  private func naturalParagraph(
    _ scalars: [Unicode.Scalar], at start: Int, to limit: Int
  ) -> (value: Int, end: Int)? {
    guard let number = ChineseNumeral.integer(in: scalars, from: start + 1, to: limit) else {
      return nil
    }
    for word in ["自然段", "段"] where scalars[number.end..<limit].starts(with: word.unicodeScalars) {
      return (number.value, number.end + word.unicodeScalars.count)
    }
    return nil
  }

  /// 附件3、附件4; 附表第二项; 附件1第三条.
  private func attachments(
    _ scalars: [Unicode.Scalar], at start: Int, to limit: Int, _ units: UnitPathGrammar
  ) -> (addresses: [UnitAddress], end: Int)? {
    guard start + 1 < limit else { return nil }
    switch scalars[start + 1] {
    case "件", "表", "录", "图": break
    default: return nil
    }
    var end = start + 2
    var addresses: [UnitAddress] = []
    while true {
      var number: Int?
      if let read = ChineseNumeral.integer(in: scalars, from: end, to: limit), read.value < 1000 {
        (number, end) = (read.value, read.end)
      }
      if end < limit, scalars[end] == "第", let inner = units.units(from: end) {
        addresses += inner.members.flatMap { self.addresses(of: $0.paths) }
          .map { UnitAddress(.attachment(number), $0.steps) }
        end = inner.end
      } else {
        addresses.append(UnitAddress(.attachment(number)))
      }
      guard end + 2 < limit, scalars[end] == "、" || scalars[end] == "和", scalars[end + 1] == "附",
        scalars[end + 2] == scalars[start + 1]
      else { break }
      end += 3
    }
    return (addresses, end)
  }

  /// 一条, 两款, 二项, 一个自然段.
  private func count(
    _ scalars: [Unicode.Scalar], at start: Int, to limit: Int
  ) -> (value: Int, unit: ReferenceUnit, end: Int)? {
    guard let number = ChineseNumeral.integer(in: scalars, from: start, to: limit),
      number.end < limit, number.value > 0, number.value < 1000
    else { return nil }
    var end = number.end
    if scalars[end] == "个", end + 1 < limit { end += 1 }
    for (word, unit) in Self.countWords
    where scalars[end..<limit].starts(with: word.unicodeScalars) {
      return (number.value, unit, end + word.unicodeScalars.count)
    }
    return nil
  }

  /// 两处: in how many places quoted words stand.
  private func occurrences(
    _ scalars: [Unicode.Scalar], at start: Int, to limit: Int
  ) -> (value: Int, end: Int)? {
    guard let number = ChineseNumeral.integer(in: scalars, from: start, to: limit),
      number.end < limit, scalars[number.end] == "处", number.value > 0
    else { return nil }
    return (number.value, number.end + 1)
  }

  private static let countWords: [(String, ReferenceUnit)] = [
    ("自然段", .paragraph), ("分编", .subpart), ("条", .article), ("款", .paragraph),
    ("项", .item), ("目", .subitem), ("章", .chapter), ("节", .section), ("编", .part),
    ("段", .paragraph),
  ]

  private func titleEnd(_ scalars: [Unicode.Scalar], from start: Int, to limit: Int) -> Int? {
    QuotedTitle.end(in: scalars, from: start, to: limit)
  }

  private func bracketEnd(_ scalars: [Unicode.Scalar], from start: Int, to limit: Int) -> Int? {
    var depth = 0
    for offset in start..<min(limit, start + 200) {
      if scalars[offset] == "（" { depth += 1 }
      if scalars[offset] == "）" { depth -= 1 }
      if depth == 0 { return offset + 1 }
    }
    return nil
  }
}
