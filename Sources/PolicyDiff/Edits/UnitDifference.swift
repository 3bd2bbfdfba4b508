internal import PolicyText

/// What is different between the texts of two units: the edits, and which words they have in common.
struct UnitDifference {
  /// The edits in the order of the text.
  private(set) var edits: [Edit] = []
  /// The words that both have in common, before the edits were made readable: stretches of the same
  /// length of either text.
  private(set) var common: [(old: Range<Int>, new: Range<Int>)] = []
  /// The share of the words in common, from 0 to 1.
  private(set) var similarity = 1.0

  /// The difference of a text and itself.
  init() {}

  /// The difference of two texts.
  init(
    _ old: UnitText, _ new: UnitText, oldWholes: [Range<Int>], newWholes: [Range<Int>],
    aliases: (old: TokenAliases, new: TokenAliases) = ([], []), modalWords: ModalWords,
    breaker: inout WordBreaker
  ) {
    let ends = CommonEnds(old, new, oldWholes: oldWholes, newWholes: newWholes)
    let oldTokens = EditTokens(
      old, wholes: oldWholes, ends: ends.old, aliases: aliases.old, modalWords: modalWords,
      breaker: &breaker)
    let newTokens = EditTokens(
      new, wholes: newWholes, ends: ends.new, aliases: aliases.new, modalWords: modalWords,
      breaker: &breaker)
    let cleanup = EditCleanup(
      old: oldTokens, new: newTokens, oldText: old, newText: new, modalWords: modalWords)
    let matches = cleanup.withoutChance(TokenMatcher(old: oldTokens, new: newTokens).matches)
    for match in matches {
      let (left, right) = (oldTokens.ranges[match.old], newTokens.ranges[match.new])
      if let last = common.last, last.old.upperBound == left.lowerBound,
        last.new.upperBound == right.lowerBound
      {
        common[common.count - 1] = (
          last.old.lowerBound..<left.upperBound, last.new.lowerBound..<right.upperBound
        )
      } else {
        common.append((left, right))
      }
    }
    similarity = Self.similarity(common, old, new)
    addEdits(cleanup.blocks(between: matches), oldTokens, newTokens, old, new)
  }

  /// The difference of several units, read as one.
  init(
    _ joined: JoinedUnits, of texts: (old: ComparedText, new: ComparedText),
    wholes: (old: WholeStretches, new: WholeStretches), modalWords: ModalWords,
    breaker: inout WordBreaker
  ) {
    self.init(
      joined.oldText, joined.newText, oldWholes: joined.oldStretches(wholes.old, texts.old),
      newWholes: joined.newStretches(wholes.new, texts.new), modalWords: modalWords,
      breaker: &breaker)
  }

  /// What a difference of several units says of one of either side, whose words take up a stretch of
  /// the joined texts: what came from other units, or went into others, is put in or taken out.
  init(
    _ joined: UnitDifference, old: Range<Int>, new: Range<Int>, _ oldText: UnitText,
    _ newText: UnitText
  ) {
    common = joined.common.compactMap { Self.clamped($0, old, new) }
    similarity = Self.similarity(common, oldText, newText)
    var from = (old: 0, new: 0)
    for block in joined.unedited(old.upperBound).compactMap({ Self.clamped($0, old, new) }) {
      addEdit(from.old..<block.old.lowerBound, from.new..<block.new.lowerBound, oldText, newText)
      from = (block.old.upperBound, block.new.upperBound)
    }
    addEdit(from.old..<oldText.count, from.new..<newText.count, oldText, newText)
  }

  /// A stretch that both texts have, as far as it lies in a part of either, counted from there.
  private static func clamped(
    _ block: (old: Range<Int>, new: Range<Int>), _ old: Range<Int>, _ new: Range<Int>
  ) -> (old: Range<Int>, new: Range<Int>)? {
    let shift = block.new.lowerBound - block.old.lowerBound
    let start = max(block.old.lowerBound, old.lowerBound, new.lowerBound - shift)
    let end = min(block.old.upperBound, old.upperBound, new.upperBound - shift)
    guard end > start else { return nil }
    return (
      start - old.lowerBound..<end - old.lowerBound,
      start + shift - new.lowerBound..<end + shift - new.lowerBound
    )
  }

