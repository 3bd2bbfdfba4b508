import PolicyLexicons
import PolicyText

/// What a line can be, told from its own words alone: a title, a document number, a list of
/// recipients, a date, the name of an organ, a piece of a web page.
struct LineFacts: Sendable {
  /// How surely a line is the title of a document.
  enum TitleStrength: Int, Comparable, Sendable {
    case none, weak, strong
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private let titleEndings: WordTrie
  private let strongTitles: Set<Int>
  private let signatoryEndings: WordTrie
  private let posts: WordList
  private let clutter: WordTrie
  private let wrapperWords: [WrapperPart: WordTrie]
  private let clutterPlaces: [String]
  private let clutterReasons: [Residue.Reason]
  /// 责任单位, 完成时限: labels that parties stand behind.
  let assignmentLabels: WordList
  /// Words that make a sentence a rule.
  let rules: RuleWords
  /// Words that tables are known by.
  let tables: TableWords

  init(_ lexicons: Lexicons) {
    let titles = lexicons[.titleEndings]
    titleEndings = WordTrie(titles, reversed: true)
    assignmentLabels = WordList(
      lexicons[.assignmentMarkers].rows.filter { $0[1] == "label" }.map { $0[0] })
    rules = RuleWords(lexicons)
    tables = TableWords(lexicons)
    strongTitles = Set(titles.rows.indices.filter { titles.rows[$0].last == "strong" })
    signatoryEndings = WordTrie(lexicons[.signatoryEndings], reversed: true)
    wrapperWords = Dictionary(
      uniqueKeysWithValues: WrapperPart.allCases.map {
        ($0, WordTrie(lexicons[.wrapperWords], reversed: false, part: $0.rawValue))
      })
    posts = WordList(lexicons[.posts])
    clutter = WordTrie(lexicons[.pageClutter], reversed: false)
    clutterPlaces = lexicons[.pageClutter].rows.map { $0[1] }
    clutterReasons = lexicons[.pageClutter].rows.map {
      Residue.Reason(rawValue: $0.last ?? "") ?? .navigation
    }
  }

  /// Parts of a document's wrapper that words tell of; see `lexicons/wrapper-words.tsv`.
  enum WrapperPart: String, CaseIterable, Sendable {
    case adoption, note, noteLabel, colophon, commencement
  }

  /// Whether a word of a part stands in a stretch, or begins it.
  func tells(
    of part: WrapperPart, in range: Range<Int>, of text: [Unicode.Scalar], atStart: Bool = false
  ) -> Bool {
    wrapperWords[part]?.first(in: range, of: text) { _, word in
      !atStart || word.lowerBound == range.lowerBound
    } != nil
  }

  // MARK: Sentences

  /// Whether a stretch ends as a sentence or a part of one does.
  static func endsSentence(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard !range.isEmpty else { return false }
    var last = text[range.upperBound - 1]
    if isClosing(last), range.count >= 2 { last = text[range.upperBound - 2] }
    return isSentenceEnd(last)
  }

  /// Whether a sentence mark (。；！？) stands inside a stretch, its last scalar aside.
  static func hasSentence(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    for offset in range.dropLast() {
      switch text[offset] {
      case "。", "；", "！", "？": return true
      default: continue
      }
    }
    return false
  }

  // MARK: Titles

  /// How surely a stretch is the title of a document: it ends with a 文种 and is no sentence.
  func title(_ range: Range<Int>, in text: [Unicode.Scalar]) -> TitleStrength {
    let words = withoutVersion(withoutTrailingBrackets(range, in: text), in: text)
    guard words.count >= 3, words.count <= 90 else { return .none }
    switch text[words.lowerBound] {
    case "《", "（", "·", "【", "，", "、", "“", "|", "/": return .none
    default: break
    }
    var inTitle = 0
    var commas = 0
    for offset in words {
      switch text[offset] {
      case "《": inTitle += 1
      case "》": inTitle -= 1
      case "。", "；", "：", "！", "？", "【", "】", "|", ">", "_": return .none
      case "，" where inTitle == 0: commas += 1
      default: break
      }
    }
    guard inTitle == 0, let ending = titleEndings.suffix(of: words, in: text),
      ending.length < words.count
    else {
      return .none
    }
    let namesMatter = names("关于", in: words, of: text)
    guard commas == 0 || (commas == 1 && namesMatter) else { return .none }
    if namesMatter { return .strong }
    return strongTitles.contains(ending.row) ? .strong : .weak
  }

