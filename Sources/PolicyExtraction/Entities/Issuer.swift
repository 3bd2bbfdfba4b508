import PolicyLexicons
import PolicyStructure
import PolicyText

/// Who speaks in a document: the places and the institution that 市, 省 and 我校 stand for.
struct Issuer {
  /// For each level, the name of the place: 厦门市, 福建省.
  private(set) var places: [Entity.Level: String] = [:]
  /// The institution: 武夷学院.
  private(set) var institution: String?
  /// The names of the issuers, as the document gives them.
  let issuers: [String]
  /// Whom the document addresses: 你委 is one of them.
  let addressees: [String]

  init(of context: ExtractionContext, vocabulary: EntityVocabulary, heads: [[Unicode.Scalar]]) {
    let metadata = context.document.metadata
    issuers = metadata.issuers
    addressees = metadata.recipients
    var names = metadata.issuers + [metadata.title ?? ""]
    if metadata.issuers.isEmpty { names += Self.frame(of: context) }
    if let first = context.blocks.first {
      names.append(
        String(String.UnicodeScalarView(context.reading.scalars[first.range.prefix(30)])))
    }
    for name in names where !name.isEmpty {
      // The first line is asked only where the frame has told nothing.
      if name == names.last, names.count > 2, !places.isEmpty || institution != nil { break }
      var scalars = Array(name.unicodeScalars)
      if let party = vocabulary.words.list(.party).longest(in: scalars, from: 0, to: scalars.count)
      {
        scalars.removeFirst(party.range.count)
      }
      // 2024年云溪市工作要点 begins with its year.
      readPlaces(
        at: Array(scalars.drop { $0.properties.numericType != nil || $0 == "年" || $0 == "度" }),
        isName: metadata.issuers.contains(name), vocabulary: vocabulary)
      if institution == nil { readInstitution(in: scalars, heads: heads, vocabulary: vocabulary) }
    }
  }

  /// Takes the places that titles in 《》 begin with, of levels that nothing else has told.
  ///
  /// Who cites 《云溪市…办法》 and speaks of 市教育局 stands in 云溪市. Titles of several places tell nothing.
  mutating func learn(
    fromTitlesIn blocks: [TextBlock], scalars: [Unicode.Scalar], vocabulary: EntityVocabulary
  ) {
    var told: [Entity.Level: Set<String>] = [:]
    for block in blocks {
      for offset in block.range where scalars[offset] == "《" {
        let words = Array(scalars[(offset + 1)..<min(offset + 12, block.range.upperBound)])
        guard !words.isEmpty, let region = Self.region(at: 0, in: words, vocabulary: vocabulary)
        else { continue }
        told[region.level, default: []].insert(region.name)
      }
    }
    let isUntold = places.isEmpty
    for (level, names) in told
    where names.count == 1 && (isUntold || level == .provincial) {
      if let name = names.first { learn(name, level: level) }
    }
  }

  /// Takes a place that the text names with a government, where the frame has named none.
  mutating func learn(_ place: String, level: Entity.Level) {
    if places[level] == nil { places[level] = place }
  }

  /// The lines of the frame, of which the first and the signature begin with the issuer's name.
  private static func frame(of context: ExtractionContext) -> [String] {
    let nodes = context.document.nodes
    let blocks = context.blocks.filter {
      let level = nodes[$0.node].level
      return level == .preface || level == .signature
    }
    return blocks.prefix(4).map { block in
      let range = block.range.prefix(30)
      return String(context.reading.scalars, in: range)
    }
  }

  /// `isName`: whether the words are the name of an organ, which its place begins whatever it looks like.
  private mutating func readPlaces(
    at scalars: [Unicode.Scalar], isName: Bool, vocabulary: EntityVocabulary
  ) {
    var start = 0
    var path = ""
    while start < scalars.count {
      guard
        let region = Self.region(
          at: start, in: scalars, isName: isName && start == 0, vocabulary: vocabulary)
      else { break }
      path += region.name
      if places[region.level] == nil { places[region.level] = path }
      if start == 0, let parent = region.parent { readParent(parent, vocabulary: vocabulary) }
      start += region.count
    }
    // 天河区 of 广州市天河区 is spelled with its city, 厦门市 of 福建省厦门市 without its province.
    if let city = places[.municipal], let province = places[.provincial], city.hasPrefix(province) {
      places[.municipal] = String(city.dropFirst(province.count))
    }
  }

