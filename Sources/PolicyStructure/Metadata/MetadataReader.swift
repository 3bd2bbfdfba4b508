public import PolicyLexicons
public import PolicyText

/// Reads what the wrapper of a document says of it: title, issuers, number, dates.
///
/// Everything comes from the words of the document: the title block, the first words of the body
/// (recipients, basis), its last ones (施行), signature and colophon.
///
/// Source: GB/T 9704—2012, 7.2 and 7.3; `definitions`, Documents in a source.
public struct MetadataReader: Sendable {
  let numbers: DocumentNumberReader
  let types: WordList
  /// For each word of ``types``, the type that it is: 实施方案 is a 方案.
  let typeNames: [String]
  let organEndings: WordList
  let institutionEndings: WordList
  let regionEndings: WordList
  /// For each ending of a region, the characters behind it that make another word of it: 市 + 场.
  private let regionFollows: [[Unicode.Scalar]]
  let titleWords: WordList
  let titleRoles: [TitleRole]

  /// What a word of titles does.
  enum TitleRole: String, CaseIterable {
    /// 关于: here the topic begins, the issuers end.
    case topic
    /// 转发: so it does, and what follows was issued by others.
    case forwarding
    /// 试行: a version.
    case version
    /// 高等: before 学校 it makes no name.
    case generic
  }

  /// A reader with the words of some lexicons.
  public init(lexicons: Lexicons) {
    numbers = DocumentNumberReader(lexicons: lexicons)
    types = WordList(lexicons[.documentTypes])
    typeNames = lexicons[.documentTypes].rows.map { $0.count > 1 ? $0[1] : $0[0] }
    organEndings = WordList(lexicons[.organEndings])
    institutionEndings = WordList(lexicons[.institutionEndings])
    regionEndings = WordList(lexicons[.regionEndings])
    regionFollows = lexicons[.regionEndings].rows.map {
      $0[1] == "-" ? [] : Array($0[1].unicodeScalars)
    }
    titleWords = WordList(lexicons[.titleWords])
    titleRoles = lexicons[.titleWords].rows.map {
      $0.count > 1 ? TitleRole(rawValue: $0[1]) ?? .topic : .topic
    }
  }

  /// The metadata of a document whose tree is known.
  ///
  /// `prefaceLines`: the lines of the title block; where they are left out, the line breaks
  /// of the source part them.
  public func read(
    document: PolicyDocument, prefaceLines: [Range<Int>] = [], reading: ReadingText
  ) -> DocumentMetadata {
    let prefaces = document.nodes.filter { $0.level == .preface }
    var lines = prefaceLines
    if lines.isEmpty { lines = prefaces.flatMap { Self.lines(of: $0.range, in: reading) } }
    let preface = PrefaceReader(reader: self, reading: reading).read(lines)
    let closing = ClosingReader(reader: self, reading: reading, document: document)
    var metadata = DocumentMetadata()
    metadata.title = preface.title.isEmpty ? nil : preface.titleWords(in: reading)
    metadata.titleRange = preface.title.first.flatMap { first in
      preface.title.last.map { first.lowerBound..<$0.upperBound }
    }
    metadata.type = preface.type(with: self, in: reading)
    metadata.version = preface.version(with: self, in: reading)
    metadata.documentNumber = preface.number.map { documentNumber($0, in: reading) }
    let opening = OpeningReader(reader: self, reading: reading, document: document)
    metadata.recipients = opening.recipients()
    metadata.basis = opening.basis()
    metadata.dates = preface.dates(in: reading)
    closing.addDates(to: &metadata)
    metadata.issuers = IssuerReader(reader: self, reading: reading)
      .issuers(preface: preface, signature: closing.signatories())
    metadata.authorityLevel = AuthorityLevel(reader: self, reading: reading)
      .level(of: metadata, preface: preface)
    return metadata
  }

  /// Whether the topic of a title begins at an offset: 关于, 印发, 转发.
  func beginsTopic(in scalars: [Unicode.Scalar], at start: Int, to limit: Int) -> Bool {
    titleWord(.topic, in: scalars, from: start, to: limit) != nil
      || titleWord(.forwarding, in: scalars, from: start, to: limit) != nil
  }

  /// Whether a title forwards what others have issued: 转发, 批转, but not 流转.
  func forwards(_ title: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    title.contains { titleWord(.forwarding, in: scalars, from: $0, to: title.upperBound) != nil }
  }

  /// The word of a role that begins at an offset.
  func titleWord(
    _ role: TitleRole, in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> Range<Int>? {
    guard let match = titleWords.longest(in: scalars, from: start, to: limit),
      titleRoles[match.row] == role
    else { return nil }
    return match.range
  }

  /// Whether the name of a region ends at an offset, two characters of its own at least before its ending.
  func endsRegion(in words: [Unicode.Scalar], at end: Int) -> Bool {
    guard let match = regionEndings.longest(in: words, endingAt: end, from: 0),
      match.range.lowerBound >= 2
    else { return false }
    return end == words.count || !regionFollows[match.row].contains(words[end])
  }

  /// The name of a school or firm that some words begin with: 明湖大学 of 明湖大学章程.
  func leadingInstitution(of words: [Unicode.Scalar]) -> Int? {
    guard words.count > 5 else { return nil }
    for end in 4..<min(words.count, 24) {
      guard let ending = institutionEndings.longest(in: words, endingAt: end, from: 0),
        ending.range.lowerBound >= 2, words[end] != "生"
      else { continue }
      let before = titleWords.longest(in: words, endingAt: ending.range.lowerBound, from: 0)
      if let before, titleRoles[before.row] == .generic { return nil }
      // 天河区幼儿园招生方案 is about all of a district's kindergartens.
      if regionEndings.longest(in: words, endingAt: ending.range.lowerBound, from: 0) != nil,
        ending.range.count > 2 || words[end - 1] == "校"
      {
        return nil
      }
      return longestName(from: end, in: words)
    }
    return nil
  }

  /// The end of a name that goes on with another ending: 港务集团 + 有限公司.
  private func longestName(from end: Int, in words: [Unicode.Scalar]) -> Int {
    var end = end
    for next in end + 1..<max(min(words.count, end + 8), end + 1) {
      if let ending = institutionEndings.longest(in: words, endingAt: next, from: 0),
        ending.range.lowerBound <= end
      {
        end = next
      }
    }
    return end
  }

  private func documentNumber(
    _ match: DocumentNumberReader.Match, in reading: ReadingText
  ) -> DocumentNumber {
    DocumentNumber(
      text: reading.compactWords(of: match.range),
      agencyCode: reading.compactWords(of: match.code), year: match.year, number: match.number)
  }

  /// The lines of a stretch, parted where the source breaks lines.
  static func lines(of range: Range<Int>, in reading: ReadingText) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range.dropFirst() where reading.breaksLine(before: offset) {
      lines.append(start..<offset)
      start = offset
    }
    if start < range.upperBound { lines.append(start..<range.upperBound) }
    return lines
  }
}

extension ReadingText {
  /// Whether the source breaks the line right before a scalar.
  func breaksLine(before offset: Int) -> Bool {
    guard offset > 0, offset < origins.count else { return false }
    let from = Int(origins[offset - 1]) + 1
    let to = Int(origins[offset])
    return from < to && source.scalars[from..<to].contains(where: isLineBreak)
  }
}
