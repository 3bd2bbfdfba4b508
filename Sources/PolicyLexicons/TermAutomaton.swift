/// The compiled form of a ``TermMatcher``.
struct TermAutomaton: Sendable {
  /// A state: the words read so far that could begin a term.
  ///
  /// The transition for a class `c` leads to the state at `base + c`, if that one's `parent` is
  /// this state.
  struct State {
    var base: Int32 = 0
    var parent: Int32 = -1
    /// The state of the longest shorter ending that could begin a term.
    var fallback: Int32 = 0
    /// The first term that ends here, an index of `outputs`; 0 for none.
    var output: Int32 = 0
  }

  /// A term that ends in a state.
  struct Output {
    let length: Int32
    let row: Int32
    let list: LexiconName
    /// The next term that ends in the same state, a shorter one or one of another list.
    var next: Int32
  }

  /// For each scalar of the basic plane its class; 0 for those that no term has.
  let classes: [UInt16]
  /// The classes of scalars above it.
  let supplementaryClasses: [UInt32: UInt16]
  /// For each class, the state that it leads to from the start; 0 for the start itself.
  let rootNext: [Int32]
  let states: [State]
  /// The entry at 0 is not used.
  let outputs: [Output]

  func appendHits(
    in scalars: [Unicode.Scalar], range: Range<Int>, to hits: inout [TermHit]
  ) {
    scalars.withUnsafeBufferPointer { scalars in
      classes.withUnsafeBufferPointer { classes in
        rootNext.withUnsafeBufferPointer { rootNext in
          states.withUnsafeBufferPointer { states in
            var state = 0
            for offset in range {
              let value = scalars[offset].value
              let scalarClass =
                value < 0x10000
                ? Int(classes[Int(value)]) : Int(supplementaryClasses[value] ?? 0)
              // From the start, a table leads on; from elsewhere, the longest ending that does.
              var next = 0
              while state != 0 {
                next = Int(states[state].base) + scalarClass
                if Int(states[next].parent) == state { break }
                state = Int(states[state].fallback)
              }
              state = state == 0 ? Int(rootNext[scalarClass]) : next
              let output = states[state].output
              if output != 0 { append(output, endingAt: offset + 1, to: &hits) }
            }
          }
        }
      }
    }
  }

  /// Appends the terms of an output chain; they come from the longest to the shortest.
  @inline(__always)
  private func append(_ first: Int32, endingAt end: Int, to hits: inout [TermHit]) {
    var index = first
    while index != 0 {
      let output = outputs[Int(index)]
      let hit = TermHit(
        start: end - Int(output.length), end: end, list: output.list, row: Int(output.row))
      hits.append(hit)
      // Terms are found by their ends and wanted by their starts. Only terms that overlap this one
      // can stand wrong, so that a few swaps with the last ones put it in place.
      var place = hits.count - 1
      while place > 0, precedes(hit, hits[place - 1]) {
        hits.swapAt(place, place - 1)
        place -= 1
      }
      index = output.next
    }
  }

  @inline(__always)
  private func precedes(_ hit: TermHit, _ other: TermHit) -> Bool {
    hit.start < other.start || hit.start == other.start && hit.end > other.end
  }
}