  /// The stretches between the edits, up to an end of the old text.
  private func unedited(_ end: Int) -> [(old: Range<Int>, new: Range<Int>)] {
    var stretches: [(old: Range<Int>, new: Range<Int>)] = []
    var from = (old: 0, new: 0)
    for edit in edits {
      stretches.append((from.old..<edit.old.lowerBound, from.new..<edit.new.lowerBound))
      from = (edit.old.upperBound, edit.new.upperBound)
    }
    if end > from.old { stretches.append((from.old..<end, from.new..<from.new + end - from.old)) }
    return stretches
  }

  /// Marks the edits that change only the form of words, and those of the unit's own number.
  mutating func markForms(_ old: UnitText, _ new: UnitText) {
    for index in edits.indices where !edits[index].isEditorial {
      let edit = edits[index]
      let isNumber = edit.old.upperBound <= old.bodyStart && edit.new.upperBound <= new.bodyStart
      edits[index].isEditorial =
        isNumber || EditForm.isSame(old.folded[edit.old], new.folded[edit.new])
    }
  }

  /// Marks the edits that do what is done all over the text.
  mutating func markThroughout(_ replaced: ReplacedWords, _ old: UnitText, _ new: UnitText) {
    for index in edits.indices where !edits[index].isEditorial {
      edits[index].isThroughout = replaced.contain(edits[index], old, new)
    }
  }

  /// Marks an edit as one of form.
  mutating func markEditorial(_ index: Int) { edits[index].isEditorial = true }

  /// The share of the words in common, numbers of the units and marks left out.
  private static func similarity(
    _ common: [(old: Range<Int>, new: Range<Int>)], _ old: UnitText, _ new: UnitText
  ) -> Double {
    func letters(_ range: Range<Int>, _ text: UnitText) -> Int {
      range.count { $0 >= text.bodyStart && TextFeatures.isWord(text.folded[$0]) }
    }
    let total = letters(0..<old.count, old) + letters(0..<new.count, new)
    guard total > 0 else { return 1 }
    let shared = common.reduce(0) { $0 + letters($1.old, old) + letters($1.new, new) }
    return Double(shared) / Double(total)
  }

  private mutating func addEdits(
    _ blocks: [EditCleanup.Block], _ oldTokens: EditTokens, _ newTokens: EditTokens,
    _ old: UnitText, _ new: UnitText
  ) {
    var from = (old: 0, new: 0)
    for block in blocks {
      addForms(
        from.old..<block.old.lowerBound, from.new..<block.new.lowerBound, oldTokens, newTokens,
        old, new)
      addEdit(
        Self.stretch(block.old, in: oldTokens, old), Self.stretch(block.new, in: newTokens, new),
        old, new)
      from = (block.old.upperBound, block.new.upperBound)
    }
    addForms(
      from.old..<oldTokens.count, from.new..<newTokens.count, oldTokens, newTokens, old, new)
  }

  /// An edit; that of the unit's number stands apart from that of the words after it.
  private mutating func addEdit(
    _ left: Range<Int>, _ right: Range<Int>, _ old: UnitText, _ new: UnitText
  ) {
    if left.isEmpty && right.isEmpty { return }
    // A reference that names another provision now, and says so in the same words.
    if left.count == right.count, old.scalars[left].elementsEqual(new.scalars[right]) { return }
    let (i, j) = (old.bodyStart, new.bodyStart)
    guard i > 0, j > 0, left.lowerBound == 0, right.lowerBound == 0,
      left.upperBound > i || right.upperBound > j, left.upperBound >= i, right.upperBound >= j
    else {
      edits.append(Edit(old: left, new: right))
      return
    }
    if !old.scalars[..<i].elementsEqual(new.scalars[..<j]) {
      edits.append(Edit(old: 0..<i, new: 0..<j))
    }
    edits.append(Edit(old: i..<left.upperBound, new: j..<right.upperBound))
  }

  /// Edits where common words are written in another width.
  private mutating func addForms(
    _ left: Range<Int>, _ right: Range<Int>, _ oldTokens: EditTokens, _ newTokens: EditTokens,
    _ old: UnitText, _ new: UnitText
  ) {
    for (i, j) in zip(left, right) {
      let (before, after) = (oldTokens.ranges[i], newTokens.ranges[j])
      guard !old.scalars[before].elementsEqual(new.scalars[after]) else { continue }
      edits.append(Edit(old: before, new: after, isEditorial: true))
    }
  }

  private static func stretch(
    _ pieces: Range<Int>, in tokens: EditTokens, _ text: UnitText
  ) -> Range<Int> {
    func start(_ piece: Int) -> Int {
      piece < tokens.count ? tokens.ranges[piece].lowerBound : text.count
    }
    return start(pieces.lowerBound)..<start(pieces.upperBound)
  }
}
