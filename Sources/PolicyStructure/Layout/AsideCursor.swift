import PolicyText

/// Tells, from line to line, whether a line is one that the file itself shows to be no part of a
/// document: of a header, a menu, a footnote.
struct AsideCursor {
  private let asides: [SourceAside]
  private var next = 0

  /// A cursor over asides in the order of the text.
  init(_ asides: [SourceAside]) { self.asides = asides }

  /// What the line that begins at an offset is a part of; offsets only grow from call to call.
  mutating func kind(at offset: Int) -> SourceAside.Kind? {
    while next < asides.count, asides[next].span.end <= offset { next += 1 }
    guard next < asides.count, asides[next].span.start <= offset else { return nil }
    return asides[next].kind
  }
}

extension SourceAside.Kind {
  /// Why a line of this kind is residue.
  var reason: Residue.Reason {
    switch self {
    case .pageFurniture: .pageFurniture
    case .navigation: .navigation
    case .other: .other
    }
  }
}
