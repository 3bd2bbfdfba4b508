import PolicyTestSupport
import Testing

@testable import PolicyDiff

@Suite("assignment")
struct AssignmentTests {
  @Test("gains as much as the best of all matchings", arguments: 0..<UInt64(60))
  func best(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (lefts, rights) = (
      Int.random(in: 1...6, using: &random), Int.random(in: 1...6, using: &random)
    )
    var edges: [[Assignment.Edge]] = []
    for _ in 0..<lefts {
      edges.append(
        (0..<rights).compactMap { right in
          guard Bool.random(using: &random) else { return nil }
          return Assignment.Edge(
            right: right, gain: Float(Int.random(in: 1...20, using: &random)) / 10)
        })
    }
    let found = Assignment(edges: edges, rights: rights).rightOfLeft
    let taken = found.compactMap(\.self)
    #expect(Set(taken).count == taken.count)
    var gain: Float = 0
    for (left, right) in found.enumerated() {
      guard let right else { continue }
      gain += edges[left].first { $0.right == right }?.gain ?? -100
    }
    #expect(abs(gain - greatest(edges, from: 0, free: Set(0..<rights))) < 0.001)
  }

  /// The most that the lefts from one on can gain, by trying all.
  private func greatest(_ edges: [[Assignment.Edge]], from left: Int, free: Set<Int>) -> Float {
    guard left < edges.count else { return 0 }
    var best = greatest(edges, from: left + 1, free: free)
    for edge in edges[left] where free.contains(edge.right) {
      let rest = greatest(edges, from: left + 1, free: free.subtracting([edge.right]))
      best = max(best, edge.gain + rest)
    }
    return best
  }

  @Test("a rewritten article is not taken from its neighbour")
  func notGreedy() {
    // The best single pair is 0–1, but both pairs of 0–0 and 1–1 gain more together.
    let edges = [
      [Assignment.Edge(right: 0, gain: 0.5), Assignment.Edge(right: 1, gain: 0.7)],
      [Assignment.Edge(right: 1, gain: 0.6)],
    ]
    #expect(Assignment(edges: edges, rights: 2).rightOfLeft == [0, 1])
  }

  @Test("what is off the heaviest chain moved")
  func chain() {
    let links = [(0, 3), (1, 0), (2, 1), (3, 2)].map {
      OrderChain.Link(old: $0.0, new: $0.1, weight: 1)
    }
    #expect(OrderChain(links).isKept == [false, true, true, true])
  }
}
