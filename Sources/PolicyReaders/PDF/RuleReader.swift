/// The names in what `pdftocairo -svg` writes.
enum RuleName: String, MarkupName {
  case clipPath, defs, g, mask, page, path, pattern, rect, symbol
  case d, height, style, transform, width, x, y

  static let vocabulary = MarkupVocabulary<RuleName>()
  static let prefixes: [(prefix: String, namespaces: [String])] = []
}

/// Reads the straight lines that are drawn on the pages of a PDF, as poppler writes them in SVG.
///
/// A line is a stroke, a thin box that is filled, or an edge of a box that is stroked.
///
/// Source: SVG 1.1, 8.3 (path data), 7.6 (transform).
final class RuleReader: MarkupHandler {
  /// The lines of each page.
  private(set) var pages: [[PageRule]] = []

  /// A page with more lines than this is a drawing.
  static let limit = 20_000

  private var transforms: [Transform] = [Transform()]
  private var skipped = 0

  func start(_ name: RuleName, _ attributes: MarkupAttributes<RuleName>) {
    if skipped > 0 || [.defs, .clipPath, .mask, .pattern, .symbol].contains(name) {
      skipped += 1
      return
    }
    switch name {
    case .page: pages.append([])
    case .g: transforms.append(transform(of: attributes))
    case .path: addPath(attributes)
    case .rect: addBox(attributes)
    default: break
    }
  }

  func end(_ name: RuleName) {
    if skipped > 0 {
      skipped -= 1
    } else if name == .g, transforms.count > 1 {
      transforms.removeLast()
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  // MARK: Shapes

  private func add(_ rule: PageRule?) {
    guard let rule else { return }
    // A file of one page has no element for it.
    if pages.isEmpty { pages.append([]) }
    if pages[pages.count - 1].count < Self.limit { pages[pages.count - 1].append(rule) }
  }

  private func addPath(_ attributes: MarkupAttributes<RuleName>) {
    guard let data = attributes[.d] else { return }
    let transform = transform(of: attributes)
    let isStroked = !(attributes[.style] ?? "").contains("stroke:none")
    for figure in PathFigure.figures(in: data, form: .svg) {
      let points = figure.map(transform.point)
      if isStroked {
        PageRule.rules(of: points).forEach(add)
      } else {
        add(PageRule(filling: points))
      }
    }
  }

  private func addBox(_ attributes: MarkupAttributes<RuleName>) {
    func number(_ name: RuleName) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
    let transform = transform(of: attributes)
    let first = transform.point((number(.x), number(.y)))
    let second = transform.point(
      (number(.x) + number(.width), number(.y) + number(.height)))
    add(PageRule(boxFrom: first, to: second))
  }

  // MARK: Transforms

  /// How the places in an element lead to places on the page.
  private struct Transform {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    func point(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
      (a * point.x + c * point.y + e, b * point.x + d * point.y + f)
    }
  }

  private func transform(of attributes: MarkupAttributes<RuleName>) -> Transform {
    let outer = transforms.last ?? Transform()
    guard let text = attributes[.transform], text.hasPrefix("matrix(") else { return outer }
    let own = text.dropFirst(7).dropLast().split(separator: ",").compactMap {
      Double($0.filter { $0 != " " })
    }
    guard own.count == 6 else { return outer }
    return Transform(
      a: outer.a * own[0] + outer.c * own[1], b: outer.b * own[0] + outer.d * own[1],
      c: outer.a * own[2] + outer.c * own[3], d: outer.b * own[2] + outer.d * own[3],
      e: outer.a * own[4] + outer.c * own[5] + outer.e,
      f: outer.b * own[4] + outer.d * own[5] + outer.f)
  }
}
