import PolicyStructure
import PolicyText

/// 用语含义: a list that explains one term an item, with whatever mark between them.
///
/// 本条例下列用语的含义：（一）供水企业，包括…；（二）用户：使用自来水的单位. Also a part named 名词解释 or 术语.
///
/// Source: 立法技术规范（试行）（一） on definitions.
struct Glossary {
  private let scalars: [Unicode.Scalar]
  /// For each node, whether the units under it explain terms.
  private var explains: [Bool]

  /// A term is no longer than this.
  private static let longestTerm = 40

  init(document: PolicyDocument, scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    explains = []
    explains.reserveCapacity(document.nodes.count)
    for node in document.nodes {
      explains.append(node.heading.map { Self.isTitle($0, in: scalars) } ?? false)
    }
  }

  /// Notes a block that leads in to such a list.
  mutating func note(_ block: TextBlock) {
    guard let last = block.range.last, scalars[last] == "：", block.range.count <= 80,
      Self.names(block.range.suffix(20), in: scalars),
      Self.asks(block.range.suffix(10), in: scalars)
    else { return }
    explains[block.node] = true
  }

  /// The definition that a block gives because of the list that it stands in.
  func definition(of block: TextBlock, in document: PolicyDocument) -> Definition? {
    let node = document.nodes[block.node]
    guard block.role == .body, let parent = node.parent, explains[parent] else { return nil }
    switch node.level {
    case .item, .subitem, .heading: break
    default: return nil
    }
    var end = block.range.upperBound
    while end > block.range.lowerBound, scalars[end - 1] == "。" || scalars[end - 1] == "；" {
      end -= 1
    }
    if let heading = node.heading, heading.count <= Self.longestTerm {
      guard end > block.range.lowerBound else { return nil }
      return Definition(
        node: block.node, range: heading.lowerBound..<end, term: heading,
        meaning: block.range.lowerBound..<end, kind: .definition)
    }
    var term = block.range.lowerBound
    while term < end, term - block.range.lowerBound < Self.longestTerm {
      switch scalars[term] {
      case "，", "：", "—", "是": break
      case "。", "；": return nil
      default:
        term += 1
        continue
      }
      break
    }
    guard term > block.range.lowerBound, term + 1 < end,
      term - block.range.lowerBound < Self.longestTerm
    else { return nil }
    var words = block.range.lowerBound..<term
    if words.count > 2, scalars[words.lowerBound] == "“", scalars[words.upperBound - 1] == "”" {
      words = words.lowerBound + 1..<words.upperBound - 1
    }
    var start = term + 1
    while start < end, scalars[start] == "—" || scalars[start] == "即" || scalars[start] == "是" {
      start += 1
    }
    guard start < end else { return nil }
    return Definition(
      node: block.node, range: block.range.lowerBound..<end, term: words, meaning: start..<end,
      kind: .definition)
  }

  /// 名词解释, 术语和定义, 用语含义.
  private static func isTitle(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    guard 2...14 ~= range.count else { return false }
    return names(range, in: scalars)
      && (asks(range, in: scalars) || scalars[range.upperBound - 1] == "语")
  }

  private static func names(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    pairs(range).contains {
      switch (scalars[$0], scalars[$0 + 1]) {
      case ("用", "语"), ("术", "语"), ("名", "词"): true
      default: false
      }
    }
  }

  private static func asks(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    pairs(range).contains {
      switch (scalars[$0], scalars[$0 + 1]) {
      case ("含", "义"), ("解", "释"), ("定", "义"), ("释", "义"), ("意", "义"), ("涵", "义"): true
      default: false
      }
    }
  }

  private static func pairs(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<max(range.lowerBound, range.upperBound - 1)
  }
}
