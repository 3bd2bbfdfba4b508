/// A page as it is laid out: words and where they stand, from its upper left corner, in points or
/// whatever unit the format has.
struct Page {
  /// Its size.
  var width: Double
  var height: Double
  /// Its words, in any order.
  var fragments: [PageFragment] = []

  /// How many characters stand on it.
  var characterCount: Int { fragments.reduce(0) { $0 + $1.words.count } }
}

/// Words that stand beside each other on a page, and the box around them.
struct PageFragment {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  var words: [Unicode.Scalar]

  /// The height of its characters.
  var size: Double { bottom - top }
}
