import PolicyText

/// Builds a ``TermAutomaton`` from terms.
struct TermAutomatonBuilder {
  private struct Term {
    let start: Int
    /// The classes of its first four scalars, 0 where it has fewer: terms are in their order.
    let key: UInt64
    let count: Int
    let list: LexiconName
    let row: Int
    let groups: HitGroups
  }

  /// The terms whose first `depth` classes lead to a state.
  private struct Branch {
    let terms: Range<Int>
    let depth: Int
    let state: Int
  }

  private var classes = [UInt16](repeating: 0, count: 0x10000)
  private var supplementaryClasses: [UInt32: UInt16] = [:]
  private var classCount = 1
  /// The classes of all terms, one term after the other.
  private var text: [UInt16] = []
  private var terms: [Term] = []

  private var states: [TermAutomaton.State] = []
  private var outputs: [TermAutomaton.Output] = []
  private var rootNext: [Int32] = []
  /// No entry of the double array below this one is free.
  private var firstFree = 1
  /// Below this one there are few free entries, and none is sought for states with several children.
  private var firstRoomy = 1
  /// The classes that lead on from the state at hand, with the terms that go on so.
  private var children: [(scalarClass: Int, terms: Range<Int>)] = []

  /// Adds the terms of a list.
  mutating func add(_ lexicon: Lexicon, groups: HitGroups) {
    for (number, row) in lexicon.rows.enumerated() {
      let start = text.count
      row.table.forEachScalar(of: row.first) { text.append(scalarClass(of: folded($0))) }
      guard text.count > start else { continue }
      var key: UInt64 = 0
      for offset in start..<start + 4 {
        key = key << 16 | (offset < text.count ? UInt64(text[offset]) : 0)
      }
      terms.append(
        Term(
          start: start, key: key, count: text.count - start, list: lexicon.name, row: number,
          groups: groups))
    }
  }

  /// The automaton of the terms added so far.
  consuming func automaton() -> TermAutomaton {
    sortTerms()
    states = [TermAutomaton.State(base: 0, parent: -2, fallback: 0, output: 0)]
    outputs = [
      TermAutomaton.Output(length: 0, row: 0, list: .modality, groups: [], next: 0)
    ]
    rootNext = [Int32](repeating: 0, count: classCount)
    reserve(upTo: 1)
    // Breadth first, so that the state an ending falls back to is there before it is needed.
    var queue = [Branch(terms: terms.indices, depth: 0, state: 0)]
    var head = 0
    while head < queue.count {
      let branch = queue[head]
      head += 1
      findChildren(of: setOutputs(of: branch), depth: branch.depth)
      let base = branch.state == 0 ? 0 : placeChildren(of: branch.state)
      for child in children {
        let state = branch.state == 0 ? placeFirst(child.scalarClass) : base + child.scalarClass
        setFallback(of: state, class: child.scalarClass, parent: branch.state)
        queue.append(Branch(terms: child.terms, depth: branch.depth + 1, state: state))
      }
    }
    let firsts = rootNext.map { state in
      let entry = states[Int(state)]
      return state == 0
        ? TermAutomaton.First()
        : TermAutomaton.First(state: state, output: entry.output, leads: entry.leads)
    }
    return TermAutomaton(
      classes: classes, supplementaryClasses: supplementaryClasses, firsts: firsts,
      states: states, lastFirst: Int(rootNext.max() ?? 0), outputs: outputs)
  }

  // MARK: - Terms

  private mutating func scalarClass(of scalar: Unicode.Scalar) -> UInt16 {
    let value = scalar.value
    let known = value < 0x10000 ? classes[Int(value)] : supplementaryClasses[value] ?? 0
    if known != 0 { return known }
    let new = UInt16(classCount)
    classCount += 1
    if value < 0x10000 { classes[Int(value)] = new } else { supplementaryClasses[value] = new }
    return new
  }

