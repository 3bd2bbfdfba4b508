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
    /// A bit for the low five bits of each class that leads on: most classes do not, and are turned
    /// away without a look at the state that they would lead to, which is seldom in the cache.
    var leads: UInt32 = 0
  }

  /// What a class leads to from the start: a state of one scalar, and what is known of it, so that it
  /// is looked at itself only where the words go on.
  struct First {
    var state: Int32 = 0
    var output: Int32 = 0
    var leads: UInt32 = 0
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
  /// For each class, where it leads from the start; to the state 0, the start itself, if no term
  /// begins with it.
  let firsts: [First]
  /// The states; those of one scalar come first, up to `lastFirst`.
  let states: [State]
  let lastFirst: Int
  /// The entry at 0 is not used.
  let outputs: [Output]

  /// Calls `meet` for each term that ends in a stretch, the longer first where two end together.
  @inline(__always)
  func scan(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, meet: (_ output: Output, _ end: Int) -> Void
  ) {
    scalars.withUnsafeBufferPointer { scalars in
      classes.withUnsafeBufferPointer { classes in
        firsts.withUnsafeBufferPointer { firsts in
          states.withUnsafeBufferPointer { states in
            outputs.withUnsafeBufferPointer { outputs in
              var state = 0
              // What the state leads on to.
              var leads: UInt32 = 0
              for offset in range {
                let value = scalars[offset].value
                let scalarClass =
                  value < 0x10000
                  ? Int(classes[Int(value)]) : Int(supplementaryClasses[value] ?? 0)
                var next = 0
                while state != 0 {
                  if leads & 1 << UInt32(scalarClass & 31) != 0 {
                    let candidate = Int(states[state].base) + scalarClass
                    if Int(states[candidate].parent) == state {
                      next = candidate
                      break
                    }
                  }
                  // A state of one scalar falls back to the start.
                  state = state <= lastFirst ? 0 : Int(states[state].fallback)
                  leads = states[state].leads
                }
                var output: Int
                if next == 0 {
                  let first = firsts[scalarClass]
                  state = Int(first.state)
                  leads = first.leads
                  output = Int(first.output)
                } else {
                  state = next
                  leads = states[next].leads
                  output = Int(states[next].output)
                }
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
