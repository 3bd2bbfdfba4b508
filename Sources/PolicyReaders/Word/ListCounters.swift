/// Counts the paragraphs of lists and writes their numbers.
///
/// Lists with the same definition go on with each other; one with a start of its own begins anew
/// where it is first used. A level begins anew behind a paragraph of a level above it, unless the
/// definition says otherwise.
struct ListCounters {
  private let numbering: WordNumbering
  /// For each definition, the numbers of its levels; `nil` where none is counted yet.
  private var counts: [String: [Int?]] = [:]
  private var usedLists: Set<String> = []

  init(_ numbering: WordNumbering) { self.numbering = numbering }

  /// The number of the next paragraph of a list, with what parts it from the words; `nil` where there
  /// is no such list.
  mutating func next(list name: String, level index: Int) -> [Unicode.Scalar]? {
    guard (0..<WordNumbering.levelCount).contains(index), let list = numbering.lists[name],
      let definition = numbering.definition(of: list)?.name,
      let level = numbering.level(index, of: list)
    else { return nil }
    var numbers = counts[definition] ?? Array(repeating: nil, count: WordNumbering.levelCount)
    if usedLists.insert(name).inserted {
      for place in list.starts.keys where numbers.indices.contains(place) { numbers[place] = nil }
    }
    let first = list.starts[index] ?? level.start
    numbers[index] = numbers[index].map { $0 + 1 } ?? first
    for deeper in (index + 1)..<max(WordNumbering.levelCount, index + 1)
    where restarts(deeper, after: index, in: list) {
      numbers[deeper] = nil
    }
    counts[definition] = numbers
    return text(of: level, numbers: numbers, list: list)
  }

  private func restarts(_ deeper: Int, after index: Int, in list: WordNumbering.List) -> Bool {
    guard let restart = numbering.level(deeper, of: list)?.restart else { return true }
    return index < restart
  }

  private func text(
    of level: WordNumbering.Level, numbers: [Int?], list: WordNumbering.List
  ) -> [Unicode.Scalar] {
    if level.format == .bullet { return Self.bullet(level.text) }
    var text: [Unicode.Scalar] = []
    var offset = 0
    while offset < level.text.count {
      let scalar = level.text[offset]
      if scalar == "%", offset + 1 < level.text.count,
        ("1"..."9").contains(level.text[offset + 1])
      {
        let place = Int(level.text[offset + 1].value) - 0x31
        let format = numbering.level(place, of: list)?.format ?? .decimal
        let number = numbers[place] ?? numbering.level(place, of: list)?.start ?? 1
        let written = level.isLegal && !format.isArabic ? NumberFormat.decimal : format
        text.append(contentsOf: written.text(of: number).unicodeScalars)
        offset += 2
      } else {
        text.append(scalar)
        offset += 1
      }
    }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    guard !text.isEmpty else { return [] }
    return level.suffix == .nothing ? text : text + [" "]
  }

  /// A dash is written as authors write it; dots, squares and arrows of symbol fonts say nothing.
  private static func bullet(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    !text.isEmpty && text.allSatisfy { $0 == "—" || $0 == "―" || $0 == "─" } ? text : []
  }
}
