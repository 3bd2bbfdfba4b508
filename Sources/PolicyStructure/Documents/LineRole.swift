import PolicyText

/// What part of a document's wrapper or body a line belongs to.
enum LineRole: Equatable {
  case preface, toc, body, annexList, signature, note, colophon
  /// It belongs to no document.
  case dropped(Residue.Reason)
}
