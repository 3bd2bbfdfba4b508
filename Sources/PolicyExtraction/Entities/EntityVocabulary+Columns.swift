import PolicyLexicons
import PolicyText

/// How the columns of the lexicons of names are read.
extension EntityVocabulary {
  /// The verbs that are no nouns as well.
  static func verbs(_ lexicon: Lexicon) throws(LexiconError) -> [String] {
    let uses = try lexicon.column("use")
    return lexicon.rows
      .filter { !$0[uses].hasPrefix("either") && $0[0].unicodeScalars.count > 1 }.map { $0[0] }
  }

  /// The kinds that a column `kinds` joins by `+`.
  static func kinds(of lexicon: Lexicon) throws(LexiconError) -> [[Entity.Kind]] {
    let column = try lexicon.column("kinds")
    var kinds: [[Entity.Kind]] = []
    for (row, place) in zip(lexicon.rows, lexicon.places) {
      var cell: [Entity.Kind] = []
      for name in row[column].split(separator: "+") {
        guard let kind = Entity.Kind(rawValue: String(name)) else {
          throw .unknownValue(
            file: place.file, line: place.line, column: "kinds", value: String(name),
            allowed: Entity.Kind.allCases.map(\.rawValue))
        }
        cell.append(kind)
      }
      kinds.append(cell)
    }
    return kinds
  }

  static func levels(_ lexicon: Lexicon) throws(LexiconError) -> [Entity.Level?] {
    try optional(lexicon, "level")
  }

  /// The cells of a column, read as the cases of an enumeration; `-` is none of them.
  static func optional<Value>(
    _ lexicon: Lexicon, _ title: String
  ) throws(LexiconError) -> [Value?]
  where Value: RawRepresentable<String> & CaseIterable {
    let column = try lexicon.column(title)
    var values: [Value?] = []
    for (row, place) in zip(lexicon.rows, lexicon.places) {
      guard row[column] != "-" else {
        values.append(nil)
        continue
      }
      guard let value = Value(rawValue: row[column]) else {
        throw .unknownValue(
          file: place.file, line: place.line, column: title, value: row[column],
          allowed: Value.allCases.map(\.rawValue) + ["-"])
      }
      values.append(value)
    }
    return values
  }

  /// The filled cells of a column by their terms.
  static func cells(
    _ lexicon: Lexicon, _ title: String
  ) throws(LexiconError) -> [String: String] {
    let column = try lexicon.column(title)
    var cells: [String: String] = [:]
    for row in lexicon.rows where row[column] != "-" { cells[row[0]] = row[column] }
    return cells
  }

  /// The words of the frames of categories by where they stand.
  static func frames(_ lexicon: Lexicon) throws(LexiconError) -> [Side: [String]] {
    let column = try lexicon.column("sides")
    var words: [Side: [String]] = [:]
    var known: [String: [Side]] = [:]
    for (index, row) in lexicon.rows.enumerated() {
      let cell = row[column]
      let sides: [Side]
      if let read = known[cell] {
        sides = read
      } else {
        sides = try Self.sides(of: cell, at: lexicon.places[index])
        known[cell] = sides
      }
      for side in sides { words[side, default: []].append(row[0]) }
    }
    return words
  }

  private static func sides(
    of cell: String, at place: Lexicon.Place
  ) throws(LexiconError) -> [Side] {
    var sides: [Side] = []
    for name in cell.split(separator: "+") {
      guard let side = Side(rawValue: String(name)) else {
        throw .unknownValue(
          file: place.file, line: place.line, column: "sides", value: String(name),
          allowed: Side.allCases.map(\.rawValue))
      }
      sides.append(side)
    }
    return sides
  }

  static func text(_ cell: String) -> String? { cell == "-" ? nil : cell }

  static func organs(_ lexicon: Lexicon) throws(LexiconError) -> [Organ] {
    let canonical = try lexicon.column("canonical")
    let function = try lexicon.column("function")
    let parts = try lexicon.values(of: "part", as: OrganPart.self)
    let kinds = try lexicon.values(of: "kind", as: Entity.Kind.self)
    let follows = try lexicon.values(of: "follows", as: Answer.self)
    let levels = try levels(lexicon)
    return lexicon.rows.indices.map { index in
      let row = lexicon.rows[index]
      return Organ(
        canonical: row[canonical], holdsPlace: row[canonical].utf8.contains(UInt8(ascii: "*")),
        part: parts[index], kind: kinds[index],
        function: text(row[function]), level: levels[index], follows: follows[index] == .yes)
    }
  }

  static func functions(_ lexicon: Lexicon) throws(LexiconError) -> [Function] {
    let full = try lexicon.column("full")
    let function = try lexicon.column("function")
    return lexicon.rows.map { row in
      Function(
        full: row[full], function: row[function],
        isShort: row[0].unicodeScalars.count < row[function].unicodeScalars.count)
    }
  }

  static func heads(_ lexicon: Lexicon) throws(LexiconError) -> [DepartmentHead] {
    let full = try lexicon.column("full")
    let notBefore = try lexicon.column("notBefore")
    let forms = try lexicon.values(of: "form", as: HeadForm.self)
    let kinds = try lexicon.values(of: "kind", as: Entity.Kind.self)
    return lexicon.rows.indices.map { index in
      let row = lexicon.rows[index]
      return DepartmentHead(
        full: row[full], form: forms[index], kind: kinds[index],
        notBefore: Array((text(row[notBefore]) ?? "").unicodeScalars))
    }
  }

  static func regions(_ lexicon: Lexicon) throws(LexiconError) -> [Region] {
    let canonical = try lexicon.column("canonical")
    let parent = try lexicon.column("parent")
    let levels = try levels(lexicon)
    return lexicon.rows.indices.map { index in
      let row = lexicon.rows[index]
      return Region(
        canonical: row[canonical], level: levels[index], parent: text(row[parent]))
    }
  }
}
