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
    /// The lists of hits that the term goes into.
    let groups: HitGroups
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

  /// Calls `meet` for each term that ends in a stretch, the longer first where two end together.
  @inline(__always)
  func scan(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, meet: (_ output: Output, _ end: Int) -> Void
  ) {
    scalars.withUnsafeBufferPointer { scalars in
      classes.withUnsafeBufferPointer { classes in
        rootNext.withUnsafeBufferPointer { rootNext in
          states.withUnsafeBufferPointer { states in
            outputs.withUnsafeBufferPointer { outputs in
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
                var output = Int(states[state].output)
                while output != 0 {
                  meet(outputs[output], offset + 1)
                  output = Int(outputs[output].next)
                }
              }
            }
          }
        }
      }
    }
  }
}