  /// Whether a stretch begins and ends with brackets: （此件公开发布）.
  static func isBracketed(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    return text[first] == "（" && text[last] == "）"
  }

  /// A stretch without the brackets that close it: （试行）, （2020修正）, [修订].
  func withoutTrailingBrackets(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound,
      text[end - 1] == "）" || text[end - 1] == "]" || text[end - 1] == "〕"
        || text[end - 1] == "】"
    {
      let close = text[end - 1]
      let opening: Unicode.Scalar =
        close == "）" ? "（" : close == "]" ? "[" : close == "〕" ? "〔" : "【"
      var start = end - 1
      var depth = 0
      while start >= range.lowerBound {
        if text[start] == close { depth += 1 }
        if text[start] == opening { depth -= 1 }
        if depth == 0 { break }
        start -= 1
      }
      guard start > range.lowerBound, depth == 0 else { break }
      end = start
    }
    return range.lowerBound..<end
  }

  /// A title without the version that stands behind it without brackets: …规定修订.
  private func withoutVersion(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    guard range.count > 6 else { return range }
    let last = (text[range.upperBound - 2], text[range.upperBound - 1])
    switch last {
    case ("修", "订"), ("修", "正"), ("试", "行"), ("草", "案"), ("暂", "行"):
      let words = range.lowerBound..<range.upperBound - 2
      return titleEndings.suffix(of: words, in: text) == nil ? range : words
    default: return range
    }
  }

  /// Whether a word stands in a stretch.
  func names(_ word: String, in range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    // The first character is seldom there; only behind it are the others looked at.
    for start in range where text[start] == first {
      if LineFacts.begins(start..<range.upperBound, with: word, in: text) { return true }
    }
    return false
  }

  /// Whether a stretch begins with a word.
  static func begins(_ range: Range<Int>, with word: String, in text: [Unicode.Scalar]) -> Bool {
    var offset = range.lowerBound
    for scalar in word.unicodeScalars {
      guard offset < range.upperBound, text[offset] == scalar else { return false }
      offset += 1
    }
    return true
  }

  // MARK: Wrapper lines

  /// Whether a stretch is a document number: 济政办发〔2019〕5号, 第737号.
  func isDocumentNumber(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    if isBareNumber(range, in: text) { return true }
    guard range.count >= 4, range.count <= 50, text[range.upperBound - 1] == "号" else {
      return false
    }
    var digits = 0
    for offset in range {
      switch text[offset] {
      case "。", "，", "；", "：", "、": return false
      case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "〇", "○": digits += 1
      default: break
      }
    }
    return digits > 0
  }

  /// A document number that a converter stripped of its brackets: 武院委202028.
  private func isBareNumber(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard (8...20).contains(range.count) else { return false }
    var digits = 0
    for offset in range.reversed() {
      guard text[offset].value >= 0x30, text[offset].value <= 0x39 else { break }
      digits += 1
    }
    let letters = range.lowerBound..<range.upperBound - digits
    let year = Array(text[letters.upperBound..<min(letters.upperBound + 2, range.upperBound)])
    return (5...8).contains(digits) && (2...10).contains(letters.count)
      && letters.allSatisfy { text[$0].value >= 0x4E00 && text[$0].value < 0xA000 }
      && (year == ["2", "0"] || year == ["1", "9"])
  }

