/// 整理: makes edits readable: no scattered single words between two changes, and an insertion begins
/// and ends where a clause does.
struct EditCleanup {
  private let old: EditTokens
  private let new: EditTokens
  private let newText: UnitText
  private let oldText: UnitText
  private let modalWords: ModalWords

  /// A run of pieces that are different, between two that are the same.
  struct Block: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  init(
    old: EditTokens, new: EditTokens, oldText: UnitText, newText: UnitText, modalWords: ModalWords
  ) {
    self.modalWords = modalWords
    self.old = old
    self.new = new
    self.oldText = oldText
    self.newText = newText
  }

  /// The blocks between the common pieces, made readable.
  func blocks(between matches: [TokenMatcher.Match]) -> [Block] {
    var blocks: [Block] = []
    var from = (old: 0, new: 0)
    for match in matches {
      if match.old > from.old || match.new > from.new {
        blocks.append(Block(old: from.old..<match.old, new: from.new..<match.new))
      }
      from = (match.old + 1, match.new + 1)
    }
    if from.old < old.count || from.new < new.count {
      blocks.append(Block(old: from.old..<old.count, new: from.new..<new.count))
    }
    return shifted(joined(blocks)).flatMap(rows)
  }

  /// A block that changes the end of a row and puts in or takes out whole rows behind it, in two.
  private func rows(_ block: Block) -> [Block] {
    guard !block.old.isEmpty, !block.new.isEmpty else { return [block] }
    let (left, right) = (rowEnd(block.old, in: old, oldText), rowEnd(block.new, in: new, newText))
    switch (left, right) {
    case (nil, let end?):
      return [
        Block(old: block.old, new: block.new.lowerBound..<end),
        Block(old: block.old.upperBound..<block.old.upperBound, new: end..<block.new.upperBound),
      ]
    case (let end?, nil):
      return [
        Block(old: block.old.lowerBound..<end, new: block.new),
        Block(old: end..<block.old.upperBound, new: block.new.upperBound..<block.new.upperBound),
      ]
    default: return [block]
    }
  }

  /// Where the first row ends among some pieces of a table that begin within one and go on.
  private func rowEnd(_ pieces: Range<Int>, in tokens: EditTokens, _ text: UnitText) -> Int? {
    guard
      let end = pieces.first(where: { text.scalars[tokens.ranges[$0].lowerBound] == "\n" }),
      end > pieces.lowerBound,
      pieces[end...].contains(where: { text.scalars[tokens.ranges[$0].lowerBound] == "\t" })
    else { return nil }
    return end
  }

  // MARK: Words in common by chance

  /// The matches without those of paragraphs that have next to nothing in common: a paragraph that was
  /// written anew is read better as a whole.
  func withoutChance(_ matches: [TokenMatcher.Match]) -> [TokenMatcher.Match] {
    var kept: [TokenMatcher.Match] = []
    var line: [TokenMatcher.Match] = []
    var from = (old: 0, new: 0)
    func close(_ to: (old: Int, new: Int)) {
      let (left, right) = (from.old..<to.old, from.new..<to.new)
      let common = line.reduce(0) { $0 + letters($1.old..<$1.old + 1, in: old, oldText) }
      let longer = max(letters(left, in: old, oldText), letters(right, in: new, newText))
      let smaller = min(letters(left, in: old, oldText), letters(right, in: new, newText))
      let isChance = smaller >= 12 && common * 10 < longer * 3 && common * 2 < smaller
      kept += isChance ? line.filter { $0.old == 0 && $0.new == 0 } : line
      line = []
    }
    for match in matches {
      if oldText.isBreak(at: old.ranges[match.old].lowerBound) {
        close((match.old, match.new))
        kept.append(match)
        from = (match.old + 1, match.new + 1)
      } else {
        line.append(match)
      }
    }
    close((old.count, new.count))
    return kept
  }

  // MARK: Scattered words

  /// The blocks, those joined that only few common words part.
  private func joined(_ blocks: [Block]) -> [Block] {
    var blocks = blocks
    var changed = true
    while changed {
      changed = false
      var result: [Block] = []
      for block in blocks {
        guard let last = result.last, shouldJoin(last, block) else {
          result.append(block)
          continue
        }
        changed = true
        result[result.count - 1] = Block(
          old: last.old.lowerBound..<block.old.upperBound,
          new: last.new.lowerBound..<block.new.upperBound)
      }
      blocks = result
    }
    return blocks
  }

  /// Whether what two blocks have between them is too little to be read by itself: no more than what
  /// changes on either side of it.
  ///
  /// Source: Fraser, Diff Strategies (2006), semantic clean-up.
  private func shouldJoin(_ left: Block, _ right: Block) -> Bool {
    let between = left.old.upperBound..<right.old.lowerBound
    guard !between.contains(where: { oldText.isBreak(at: old.ranges[$0].lowerBound) }) else {
      return false
    }
    // The number of a unit is no word of its text, and members of a list are changed one by one.
    let isNumber = old.ranges[left.old.lowerBound..<left.old.upperBound].last.map {
      $0.upperBound <= oldText.bodyStart
    }
    if isNumber == true || isListMember(between) { return false }
    // 可以 that goes or comes is a change by itself, whatever changes behind 处.
    if isModal(left) || isModal(right) { return false }
    let common = letters(between, in: old, oldText)
    // A mark between two changes of words belongs to neither, unless both are rewritten.
    let (before, after) = (size(left), size(right))
    if common == 0 { return before >= 4 && after >= 4 && !isListMark(between) }
    if common == 1 { return before >= 2 && after >= 2 }
    return common <= 5 && common * 2 <= min(before, after)
  }

