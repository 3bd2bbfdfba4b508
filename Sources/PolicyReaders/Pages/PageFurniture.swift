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
    var places: [Place: [(page: Int, row: Int)]] = [:]
    for (index, page) in pages.enumerated() {
      for row in Self.edges(of: page.rows) {
        let found = page.rows[row]
        let height = max(page.page.height, 1)
        let isTop = found.bottom < height * 0.15
        guard isTop || found.top > height * 0.85 else { continue }
        if Self.isPageNumber(found.words) {
          rows[index].insert(row)
          continue
        }
        let distance = Int((isTop ? found.top : height - found.bottom) / height * 100)
        // The same row may lie a hair off on another page.
        for near in [distance, distance + 1] {
          places[
            Place(words: Self.withoutNumbers(found.words), isTop: isTop, distance: near),
            default: []
          ].append((index, row))
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

  private static func withoutNumbers(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
    words.filter { !isDigit($0) && $0 != " " && $0 != "　" }
  }

  /// 3, — 3 —, 第3页, 3/9.
  private static func isPageNumber(_ words: [Unicode.Scalar]) -> Bool {
    let kept = words.filter { $0 != " " && $0 != "　" }
    guard kept.count <= 12, kept.contains(where: isDigit) else { return false }
    return kept.allSatisfy { scalar in
      switch scalar {
      case "-", "—", "–", "―", "─", "－", "第", "页", "共", "/", "·", "~": true
      default: isDigit(scalar)
      }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }
}