  /// Puts the terms in the order of their classes, a shorter one before those that it begins; of equal
  /// terms the first added stays first.
  private mutating func sortTerms() {
    let text = text
    terms.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      for offset in 4..<max(4, min(left.count, right.count)) {
        let leftClass = text[left.start + offset]
        let rightClass = text[right.start + offset]
        if leftClass != rightClass { return leftClass < rightClass }
      }
      return left.count < right.count
    }
  }

  // MARK: - States

  /// Notes the terms that end in a state, its own and those of its fallback; returns the others.
  private mutating func setOutputs(of branch: Branch) -> Range<Int> {
    var start = branch.terms.lowerBound
    while start < branch.terms.upperBound, terms[start].count == branch.depth { start += 1 }
    guard branch.state != 0 else { return branch.terms }
    var next = states[Int(states[branch.state].fallback)].output
    for term in terms[branch.terms.lowerBound..<start].reversed() {
      outputs.append(
        TermAutomaton.Output(
          length: Int32(term.count), row: Int32(term.row), list: term.list, groups: term.groups,
          next: next))
      next = Int32(outputs.count - 1)
    }
    states[branch.state].output = next
    return start..<branch.terms.upperBound
  }

  private mutating func findChildren(of range: Range<Int>, depth: Int) {
    children.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while start < range.upperBound {
      let scalarClass = text[terms[start].start + depth]
      var end = start + 1
      while end < range.upperBound, text[terms[end].start + depth] == scalarClass { end += 1 }
      children.append((Int(scalarClass), start..<end))
      start = end
    }
  }

  /// Finds room for a state of one scalar.
  ///
  /// The start has a table of its own, so that they may stand anywhere, one after the other.
  private mutating func placeFirst(_ scalarClass: Int) -> Int {
    let state = nextFree(from: firstFree)
    states[state].parent = 0
    rootNext[scalarClass] = Int32(state)
    reserve(upTo: state)
    firstFree = state + 1
    return state
  }

  /// Finds room for the children of a state in the double array; returns the state's base.
  private mutating func placeChildren(of parent: Int) -> Int {
    guard let first = children.first?.scalarClass else { return 0 }
    firstFree = nextFree(from: firstFree)
    let isSingle = children.count == 1
    var candidate = max(isSingle ? firstFree : max(firstFree, firstRoomy), first)
    var tries = 0
    while true {
      candidate = nextFree(from: candidate)
      reserve(upTo: candidate)
      let base = candidate - first
      if children.allSatisfy({ states[base + $0.scalarClass].parent == -1 }) {
        // What was passed by so often is mostly full.
        if tries > 64 { firstRoomy = max(firstRoomy, candidate - 64) }
        states[parent].base = Int32(base)
        for child in children {
          states[parent].leads |= 1 << UInt32(child.scalarClass & 31)
          states[base + child.scalarClass].parent = Int32(parent)
        }
        reserve(upTo: base + (children.last?.scalarClass ?? first))
        return base
      }
      candidate += 1
      tries += 1
    }
  }

  /// The first free entry at a place or after it.
  private mutating func nextFree(from start: Int) -> Int {
    var index = start
    reserve(upTo: index)
    while states[index].parent != -1 {
      index += 1
      if index == states.count { reserve(upTo: index) }
    }
    return index
  }

  /// Makes the array so long that any class can be looked up from an entry.
  private mutating func reserve(upTo index: Int) {
    let needed = index + classCount + 2
    guard states.count < needed else { return }
    states += repeatElement(TermAutomaton.State(), count: needed - states.count + 1024)
  }

  private mutating func setFallback(of state: Int, class scalarClass: Int, parent: Int) {
    guard parent != 0 else { return }
    var fallback = Int(states[parent].fallback)
    while fallback != 0 {
      let next = Int(states[fallback].base) + scalarClass
      if Int(states[next].parent) == fallback {
        states[state].fallback = Int32(next)
        return
      }
      fallback = Int(states[fallback].fallback)
    }
    states[state].fallback = rootNext[scalarClass]
  }
}
