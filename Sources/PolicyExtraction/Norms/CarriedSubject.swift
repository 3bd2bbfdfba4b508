import PolicyStructure

/// Who was last named as the subject, and so is meant where a sentence names nobody.
///
/// A subject is carried over commas and sentences of a paragraph, over the paragraphs of an article,
/// and from the words that introduce a list to its items; a new heading or article begins anew.
struct CarriedSubject {
  /// For each node, the subject at the end of its own words.
  private var ofNode: [[Subject.Party]]
  /// For each node whose words introduce a list of penalties, who imposes them.
  private var authorityOfNode: [Int: [Subject.Party]] = [:]
  /// The subject at the place that is being read.
  var current: [Subject.Party] = [] {
    didSet { lender = nil }
  }
  /// Who imposed the last sanction of the paragraph.
  var authority: [Subject.Party] = []
  /// Whether it was named in the sentence that is being read.
  var isAuthorityFresh = false

  /// Who was the subject before another took its place for the rest of a sentence.
  private var lender: [Subject.Party]?

  init(nodes: Int) {
    ofNode = Array(repeating: [], count: nodes)
  }

  /// Takes up the subject that a block begins with.
  mutating func enter(_ block: TextBlock, of document: PolicyDocument) {
    beginSentence()
    if block.role == .tail {
      current = ofNode[block.node]
      return
    }
    current = []
    authority = []
    guard let parent = document.nodes[block.node].parent else { return }
    switch document.nodes[block.node].level {
    case .item, .subitem:
      current = ofNode[parent]
      if let imposing = authorityOfNode[parent] {
        authority = imposing
        isAuthorityFresh = true
      }
    case .paragraph, .heading: current = ofNode[parent]
    default: break
    }
  }

  /// Lets others be the subject up to the end of the sentence.
  mutating func lend(_ parties: [Subject.Party]) {
    let kept = lender ?? current
    current = parties
    lender = kept
  }

  /// Begins a sentence: what was lent is given back.
  mutating func beginSentence() {
    isAuthorityFresh = false
    if let lender { current = lender }
  }

  /// Keeps the subject that a block ends with for what follows from it.
  mutating func leave(_ block: TextBlock, leadsIn: Bool, of document: PolicyDocument) {
    if !leadsIn { beginSentence() }
    let node = document.nodes[block.node]
    // A heading hands its subject on only if its words introduce what stands under it.
    ofNode[block.node] = node.level == .heading && !leadsIn ? [] : current
    if leadsIn, isAuthorityFresh, !authority.isEmpty { authorityOfNode[block.node] = authority }
    if node.level == .paragraph, let parent = node.parent,
      document.nodes[parent].level == .article
    {
      ofNode[parent] = current
    }
  }
}
