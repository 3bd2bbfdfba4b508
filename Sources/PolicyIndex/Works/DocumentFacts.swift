internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// What the library knows of a document as a whole.
struct DocumentFacts: Sendable {
  var title: String?
  var titleKey: String?
  var type: String?
  var authorityLevel: String?
  var version: String?
  var number: String?
  var numberKey: String?
  var issuers: [String]
  /// The regions that it is of, outermost first: 福建省/厦门市.
  var region: String?
  /// Whether the title begins with whose rule it is: 中华人民共和国, 最高人民法院, 云溪市.
  var titleNamesMaker = false
  /// The place, in the source, of the document that issues it.
  var issuedBy: Int?
  var span: TextSpan
  var days: [DocumentDate.Kind: CalendarDay]
  /// The first day that it is in force, and how that is known.
  var inForce: CalendarDay?
  var ground: InForceGround
  /// The day after which it is no longer in force, by its own words (有效期).
  var expires: CalendarDay?
  /// A digest of its words, whatever their layout and width.
  var words: [UInt8]
  /// A digest of its articles alone; `nil` without articles.
  var articleWords: [UInt8]?
  var articles: Int

  /// Whether it lays down rules under a name of its own, so that another text of its name is a version
  /// of it; the name of a notice or report may come back every year.
  var isRule: Bool { articles > 0 }

  /// The day that tells versions apart: the last revision, else publication or adoption.
  var versionDay: CalendarDay? {
    days[.revised] ?? days[.promulgated] ?? days[.issued] ?? days[.adopted] ?? days[.effective]
  }

  /// The facts that an analysis gives of a document; the day in force is still open.
  init(_ document: AnalyzedDocument, in reading: ReadingText) {
    let metadata = document.document.metadata
    title = metadata.title
    titleKey = metadata.title.map(DocumentKey.title)
    type = metadata.type
    authorityLevel = metadata.authorityLevel
    version = metadata.version
    number = metadata.documentNumber?.text
    numberKey = metadata.documentNumber.map { DocumentKey.number($0.text) }
    issuers = metadata.issuers
    issuedBy = document.document.issuedBy
    span = document.span
    days = [:]
    for date in metadata.dates {
      guard let day = CalendarDay(date.date) else { continue }
      // Of several revisions the last one made this version.
      if date.kind == .revised, let known = days[.revised], known >= day { continue }
      if date.kind != .revised, days[date.kind] != nil { continue }
      days[date.kind] = day
    }
    // A law that was adopted anew is printed with each adoption; the last one made this version.
    let adopted = metadata.dates.filter { $0.kind == .adopted }
      .compactMap { CalendarDay($0.date) }
    if let first = adopted.min(), let last = adopted.max(), first < last {
      days[.adopted] = first
      days[.revised] = max(days[.revised] ?? last, last)
    }
    ground = .unknown
    words = Self.digest(of: reading.scalars[document.document.range])
    let ranges = document.document.nodes.filter { $0.level == .article }.map(\.range)
    articles = ranges.count
    articleWords =
      ranges.isEmpty ? nil : Self.digest(of: ranges.map { reading.scalars[$0] }.joined())
  }

  /// 128 bits of the words (FNV-1a, twice): texts are told apart by it, not secured.
  private static func digest(of words: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x8422_2325_CBF2_9CE4
    for scalar in words where scalar != " " {
      first = (first ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
      second = (second &+ UInt64(scalar.value)) &* 0x9E37_79B9_7F4A_7C15
      second ^= second >> 29
    }
    return [first, second].flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
  }
}
