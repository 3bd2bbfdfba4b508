/// 括号与引号: the brackets and quotation marks of a stretch that belong together.
///
/// A bracket without its fellow protects nothing, so that one typing error does not run all following
/// sentences together. Straight quotation marks (") open and close in turn.
struct BracketPairs {
  /// An outermost pair: where it opens and where it closes.
  struct Pair {
    let open: Int
    let close: Int
  }

  /// The outermost pairs in the order of the text.
  private(set) var pairs: [Pair] = []
  private var open: [(offset: Int, closer: Unicode.Scalar)] = []
  // A closer looks for its opener so far down and no further, so that the time stays linear.
  private static let reach = 4

  /// Finds the pairs of another stretch; what was found before is forgotten.
  mutating func find(in scalars: UnsafeBufferPointer<Unicode.Scalar>, range: Range<Int>) {
    pairs.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    for offset in range {
      let scalar = scalars[offset]
      // Ideographs are no brackets; nearly all scalars are ideographs.
      if scalar.value >= 0x3100 && scalar.value < 0xFF00 { continue }
      switch scalar {
      case "（": open.append((offset, "）"))
      case "“": open.append((offset, "”"))
      case "‘": open.append((offset, "’"))
      case "《": open.append((offset, "》"))
      case "〈": open.append((offset, "〉"))
      case "「": open.append((offset, "」"))
      case "『": open.append((offset, "』"))
      case "【": open.append((offset, "】"))
      case "\"":
        if open.suffix(Self.reach).contains(where: { $0.closer == "\"" }) {
          close(at: offset, with: scalar)
        } else {
          open.append((offset, "\""))
        }
      case "）", "”", "’", "》", "〉", "」", "』", "】": close(at: offset, with: scalar)
      default: break
      }
    }
  }

  private mutating func close(at offset: Int, with closer: Unicode.Scalar) {
    var index = open.count - 1
    let last = max(0, open.count - Self.reach)
    while index >= last {
      if open[index].closer == closer {
        let start = open[index].offset
        open.removeSubrange(index...)
        while let inner = pairs.last, inner.open > start { pairs.removeLast() }
        pairs.append(Pair(open: start, close: offset))
        return
      }
      index -= 1
    }
  }
}
