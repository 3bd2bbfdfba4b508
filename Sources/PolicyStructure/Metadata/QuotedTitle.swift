/// 书名号: titles in 《》, with titles nested in them.
package enum QuotedTitle {
  /// No title is longer; an opening bracket without its closing one takes no more than this.
  private static let longest = 400

  /// The offset after the 》 that closes the 《 at an offset.
  package static func end(
    in scalars: [Unicode.Scalar], from open: Int, to limit: Int
  ) -> Int? {
    var depth = 0
    var offset = open
    let end = min(limit, open + longest)
    while offset < end {
      if scalars[offset] == "《" { depth += 1 }
      if scalars[offset] == "》" { depth -= 1 }
      offset += 1
      if depth == 0 { return offset }
    }
    return nil
  }
}