  /// Whether a block puts in, takes out or replaces nothing but a modal word.
  private func isModal(_ block: Block) -> Bool {
    let before = modalWords.reading(oldText.folded[stretch(block.old, in: old)])
    let after = modalWords.reading(newText.folded[stretch(block.new, in: new)])
    return before.rest.isEmpty && after.rest.isEmpty && before.modality != after.modality
  }

  private func stretch(_ pieces: Range<Int>, in tokens: EditTokens) -> Range<Int> {
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    return tokens.ranges[first].lowerBound..<tokens.ranges[last].upperBound
  }

  /// Whether the words in common are the mark between two members of a list.
  private func isListMark(_ pieces: Range<Int>) -> Bool {
    pieces.contains { "、；。".unicodeScalars.contains(oldText.folded[old.ranges[$0].lowerBound]) }
  }

  /// Whether the words in common are a member of a list: they begin or end with its mark.
  private func isListMember(_ pieces: Range<Int>) -> Bool {
    guard pieces.count > 1 else { return false }
    return [pieces.lowerBound, pieces.upperBound - 1].contains {
      oldText.folded[old.ranges[$0].lowerBound] == "、"
    }
  }

  private func size(_ block: Block) -> Int {
    max(letters(block.old, in: old, oldText), letters(block.new, in: new, newText))
  }

  private func letters(_ pieces: Range<Int>, in tokens: EditTokens, _ text: UnitText) -> Int {
    pieces.reduce(0) { count, piece in
      let letters = tokens.ranges[piece].count { TextFeatures.isWord(text.folded[$0]) }
      // A date is one thing to the reader, however many digits it has.
      let isNumber = EditTokens.isDigit(text.folded[tokens.ranges[piece].lowerBound])
      return count + (isNumber ? min(letters, Self.numberLetters) : letters)
    }
  }

  /// A number counts as no more letters than this.
  private static let numberLetters = 4

  // MARK: Sliding

  /// Pure insertions and deletions at the place among those that amount to the same where they begin
  /// and end at the strongest marks; none crosses another block.
  private func shifted(_ blocks: [Block]) -> [Block] {
    var blocks = blocks
    for index in blocks.indices where blocks[index].old.isEmpty || blocks[index].new.isEmpty {
      let block = blocks[index]
      let before = index > 0 ? blocks[index - 1] : Block(old: 0..<0, new: 0..<0)
      let hasNext = index + 1 < blocks.count
      let room =
        -(block.old.lowerBound - before.old.upperBound)...(hasNext
        ? blocks[index + 1].old.lowerBound : old.count) - block.old.upperBound
      let shift =
        block.old.isEmpty
        ? bestShift(block.new, in: new, newText, room: room)
        : bestShift(block.old, in: old, oldText, room: room)
      blocks[index] = Block(
        old: block.old.lowerBound + shift..<block.old.upperBound + shift,
        new: block.new.lowerBound + shift..<block.new.upperBound + shift)
    }
    return blocks
  }

  private func bestShift(
    _ range: Range<Int>, in tokens: EditTokens, _ text: UnitText, room: ClosedRange<Int>
  ) -> Int {
    var best = (shift: 0, score: score(range, in: tokens, text))
    for step in [-1, 1] {
      var shift = 0
      var current = range
      // As far as the pieces around it are the same.
      while room.contains(shift + step) {
        let (leaving, entering) =
          step < 0
          ? (current.upperBound - 1, current.lowerBound - 1)
          : (current.lowerBound, current.upperBound)
        guard isSame(leaving, entering, in: tokens, text) else { break }
        shift += step
        current = current.lowerBound + step..<current.upperBound + step
        let score = score(current, in: tokens, text)
        if score > best.score { best = (shift, score) }
      }
    }
    return best.shift
  }

  /// Whether two pieces are written alike, scalar for scalar, so that one may stand for the other.
  private func isSame(_ i: Int, _ j: Int, in tokens: EditTokens, _ text: UnitText) -> Bool {
    tokens.hashes[i] == tokens.hashes[j]
      && text.scalars[tokens.ranges[i]].elementsEqual(text.scalars[tokens.ranges[j]])
  }

  /// How well a stretch begins after one mark and ends with another, or before one.
  private func score(_ range: Range<Int>, in tokens: EditTokens, _ text: UnitText) -> Int {
    var score =
      strength(after: range.lowerBound, in: tokens, text) * 2
      + strength(after: range.upperBound, in: tokens, text) * 2
    // 和油水分离设施 before a mark is read better than 设施和油水分离 before 设施.
    if range.upperBound < tokens.count, isMark(range.upperBound, in: tokens, text) { score += 3 }
    if isConjunction(range.lowerBound, in: tokens, text) { score += 2 }
    return score
  }

  private func isMark(_ piece: Int, in tokens: EditTokens, _ text: UnitText) -> Bool {
    let first = tokens.ranges[piece].lowerBound
    return text.isBreak(at: first) || "，、；。：）".unicodeScalars.contains(text.folded[first])
  }

  private func isConjunction(_ piece: Int, in tokens: EditTokens, _ text: UnitText) -> Bool {
    switch text.folded[tokens.ranges[piece].lowerBound] {
    case "和", "及", "或", "并", "以", "、", "，": tokens.ranges[piece].count <= 2
    default: false
    }
  }

  private func strength(after piece: Int, in tokens: EditTokens, _ text: UnitText) -> Int {
    guard piece > 0 else { return 6 }
    guard piece < tokens.count else { return 5 }
    if text.isBreak(at: tokens.ranges[piece].lowerBound) { return 6 }
    let mark = text.folded[tokens.ranges[piece - 1].upperBound - 1]
    switch mark {
    case "。", "；", "：": return 5
    case "，": return 4
    case "、", "）", "”", "》": return 3
    case "\n": return 4
    default: return 0
    }
  }
}
