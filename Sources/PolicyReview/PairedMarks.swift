import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 成对标点: brackets and quotation marks that are opened and not closed, or closed and not opened.
///
/// Brackets close in the block of words that opens them. A quotation may run over paragraphs: each may open
/// anew, and only the last closes (a quoted article in an amending decision).
///
/// Source: GB/T 15834—2011 (标点符号用法) 4.8, 4.9.
struct PairedMarks: ReviewRule {
  /// Half of a pair.
  private struct Stray {
    let offset: Int
    let node: Int?
    let block: Int
  }

  func findings(in draft: Draft) -> [Finding] {
    strayBrackets(in: draft).map { finding($0.offset, $0.node, draft) } + strayQuotes(in: draft)
  }

  private func strayBrackets(in draft: Draft) -> [Stray] {
    var strays: [Stray] = []
    let nodes = draft.context.document.nodes
    for (index, block) in draft.context.blocks.enumerated() where nodes[block.node].level != .table
    {
      appendStrays(of: block, index, in: draft, to: &strays)
    }
    return joined(strays, in: draft).filter { stray in
      stray.node.map { holdsSentences(nodes[$0]) } ?? true
    }
  }

  /// What is left when halves in neighbouring blocks are joined: a converter may have cut a line
  /// within brackets.
  private func joined(_ strays: [Stray], in draft: Draft) -> [Stray] {
    var left: [Stray] = []
    for stray in strays {
      if let opener = draft.scalars[stray.offset].openingBracket,
        let match = left.lastIndex(where: {
          draft.scalars[$0.offset] == opener && stray.block - $0.block <= 2
        })
      {
        left.remove(at: match)
      } else {
        left.append(stray)
      }
    }
    return left
  }

  /// Title blocks, signatures and tables are set freely; their marks are no sentences'.
  private func holdsSentences(_ node: Node) -> Bool {
    switch node.level {
    case .preface, .toc, .table, .signature, .colophon, .note, .attachment: false
    default: !node.text.isEmpty || node.tail != nil
    }
  }

  private func appendStrays(
    of block: TextBlock, _ index: Int, in draft: Draft, to strays: inout [Stray]
  ) {
    let range = block.range
    func add(_ offset: Int) {
      strays.append(Stray(offset: offset, node: block.node, block: index))
    }
    var open: [Int] = []
    // All of them stand among the marks of Chinese text, before and behind its characters.
    for offset in range
    where draft.scalars[offset].value &- 0x3020 >= 0xCEE0 && draft.scalars[offset].value >= 0x3000 {
      let scalar = draft.scalars[offset]
      if scalar.isOpeningBracket {
        open.append(offset)
      } else if let opener = scalar.openingBracket {
        if let last = open.last, draft.scalars[last] == opener {
          open.removeLast()
        } else if let match = open.lastIndex(where: { draft.scalars[$0] == opener }) {
          for stray in open[(match + 1)...] { add(stray) }
          open.removeSubrange(match...)
        } else if !isListMark(closing: offset, in: range, draft) {
          add(offset)
        }
      }
    }
    for stray in open { add(stray) }
  }

  /// Whether a closing bracket ends a number of a list without an opening one: 1） and a）.
  private func isListMark(closing offset: Int, in range: Range<Int>, _ draft: Draft) -> Bool {
    guard draft.scalars[offset] == "）", offset > range.lowerBound else { return false }
    let before = draft.scalars[offset - 1]
    return ("0"..."9").contains(before) || ("a"..."z").contains(before)
      || ("A"..."Z").contains(before) || "一二三四五六七八九十".unicodeScalars.contains(before)
  }

  private func strayQuotes(in draft: Draft) -> [Finding] {
    let document = draft.context.document
    var findings: [Finding] = []
    var open: [(offset: Int, node: Int?)] = []
    // How often a paragraph of an open quotation seemed to open anew.
    var reopened = 0
    var next = 0
    // Title blocks, tables and signatures are passed by.
    var passed = document.range.lowerBound
    for offset in quotationMarks(in: draft) {
      var startsUnit = false
      while next < document.nodes.count, document.nodes[next].range.lowerBound <= offset {
        let node = document.nodes[next]
        if node.range.lowerBound >= passed { startsUnit = node.range.lowerBound == offset }
        if !holdsSentences(node), node.subtreeEnd == next + 1 {
          passed = max(passed, node.range.upperBound)
        }
        next += 1
      }
      guard offset >= passed else { continue }
      let node = next > 0 ? next - 1 : nil
      if draft.scalars[offset] == "“" {
        if open.isEmpty || !(startsUnit || offset == passed || followsSentence(offset, in: draft)) {
          open.append((offset, node))
        } else {
          reopened += 1
        }
      } else {
        if open.popLast() != nil { continue }
        if reopened > 0 {
          // It was a quotation within the quotation.
          reopened -= 1
        } else {
          findings.append(finding(offset, node, draft))
        }
      }
    }
    return findings + open.map { finding($0.offset, $0.node, draft) }
  }

  /// Where “ and ” stand in a document, in the order of the text.
  private func quotationMarks(in draft: Draft) -> [Int] {
    let range = draft.context.document.range
    var offsets: [Int] = []
    for mark: Unicode.Scalar in ["“", "”"] {
      var next = range.lowerBound
      while let offset = draft.scalars.offset(of: mark, in: next..<range.upperBound) {
        offsets.append(offset)
        next = offset + 1
      }
    }
    return offsets.sorted()
  }

  private func followsSentence(_ offset: Int, in draft: Draft) -> Bool {
    offset > 0 && "。；：！？".unicodeScalars.contains(draft.scalars[offset - 1])
  }

  private func finding(_ offset: Int, _ node: Int?, _ draft: Draft) -> Finding {
    let mark = draft.scalars[offset]
    let isOpening = mark.isOpeningBracket || mark == "“"
    return Finding(
      .markUnpaired, "“\(mark)”没有配对的\(isOpening ? "后" : "前")半个符号。请补上或者删去。",
      node: node, range: offset..<offset + 1)
  }
}

extension Unicode.Scalar {
  /// The bracket that this one closes.
  fileprivate var openingBracket: Unicode.Scalar? {
    switch self {
    case "）": "（"
    case "》": "《"
    case "〉": "〈"
    case "】": "【"
    case "〕": "〔"
    case "］": "［"
    case "』": "『"
    case "」": "「"
    default: nil
    }
  }

  fileprivate var isOpeningBracket: Bool {
    switch self {
    case "（", "《", "〈", "【", "〔", "［", "『", "「": true
    default: false
    }
  }
}
