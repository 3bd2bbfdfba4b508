internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// Why a line is a unit: where its number stands, what it follows, why it has its level, and which other
/// numbers in it were weighed and left.
extension Explainer {
  func explainNode(_ index: Int) -> Explanation {
    let node = document.document.nodes[index]
    var explanation = explanation("单元 \(document.nodeIDs[index])", at: node.range)
    explanation.add("层级", node.level.rawValue + (node.depth > 0 ? "，第\(node.depth)级" : ""))
    let weighed = weighedNumbers()
    if let number = node.number {
      explanation.add(
        "序号", "\(words(number.range))，数值\(number.values.map(String.init).joined(separator: "-"))")
      let mark = weighed.first { $0.range.lowerBound == number.range.lowerBound }
      explanation.add("序号的位置", mark.map { placeName($0.place) })
    }
    explanation.add("规则", rule(of: node))
    explanation.add("接续", sequence(of: index))
    explanation.add("引称", document.citations[index])
    explanation.add("标题", node.heading.map(words))
    explanation.add("上级", node.parent.map { document.nodeIDs[$0] })
    let norms = document.norms.indices.filter { document.norms[$0].node == index }
    explanation.add("规范", norms.map { "n\($0 + 1)" }.joined(separator: "、"))
    explanation.add("原文", words(node.text))
    for other in left(weighed, within: index).prefix(20) {
      explanation.add("看过而没有采用的序号", "“\(words(other.range))”：\(reason(other))")
    }
    return explanation
  }

  /// The rule by which a node has its level.
  private func rule(of node: Node) -> String {
    let hasArticles = document.document.nodes.contains { $0.level == .article }
    return switch node.level {
    case .part, .subpart, .chapter, .section: "第…编、分编、章、节居一行之首，后面是标题，不是引用"
    case .article: "“第…条”居一行之首或者句末之后，前后没有引用的用语（依照、规定），数值接着前一条"
    case .paragraph where hasArticles: "条（标题）下的自然段是款；只有一段的条不分款"
    case .paragraph: "标题下不带序号的自然段"
    case .item: "条、款之下的（一）是项"
    case .subitem: "项之下的1.是目"
    case .heading where node.number?.style == .decimal: "1.1、1.1.1这样的序号，级数就是数字的个数"
    case .heading: "文件的这一部分没有条，一、（一）1.（1）①依次是一至五级标题（GB/T 9704—2012，7.3.3）"
    case .attachment: "“附件”居一行之首，或者落款后列有附件名称"
    case .table: "成行成列的文字"
    case .preface: "标题、发文机关、发文字号、通过和公布的说明"
    case .preamble: "第一个带序号的单元之前的正文"
    case .toc: "“目录”和其后的条目，不是章"
    case .signature: "文末的发文机关和成文日期"
    case .note: "落款后括号内的说明"
    case .colophon: "抄送、印发等版记"
    }
  }

  /// What number a unit follows among its siblings.
  private func sequence(of index: Int) -> String? {
    let nodes = document.document.nodes
    guard let number = nodes[index].number, let value = number.values.last else { return nil }
    let siblings = nodes.indices.filter {
      nodes[$0].level == nodes[index].level && nodes[$0].number?.style == number.style
        && (nodes[index].level == .article || nodes[$0].parent == nodes[index].parent)
    }
    guard let place = siblings.firstIndex(of: index) else { return nil }
    guard place > 0, let before = nodes[siblings[place - 1]].number?.values else {
      return value == 1 ? "同级的第一个" : "同级的第一个，但序号不是1"
    }
    let name = document.nodeIDs[siblings[place - 1]]
    let isNext =
      before.count == number.values.count && before.dropLast() == number.values.dropLast()
      && before.last.map { $0 + 1 } == value
      || number.values.count > before.count && number.values.starts(with: before)
      || number.values.count < before.count && before.first.map { $0 + 1 } == value
    return isNext ? "接\(name)" : "前一个是\(name)，序号不连续，原样保留"
  }

  /// The numbers in a node's own words that became no unit.
  private func left(_ weighed: [WeighedNumber], within index: Int) -> [WeighedNumber] {
    let nodes = document.document.nodes
    let own = nodes[index]
    let taken = Set(nodes.compactMap { $0.number?.range.lowerBound })
    return weighed.filter { number in
      (own.text.contains(number.range.lowerBound)
        || own.heading?.contains(number.range.lowerBound) ?? false)
        && !taken.contains(number.range.lowerBound)
    }
  }

  private func reason(_ number: WeighedNumber) -> String {
    if number.isReference { return "前后文表明是引用" }
    return switch number.place {
    case .inside: "在一句话之中"
    case .lineStart: "居一行之首，但不接续前后的序号，或者是折行"
    default: "\(placeName(number.place))，但不接续前后的序号"
    }
  }

  private func placeName(_ place: WeighedNumber.Place) -> String {
    switch place {
    case .lineStart: "一行之首"
    case .afterSentence: "句末标点之后"
    case .afterColon: "冒号之后"
    case .afterGap: "空白之后"
    case .inside: "一句话之中"
    }
  }
}
