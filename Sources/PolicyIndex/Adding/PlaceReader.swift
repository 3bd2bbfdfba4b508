internal import PolicyLexicons
internal import PolicyText

/// 地方: reads the place that a name begins with: 福建省/厦门市 of 厦门市教育局.
///
/// Known regions come with those that they lie in; others are known by their form (云溪市…).
///
/// Source: GB/T 2260; 中华人民共和国行政区划 (units).
struct PlaceReader: Sendable {
  /// For each name of a region, its full name and the region that it lies in.
  private let regions: [String: (canonical: String, parent: String?)]
  /// For each ending, the characters behind it that make another word of it: 市 + 场.
  private let endings: [String: [Unicode.Scalar]]
  /// Words whose end looks like a region: 城市, 园区.
  private let falseEndings: Set<String>
  /// Words of rank, which name no place: 县级, 各区.
  private let ranks: Set<String>
  /// The longest name of a region, in scalars.
  private static let longest = 14

  /// - Throws: ``LexiconError`` if the list of regions lacks a column.
  init(lexicons: Lexicons) throws(LexiconError) {
    let list = lexicons[.regions]
    let canonical = try list.column("canonical")
    let parent = try list.column("parent")
    var regions: [String: (String, String?)] = [:]
    for row in list.rows {
      regions[row[0]] = (row[canonical], row[parent] == "-" ? nil : row[parent])
    }
    self.regions = regions
    var endings: [String: [Unicode.Scalar]] = [:]
    for row in lexicons[.regionEndings].rows {
      endings[row[0]] = row[1] == "-" ? [] : Array(row[1].unicodeScalars)
    }
    self.endings = endings
    falseEndings = Set(lexicons[.rankBounds].rows.map { $0[0] })
    ranks = Set(lexicons[.ranks].rows.map { $0[0] })
  }

  /// The regions that a name begins with, outermost first; `nil` for none.
  func place(of name: String) -> String? {
    var words = Array(name.unicodeScalars)
    if words.starts(with: "中共".unicodeScalars) { words.removeFirst(2) }
    var chain: [String] = []
    var start = 0
    while start < words.count, chain.count < 4, let found = region(in: words, from: start) {
      if chain.isEmpty { chain = ancestors(of: found.name) }
      chain.append(found.name)
      start = found.end
    }
    return chain.isEmpty ? nil : chain.joined(separator: "/")
  }

  private func region(in words: [Unicode.Scalar], from start: Int) -> (name: String, end: Int)? {
    let longest = min(words.count - start, Self.longest)
    guard longest >= 2 else { return nil }
    for length in stride(from: longest, through: 2, by: -1) {
      let term = String(String.UnicodeScalarView(words[start..<start + length]))
      // A name that fills the words is the place itself; 上海 in 上海医院 begins a name.
      if let region = regions[term] { return (region.canonical, start + length) }
    }
    guard longest >= 3 else { return nil }
    for length in 3...min(longest, 7) {
      let term = String(String.UnicodeScalarView(words[start..<start + length]))
      guard
        isPlaceByForm(
          term, in: words[start..<start + length], before: words.dropFirst(start + length).first)
      else { continue }
      return (term, start + length)
    }
    return nil
  }

  private func isPlaceByForm(
    _ term: String, in words: ArraySlice<Unicode.Scalar>, before next: Unicode.Scalar?
  ) -> Bool {
    let one = String(String.UnicodeScalarView(words.suffix(1)))
    guard let follows = endings[one], let first = words.first else { return false }
    if let next, follows.contains(next) { return false }
    if falseEndings.contains(String(String.UnicodeScalarView(words.suffix(2)))) { return false }
    if ranks.contains(where: { $0.count > 1 && term.hasPrefix($0) }) { return false }
    let bound: Set<Unicode.Scalar> = ["各", "本", "全", "该", "所", "设", "不", "、", "和", "或", "有", "（"]
    return !bound.contains(first) && !words.contains("、") && !words.contains("的")
  }

  private func ancestors(of name: String) -> [String] {
    var chain: [String] = []
    var next = regions[name]?.parent
    while let parent = next, chain.count < 3 {
      chain.insert(regions[parent]?.canonical ?? parent, at: 0)
      next = regions[parent]?.parent
    }
    return chain
  }
}
