internal import PolicyText

/// Reads a page of an OFD file: words and lines, and where they stand in points; the file counts in
/// millimetres.
///
/// Source: GB/T 33190—2016, 9.1 (paths), 11.2, 11.3: the place of a text counts in its object, whose boundary
/// counts on the page; `DeltaX` is how far each character stands from the one before it.
final class OFDPage: MarkupHandler {
  /// What is read so far.
  private(set) var page: Page
  /// The pages that this one is printed upon.
  private(set) var templates: [String] = []

  private var boundary: [Double] = []
  private var transform: [Double] = []
  private var size = 0.0
  private var isVisible = true
  private var place: (x: Double, y: Double) = (0, 0)
  private var deltas: [Double] = []
  private var downs: [Double] = []
  private var isInText = false
  private var isInArea = false
  private var isInPath = false
  private var words: [Unicode.Scalar] = []

  init(area: [Double]) {
    page = Page(width: 210 * Self.point, height: 297 * Self.point, rules: [])
    setArea(area)
  }

  /// A millimetre in points.
  private static let point = 72 / 25.4

  func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>) {
    func numbers(_ name: OFDName) -> [Double] { attributes[name].map(Self.numbers) ?? [] }
    switch name {
    case .area:
      isInArea = true
      words = []
    case .template:
      if let identifier = attributes[.templateIdentifier] { templates.append(identifier) }
    case .textObject, .pathObject:
      boundary = numbers(.boundary)
      transform = numbers(.transform)
      size = numbers(.size).first ?? 0
      isVisible = attributes[.visible] != "false"
      place = (0, 0)
    case .textCode:
      // A place that is left out is that of the text before.
      place = (numbers(.x).first ?? place.x, numbers(.y).first ?? place.y)
      deltas = attributes[.deltaX].map(Self.deltas) ?? []
      downs = attributes[.deltaY].map(Self.deltas) ?? []
      words = []
      isInText = true
    case .abbreviatedData:
      words = []
      isInPath = true
    default: break
    }
  }

  func end(_ name: OFDName) {
    switch name {
    case .area:
      isInArea = false
      setArea(Self.numbers(String(words, in: words.indices)))
    case .textCode:
      isInText = false
      if isVisible { addWords() }
    case .abbreviatedData:
      isInPath = false
      if isVisible { addLines() }
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInText || isInArea || isInPath { words.append(utf8: bytes) }
  }

  private func setArea(_ area: [Double]) {
    guard area.count == 4, area[2] > 0, area[3] > 0 else { return }
    page.width = area[2] * Self.point
    page.height = area[3] * Self.point
  }

  /// Adds the words of a text object, cut where a wide gap stands between two characters.
  private func addWords() {
    var (x, y) = place
    var start = x
    var run: [Unicode.Scalar] = []
    func close(at end: Double) {
      if !run.isEmpty { add(run, from: start, to: end, baseline: y) }
      run = []
    }
    let kept = words.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
    for (index, scalar) in kept.enumerated() {
      let drawn = size * (scalar.value < 0x2E80 ? 0.5 : 1)
      let advance = index < deltas.count ? deltas[index] : drawn
      let down = index < downs.count ? downs[index] : 0
      if isSpace(scalar) || scalar == "\u{3000}" {
        close(at: x)
      } else {
        if run.isEmpty { start = x }
        run.append(scalar)
        if advance > drawn + size * 0.9 || abs(down) > size * 0.5 { close(at: x + drawn) }
      }
      x += advance
      y += down
    }
    close(at: x)
  }

  /// Adds the straight lines of a path.
  private func addLines() {
    guard (page.rules?.count ?? 0) < RuleReader.limit else { return }
    let data = String(words, in: words.indices)
    for figure in PathFigure.figures(in: data, form: .ofd) {
      page.rules?.append(contentsOf: PageRule.rules(of: figure.map { point($0.x, $0.y) }))
    }
  }

  /// A place in the object that is being read, on the page.
  private func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let scale = transform.count == 6 ? transform : [1, 0, 0, 1, 0, 0]
    return (
      (scale[0] * x + scale[2] * y + scale[4] + (boundary.first ?? 0)) * Self.point,
      (scale[1] * x + scale[3] * y + scale[5] + (boundary.count > 1 ? boundary[1] : 0))
        * Self.point
    )
  }

  private func add(
    _ words: [Unicode.Scalar], from start: Double, to end: Double, baseline: Double
  ) {
    // Characters stand on their baseline, four fifths of their height above it.
    let first = point(start, baseline - size * 0.8)
    let last = point(end, baseline + size * 0.2)
    let box = PageFragment(
      left: min(first.x, last.x), right: max(first.x, last.x), top: min(first.y, last.y),
      bottom: max(first.y, last.y), words: words)
    let edges = [box.left, box.right, box.top, box.bottom]
    if edges.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) { page.fragments.append(box) }
  }

  /// Numbers parted by spaces.
  static func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").prefix(1 << 16).compactMap { Double($0) }.filter(\.isFinite)
  }

  /// Distances, where `g 3 5.2` stands for three times 5.2.
  static func deltas(_ text: String) -> [Double] {
    var deltas: [Double] = []
    var parts = text.split(separator: " ")[...]
    while let part = parts.popFirst(), deltas.count < 1 << 16 {
      if part == "g", let count = parts.popFirst().flatMap({ Int($0) }), count >= 0,
        let value = parts.popFirst().flatMap({ Double($0) }), value.isFinite
      {
        deltas += Array(repeating: value, count: min(count, 1 << 16))
      } else if let value = Double(part), value.isFinite {
        deltas.append(value)
      }
    }
    return deltas
  }
}
