/// 页眉、页脚、页码: what stands at the edges of pages and belongs to no text.
struct PageFurniture {
  /// For each page, which of its rows are furniture.
  private(set) var rows: [Set<Int>]

  /// A place at the edge of a page: words without their numbers, from the top or from the bottom.
  private struct Place: Hashable {
    let words: [Unicode.Scalar]
    let isTop: Bool
    /// How far from the edge, in hundredths of the page.
    let distance: Int
  }

  /// Finds what repeats at the same place of several pages, and page numbers.
  init(_ pages: [(page: Page, rows: [PageRow])]) {
    rows = pages.map { _ in [] }
    addRepeatedRows(of: pages)
    addPageNumbers(of: pages)
    if pages.count <= 2 { addEdges(of: pages) }
  }

  // MARK: Running heads

  private mutating func addRepeatedRows(of pages: [(page: Page, rows: [PageRow])]) {
    var places: [Place: [(page: Int, row: Int)]] = [:]
    for (index, page) in pages.enumerated() {
      for row in Self.edges(of: page.rows) {
        let found = page.rows[row]
        let words = Self.withoutNumbers(found.words)
        guard let isTop = Self.isTop(found, of: page.page), !words.isEmpty else { continue }
        if Self.isPageNumber(found.words) { continue }
        let height = max(page.page.height, 1)
        let distance = Int((isTop ? found.top : height - found.bottom) / height * 100)
        // The same row may lie a hair off on another page.
        for near in [distance, distance + 1] {
          places[Place(words: words, isTop: isTop, distance: near), default: []]
            .append((index, row))
        }
      }
    }
    let needed = max(2, pages.count / 5)
    for found in places.values where Set(found.map(\.page)).count >= needed {
      for place in found { rows[place.page].insert(place.row) }
    }
  }

  /// The first and last rows.
  private static func edges(of rows: [PageRow]) -> Set<Int> {
    Set(rows.indices.prefix(3)).union(rows.indices.suffix(3))
  }

  /// Whether a row stands at the upper edge of its page or at the lower one; `nil` if at neither.
  private static func isTop(_ row: PageRow, of page: Page) -> Bool? {
    if row.bottom < page.height * 0.15 { return true }
    return row.top > page.height * 0.85 ? false : nil
  }

  private static func withoutNumbers(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
    words.filter { !isDigit($0) && $0 != " " && $0 != "　" }
  }

  // MARK: Files of a page or two

  /// What does not repeat is known by its place: in the margin of the page, apart from the text, and
  /// smaller than that; below, only what programs print there, an address or the number of pages.
  private mutating func addEdges(of pages: [(page: Page, rows: [PageRow])]) {
    for (index, page) in pages.enumerated() {
      let inner = page.rows.indices.filter { !rows[index].contains($0) }
      guard inner.count > 2, let first = inner.first, let last = inner.last else { continue }
      let (top, below) = (page.rows[first], page.rows[inner[1]])
      let margin = page.page.height * 0.075
      if top.bottom < margin, below.top - top.bottom > top.size * 1.2,
        top.character < below.character * 0.92
      {
        rows[index].insert(first)
      }
      let (bottom, above) = (page.rows[last], page.rows[inner[inner.count - 2]])
      if bottom.top > page.page.height - margin, bottom.top - above.bottom > bottom.size * 1.2,
        Self.isAddress(bottom.words)
      {
        rows[index].insert(last)
      }
    }
  }

  /// Whether words are an address of a page, as browsers print it: file:///a.html, 1/1.
  private static func isAddress(_ words: [Unicode.Scalar]) -> Bool {
    let mark = Array("://".unicodeScalars)
    return words.indices.dropLast(2).contains { words[$0..<$0 + 3].elementsEqual(mark) }
  }

  // MARK: Page numbers

  /// A number that stands alone at the edge of a page.
  private struct LoneNumber {
    let page: Int
    let row: Int
    let number: Int
    let standsApart: Bool
  }

  /// Numbers with marks around them are known by these; one that stands alone may as well be the last
  /// cell of a table, and is taken if the numbers of other pages count on with it.
  private mutating func addPageNumbers(of pages: [(page: Page, rows: [PageRow])]) {
    var lone: [LoneNumber] = []
    for (index, page) in pages.enumerated() {
      for row in Self.edges(of: page.rows)
      where Self.isPageNumber(page.rows[row].words)
        && Self.isTop(page.rows[row], of: page.page) != nil
      {
        if page.rows[row].words.contains(where: Self.isNumberMark) { rows[index].insert(row) }
      }
      lone += loneNumbers(on: index, of: page)
    }
    var counts: [Int: Int] = [:]
    for found in lone { counts[found.number - found.page, default: 0] += 1 }
    for found in lone {
      let count = counts[found.number - found.page] ?? 0
      if count >= max(2, pages.count / 3) || (pages.count <= 2 && found.standsApart) {
        rows[found.page].insert(found.row)
      }
    }
  }

  /// The outermost rows of a page that are a number and nothing else.
  private func loneNumbers(
    on index: Int, of page: (page: Page, rows: [PageRow])
  ) -> [LoneNumber] {
    let inner = page.rows.indices.filter { !rows[index].contains($0) }
    let hasNumber = rows[index].contains { Self.isPageNumber(page.rows[$0].words) }
    guard let first = inner.first, let last = inner.last, !hasNumber else { return [] }
    return Set([first, last]).compactMap { row in
      let found = page.rows[row]
      guard let isTop = Self.isTop(found, of: page.page),
        found.words.allSatisfy(Self.isDigit), found.words.count <= 4
      else { return nil }
      let number = found.words.reduce(0) { $0 * 10 + Int($1.value & 0xF) }
      let gap =
        isTop
        ? row + 1 < page.rows.count ? page.rows[row + 1].top - found.bottom : 0
        : row > 0 ? found.top - page.rows[row - 1].bottom : 0
      return LoneNumber(
        page: index, row: row, number: number, standsApart: gap > found.size * 1.5)
    }
  }

  /// 3, — 3 —, 第3页, 3/9.
  private static func isPageNumber(_ words: [Unicode.Scalar]) -> Bool {
    let kept = words.filter { $0 != " " && $0 != "　" }
    guard kept.count <= 12, kept.contains(where: isDigit) else { return false }
    return kept.allSatisfy { isNumberMark($0) || isDigit($0) }
  }

  private static func isNumberMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "―", "─", "－", "第", "页", "共", "/", "·", "~": true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }
}
