/// A page as it is laid out: words and where they stand, from its upper left corner, in points or
/// whatever unit the format has.
struct Page {
  /// Its size.
  var width: Double
  var height: Double
  /// Its words, in any order.
  var fragments: [PageFragment] = []
  /// The straight lines drawn on it; `nil` where they are not known.
  var rules: [PageRule]?

  /// How many characters stand on it.
  var characterCount: Int { fragments.reduce(0) { $0 + $1.words.count } }

  /// Whether a row of it has gaps as they stand between the cells of a table: a wide one, or two that
  /// are wider than those between words.
  var mayHaveTable: Bool {
    PageRow.rows(of: fragments).contains { $0.segments.count > 1 || $0.gaps > 1 }
  }
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

  /// The width of a character of Chinese.
  var character: Double { (right - left) / max(words.reduce(0) { $0 + $1.pageWidth }, 0.5) }

  /// The fragment in a box no higher than its characters are wide.
  ///
  /// Programs give the box that a font reserves for a line, which is more than twice as high as the
  /// characters in some fonts; a Chinese character is as wide as it is high.
  var fitted: PageFragment {
    let height = character * 1.2
    guard height > 0, height < size else { return self }
    var fitted = self
    fitted.top = (top + bottom - height) / 2
    fitted.bottom = fitted.top + height
    return fitted
  }
}

extension Unicode.Scalar {
  /// How much room a character takes up in a line, in Chinese characters.
  var pageWidth: Double { value < 0x250 || value == 0x2003 ? 0.5 : 1 }
}
