/// Where a document stands among those that the library holds.
struct Standing: Sendable, Equatable {
  /// The work that it is a version of.
  var work: Int
  /// The document whose words it repeats, whatever the layout.
  var copyOf: Int?
  /// Whether it has the very words of that one.
  var isExactCopy = false
  /// Why it stays apart from another one of its name.
  var doubt: String?
}

/// A document of the library, as a new one is compared with it.
struct KnownDocument: Sendable {
  let id: Int
  let work: Int
  let source: Int
  let path: String
  let issuers: [String]
  let authorityLevel: String?
  let numberKey: String?
  let isRule: Bool
  let versionDay: CalendarDay?
  let inForce: CalendarDay?
  let words: [UInt8]
  let articleWords: [UInt8]?
  let copyOf: Int?
  /// How many scalars it takes up in its source.
  let length: Int
}
