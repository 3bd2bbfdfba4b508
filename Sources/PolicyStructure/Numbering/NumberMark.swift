import PolicyText

/// A place where a number of a unit may stand, as it is read: what it is, is decided later, from
/// what stands around it and what number must come next.
struct NumberMark {
  /// What stands before a mark.
  enum Place: UInt8 {
    /// It begins a line.
    case lineStart
    /// It follows a mark that ends a sentence or a part of one (。；！？).
    case afterSentence
    /// It follows a colon, which introduces a list.
    case afterColon
    /// It follows white space inside a line.
    case afterGap
    /// It follows words.
    case inside
  }

  /// The number with its marks, in the reading text.
  var range: Range<Int>
  /// The family of marks.
  var style: NumberStyle
  /// What it counts to; for 之一 and 1.1 there is more in `rest`.
  var value: Int
  /// What follows the first number: `[1]` for 第十七条之一, `[2, 1]` for 1.2.1.
  var rest: NumberParts = []
  /// What stands before it.
  var place: Place
  /// Whether the words behind or before it say that it is a reference (第五条规定).
  var isReference: Bool
  /// The index of the line that it stands in.
  var line: Int

  /// The whole number: `[17, 1]`.
  var parts: NumberParts {
    var parts: NumberParts = [value]
    for part in rest { parts.append(part) }
    return parts
  }
}
