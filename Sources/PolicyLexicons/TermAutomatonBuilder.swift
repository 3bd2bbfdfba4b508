/// Builds a ``TermAutomaton`` from terms.
struct TermAutomatonBuilder {
  private struct Term {
    let start: Int
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

  /// Adds a term, folded.
  mutating func add(
    _ scalars: some Sequence<Unicode.Scalar>, list: LexiconName, row: Int, groups: HitGroups
  ) {
    let start = text.count
    for scalar in scalars { text.append(scalarClass(of: scalar)) }
    guard text.count > start else { return }
    terms.append(
      Term(start: start, count: text.count - start, list: list, row: row, groups: groups))
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
      let longer = setOutputs(of: branch)
      let children = children(of: longer, depth: branch.depth)
      for (child, state) in zip(children, place(children, below: branch)) {
        setFallback(of: state, class: Int(child.scalarClass), parent: branch.state)
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

  /// Puts the terms in the order of their classes, a shorter one before those that it begins.
  private mutating func sortTerms() {
    let text = text
    terms.sort { left, right in
      for offset in 0..<min(left.count, right.count) {
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

  private func children(
    of range: Range<Int>, depth: Int
  ) -> [(scalarClass: UInt16, terms: Range<Int>)] {
    var children: [(scalarClass: UInt16, terms: Range<Int>)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let scalarClass = text[terms[start].start + depth]
      var end = start + 1
      while end < range.upperBound, text[terms[end].start + depth] == scalarClass { end += 1 }
      children.append((scalarClass, start..<end))
      start = end
    }
    return children
  }

  /// Finds room for the children of a state in the double array.
  private mutating func place(
    _ children: [(scalarClass: UInt16, terms: Range<Int>)], below branch: Branch
  ) -> [Int] {
    guard let first = children.first else { return [] }
    // The start has a table of its own; its children may stand anywhere, one after the other.
    let isRoot = branch.state == 0
    if isRoot {
      return children.map { child in
        while states[firstFree].parent != -1 { firstFree += 1 }
        let state = firstFree
        states[state].parent = 0
        rootNext[Int(child.scalarClass)] = Int32(state)
        reserve(upTo: state)
        firstFree += 1
        return state
      }
    }
    while states[firstFree].parent != -1 { firstFree += 1 }
    var candidate = max(firstFree, Int(first.scalarClass))
    while true {
      reserve(upTo: candidate)
      let base = candidate - Int(first.scalarClass)
      if children.allSatisfy({ states[base + Int($0.scalarClass)].parent == -1 }) {
        states[branch.state].base = Int32(base)
        for child in children {
          states[branch.state].leads |= 1 << UInt32(child.scalarClass & 31)
        }
        return children.map { child in
          let state = base + Int(child.scalarClass)
          states[state].parent = Int32(branch.state)
          reserve(upTo: state)
          return state
        }
      }
      candidate += 1
    }
  }

  /// Makes the array so long that any class can be looked up from an entry.
  private mutating func reserve(upTo index: Int) {
    let needed = index + classCount + 1
    while states.count <= needed { states.append(TermAutomaton.State()) }
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