  /// Whether a stretch is 主送机关: organs and a colon.
  func isRecipients(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard range.count >= 3, range.count <= 300, text[range.upperBound - 1] == "：" else {
      return false
    }
    let words = range.lowerBound..<range.upperBound - 1
    for offset in words {
      switch text[offset] {
      case "。", "：", "“", "”": return false
      case "；" where words.count < 40: return false
      default: break
      }
    }
    if names("如下", in: words, of: text) || names("下列", in: words, of: text) { return false }
    let plain = withoutTrailingBrackets(words, in: text)
    guard signatoryEndings.suffix(of: plain, in: text) == nil else { return true }
    guard let last = plain.last else { return false }
    switch text[last] {
    case "构", "位", "门", "校", "企", "业", "体", "织", "室", "站", "所", "县", "区", "市", "省", "镇", "乡", "组",
      "士", "志", "友", "属", "社", "队", "场", "城", "团":
      return text[plain.lowerBound] == "各" || names("各", in: plain, of: text)
        || names("有关", in: plain, of: text) || names("全体", in: plain, of: text)
    default: return false
    }
  }

  /// Whether a stretch is a date and nothing else: 2019年3月4日, 二〇〇五年六月十一日.
  func isDate(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    dateStart(in: range, of: text) == range.lowerBound
  }

  /// Where the date begins that a stretch ends with.
  func dateStart(in range: Range<Int>, of text: [Unicode.Scalar]) -> Int? {
    guard range.count >= 6, text[range.upperBound - 1] == "日" else { return nil }
    var offset = range.upperBound - 1
    var units: [Unicode.Scalar] = ["月", "年"]
    var digits = 0
    while offset > range.lowerBound {
      let scalar = text[offset - 1]
      if Numerals.chinese(scalar) != nil || (scalar.value >= 0x30 && scalar.value <= 0x39)
        || scalar == " " || scalar == "Ｏ" || scalar == "O" || scalar == "o" || scalar == "×"
        || scalar == "X"
        || scalar == "元"
      {
        digits += 1
      } else if let unit = units.first, scalar == unit, digits > 0 {
        units.removeFirst()
        digits = 0
      } else {
        break
      }
      offset -= 1
    }
    return units.isEmpty && digits > 0 ? offset : nil
  }

  /// Whether a stretch can be the name of an organ that signs.
  func isSignatory(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard range.count >= 2, range.count <= 60,
      MarkReader.canBegin(text[range.lowerBound]) == false || text[range.lowerBound] == "一"
    else { return false }
    for offset in range {
      switch text[offset] {
      case "。", "，", "；", "：", "！", "？", "《": return false
      default: continue
      }
    }
    return signatoryEndings.suffix(of: withoutTrailingBrackets(range, in: text), in: text) != nil
  }

  /// Whether a stretch is a post and the name of who signs in it, as under an order: 行长：某某某.
  func isSigningPerson(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard range.count <= 16,
      let post = posts.longest(in: text, from: range.lowerBound, to: range.upperBound)
    else { return false }
    var name = post.range.upperBound..<range.upperBound
    if let first = name.first, text[first] == "：" { name = name.dropFirst() }
    return (2...4).contains(name.count) && name.allSatisfy { isIdeograph(text[$0]) }
  }

  // MARK: Web pages

  /// Why a line belongs to a web page that begins with a word that only web pages begin with.
  func leadingReason(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Residue.Reason? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 8)
    let row = clutter.first(in: head, of: text) { row, word in
      clutterPlaces[row] == "start" && word.lowerBound == range.lowerBound
    }
    return row.map { clutterReasons[$0] }
  }

  /// Why a line belongs to a web page and to no document, if it does.
  ///
  /// Running words do not, whatever words stand in them.
  func clutterReason(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Residue.Reason? {
    if let first = range.first, text[first] == "【", let reason = leadingReason(range, in: text) {
      return reason
    }
    guard range.count <= 100, !LineFacts.hasSentence(range, in: text) else { return nil }
    switch text[range.upperBound - 1] {
    case "。", "；", "，", "、": return nil
    default: break
    }
    let row = clutter.first(in: range, of: text) { row, word in
      switch clutterPlaces[row] {
      case "whole": word == range
      case "start": word.lowerBound == range.lowerBound
      default: true
      }
    }
    return row.map { clutterReasons[$0] }
  }
}