  private mutating func readParent(_ parent: String, vocabulary: EntityVocabulary) {
    guard let row = vocabulary.regionRows[parent] else { return }
    let region = vocabulary.regions[row]
    if let level = region.level, places[level] == nil { places[level] = region.canonical }
    if let parent = region.parent { readParent(parent, vocabulary: vocabulary) }
  }

  private struct Region {
    let name: String
    let level: Entity.Level
    let parent: String?
    let count: Int
  }

  private static func region(
    at start: Int, in scalars: [Unicode.Scalar], isName: Bool = false,
    vocabulary: EntityVocabulary
  ) -> Region? {
    for count in stride(from: min(11, scalars.count - start), to: 1, by: -1) {
      guard vocabulary.regionStarts.contains(scalars[start]) else { break }
      let word = String(scalars, in: start..<(start + count))
      if let row = vocabulary.regionRows[word], let level = vocabulary.regions[row].level {
        // 榆林 of 榆林渡区 is the beginning of another name.
        if vocabulary.regionLevels[scalars[start + count - 1]] == nil,
          let longer = regionByForm(at: start, in: scalars, vocabulary: vocabulary),
          longer.count > count,
          vocabulary.regionRows[
            String(scalars, in: start + count..<start + longer.count)] == nil
        {
          return longer
        }
        let region = vocabulary.regions[row]
        return Region(name: region.canonical, level: level, parent: region.parent, count: count)
      }
    }
    return regionByForm(at: start, in: scalars, isName: isName, vocabulary: vocabulary)
  }

  /// A place that no list has is known by its last scalar.
  private static func regionByForm(
    at start: Int, in scalars: [Unicode.Scalar], isName: Bool = false,
    vocabulary: EntityVocabulary
  ) -> Region? {
    for end in start..<min(start + 4, scalars.count) where end >= start + 2 {
      if !isName, vocabulary.bounds.countEnding(before: end, in: scalars, from: start) > 0 {
        break
      }
      guard let level = vocabulary.regionLevels[scalars[end]], level != .village,
        vocabulary.falseRanks.countEnding(before: end + 1, in: scalars, from: start) == 0
      else { continue }
      let following = end + 1 < scalars.count ? scalars[end + 1] : " "
      if vocabulary.regionLevels[following] != nil { continue }
      let name = String(scalars, in: start..<end + 1)
      return Region(name: name, level: level, parent: nil, count: end + 1 - start)
    }
    return nil
  }

  private mutating func readInstitution(
    in line: [Unicode.Scalar], heads: [[Unicode.Scalar]], vocabulary: EntityVocabulary
  ) {
    // A document number or a mark before the name is no part of it.
    let isHan = { (scalar: Unicode.Scalar) in (0x4E00...0x9FFF).contains(scalar.value) }
    let scalars =
      line.split(whereSeparator: { !isHan($0) }).first { run in
        heads.contains { head in
          run.count > head.count + 1 && contains(run, head)
        }
      }.map(Array.init) ?? []
    guard !scalars.isEmpty else { return }
    let name = String(String.UnicodeScalarView(scalars))
    var end = 0
    for head in heads {
      guard scalars.count > head.count + 1 else { continue }
      for start in 2...max(2, min(20, scalars.count - head.count))
      where start + head.count <= scalars.count
        && scalars[start..<(start + head.count)].elementsEqual(head)
      {
        // 有限公司 of 港务集团有限公司 goes on with the same name.
        if start + head.count > end, end == 0 || start <= end { end = start + head.count }
        break
      }
    }
    if vocabulary.words.holds(name, .kind) { return }
    // 关于 before the head shows that the head belongs to what the document is about.
    guard end > 0, !name.unicodeScalars.prefix(end).contains("于") else { return }
    institution = String(String.UnicodeScalarView(scalars[..<end]))
  }

  private func contains(_ run: ArraySlice<Unicode.Scalar>, _ word: [Unicode.Scalar]) -> Bool {
    guard run.count >= word.count else { return false }
    return (run.startIndex...(run.endIndex - word.count)).contains { start in
      run[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
