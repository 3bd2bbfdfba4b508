package import PolicyLexicons
import PolicyStructure
package import PolicyText

/// Reads what an amending decision orders.
///
/// A decision amends one law (作如下修改：一、…二、…), or several (一、《A》作如下修改：（一）…), or is a 修正案,
/// whose title names the law. Numbered parts are read one by one; what is quoted in them is left whole.
///
/// Source: 立法技术规范（试行）（二） on 修改决定 and 修正案; observed in decisions of all kinds of organs.
package struct DecisionReader: Sendable {
  private let parser: StructureParser
  private let tokenizer: FormulaTokenizer
  private let cues: DecisionCues

  /// A reader with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  package init(lexicons: Lexicons) throws(LexiconError) {
    parser = StructureParser(lexicons: lexicons)
    tokenizer = try FormulaTokenizer(lexicons: lexicons)
    cues = try DecisionCues(lexicons: lexicons)
  }

  /// What the decision in a text orders.
  package func read(_ source: SourceText) -> Decision {
    let parsed = parser.parse(source)
    let reading = parsed.reading
    let documents = parsed.documents.filter { amends($0, in: reading) }
    let chosen = documents.isEmpty ? parsed.documents : documents
    let titles = chosen.compactMap(\.metadata.title)
    let text = CollapsedText(
      chosen.isEmpty ? [0..<reading.count] : chosen.flatMap { Self.body(of: $0) }, of: reading,
      cues: cues)
    var pass = DecisionPass(
      text: text, source: reading, tokenizer: tokenizer,
      law: titles.lazy.compactMap(AmendedTitle.law).first)
    pass.read()
    // Words like 删除 stand in many a text; one that does not say it amends must have a formula.
    let orders = pass.parts.flatMap(\.instructions)
    let isDecision = !documents.isEmpty || !orders.allSatisfy(\.isUnread)
    return Decision(
      title: titles.last, parts: isDecision ? pass.parts : [],
      adjustsOrder: cues.saysNumbersFollow(in: text.scalars))
  }

  /// Whether a document amends others.
  private func amends(_ document: PolicyDocument, in reading: ReadingText) -> Bool {
    if let title = document.metadata.title,
      title.contains("修改") || title.contains("修正案") || title.contains("修订")
    {
      return !title.hasSuffix("令") || document.nodes.contains { $0.level == .heading }
    }
    return cues.announcesChanges(in: reading.scalars, document.range.prefix(600))
  }

  /// The stretches of a document that may hold instructions: all but its title block.
  private static func body(of document: PolicyDocument) -> [Range<Int>] {
    var start = document.range.lowerBound
    for node in document.nodes where node.level == .preface {
      start = max(start, node.range.upperBound)
    }
    return start < document.range.upperBound ? [start..<document.range.upperBound] : []
  }
}
