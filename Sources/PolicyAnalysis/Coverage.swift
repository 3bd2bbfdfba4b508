internal import PolicyStructure
internal import PolicyText

/// Gives every character that is not white space an owner: a document or a piece of residue.
///
/// What layout dropped at the edges (the `#` before a title, the `|` that closes a row) goes to what
/// stands beside it on its line; what stands alone is residue.
struct Coverage {
  /// The spans of the documents.
  private(set) var documents: [TextSpan]
  /// The residue in the order of the source, with what was found besides.
  private(set) var residue: [Residue]

  /// An owner, outermost: residue within a document needs no place of its own here.
  private struct Owner {
    var start: Int
    var end: Int
    let document: Int?
    let residue: Int?
  }

  init(_ parsed: ParsedSource) {
    documents = parsed.documents.map { parsed.reading.span(of: $0.range) }
    residue = parsed.residue
    let scalars = parsed.reading.source.scalars
    var owners = Self.owners(documents: documents, residue: residue)
    var end = 0
    var found: [Residue] = []
    for index in 0...owners.count {
      let next = index < owners.count ? owners[index].start : scalars.count
      for piece in Self.pieces(in: end..<max(end, next), of: scalars) {
        if index < owners.count, !Self.hasLineBreak(in: piece.upperBound..<next, of: scalars) {
          owners[index].start = min(owners[index].start, piece.lowerBound)
        } else if index > 0,
          !Self.hasLineBreak(in: owners[index - 1].end..<piece.lowerBound, of: scalars)
        {
          owners[index - 1].end = piece.upperBound
        } else {
          found.append(
            Residue(span: TextSpan(piece.lowerBound, piece.upperBound), reason: .other))
        }
      }
      if index < owners.count { end = max(end, owners[index].end) }
    }
    for owner in owners {
      let span = TextSpan(owner.start, owner.end)
      if let document = owner.document { documents[document] = span }
      if let index = owner.residue {
        residue[index] = Residue(span: span, reason: residue[index].reason)
      }
    }
    guard !found.isEmpty else { return }
    residue = (residue + found).sorted { $0.span.start < $1.span.start }
  }

  /// Documents, and the residue outside them, in the order of the source.
  private static func owners(documents: [TextSpan], residue: [Residue]) -> [Owner] {
    var owners: [Owner] = []
    var next = 0
    for (index, span) in documents.enumerated() {
      while next < residue.count, residue[next].span.start < span.start {
        let piece = residue[next].span
        owners.append(Owner(start: piece.start, end: piece.end, document: nil, residue: next))
        next += 1
      }
      while next < residue.count, residue[next].span.start < span.end { next += 1 }
      owners.append(Owner(start: span.start, end: span.end, document: index, residue: nil))
    }
    while next < residue.count {
      let piece = residue[next].span
      owners.append(Owner(start: piece.start, end: piece.end, document: nil, residue: next))
      next += 1
    }
    return owners
  }

  /// The stretches of a range on one line each, from their first character that shows to their last.
  private static func pieces(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start: Int?
    var end = range.lowerBound
    for offset in range {
      let scalar = scalars[offset]
      if isLineBreak(scalar) {
        if let first = start { pieces.append(first..<end) }
        start = nil
      } else if !scalar.properties.isWhitespace {
        start = start ?? offset
        end = offset + 1
      }
    }
    if let first = start { pieces.append(first..<end) }
    return pieces
  }

  private static func hasLineBreak(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> Bool {
    range.contains { isLineBreak(scalars[$0]) }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{0C}" || scalar == "\u{85}"
      || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}
