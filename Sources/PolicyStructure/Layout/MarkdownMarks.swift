import PolicyText

/// The marks that converters to Markdown put around a line: they change nothing (`#` in front of a
/// line may stand there or not, with any level).
enum MarkdownMarks {
  /// Where the words begin behind `#`, `>`, `-`, `*` and `**`.
  static func end(
    ofPrefixIn range: Range<Int>, of text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Int {
    var offset = range.lowerBound
    var moved = true
    while moved, offset < range.upperBound {
      moved = false
      switch text[offset] {
      case "#":
        var end = offset
        while end < range.upperBound, text[end] == "#" { end += 1 }
        offset = end
        moved = true
      case ">":
        offset += 1
        moved = true
      case "-", "*", "+":
        if offset + 1 < range.upperBound, text[offset + 1] == "*", text[offset] == "*" {
          offset += 2
          moved = true
        } else if offset + 1 < range.upperBound, text[offset + 1] == " ",
          !isPageMark(range, of: text)
        {
          offset += 1
          moved = true
        }
      default: break
      }
      while moved, offset < range.upperBound, isSpace(folded(text[offset])) { offset += 1 }
    }
    return offset
  }

  /// Where the words end before `#` and `**`.
  static func start(
    ofSuffixIn range: Range<Int>, of text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      if text[end - 1] == "*", end - 2 >= range.lowerBound, text[end - 2] == "*" {
        end -= 2
      } else if text[end - 1] == "#" || isSpace(folded(text[end - 1])) {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether a line is nothing but dashes, stars, equals signs or a comment.
  static func isRule(_ range: Range<Int>, of text: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
    let first = text[range.lowerBound]
    if first == "<", range.count >= 4, text[range.lowerBound + 1] == "!" { return true }
    switch first {
    case "-", "*", "=", "_", "~", "`", "─", "━", "—", "┌", "├", "└", "┏", "┣", "┗", "+", "|", ":":
      break
    default: return false
    }
    guard range.count >= 3 else { return false }
    for offset in range {
      switch text[offset] {
      case "-", "*", "=", "_", "~", "`", " ", "─", "━", "—", "┌", "├", "└", "┐", "┤", "┘", "┬", "┴",
        "┼", "┏", "┣", "┗", "┓", "┫", "┛", "+", "|", ":", "\t":
        continue
      default: return false
      }
    }
    return true
  }

  /// Whether a line such as `- 3 -` is a page number and no list item.
  private static func isPageMark(
    _ range: Range<Int>, of text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    range.count <= 12 && text[range.upperBound - 1] == "-"
  }
}
