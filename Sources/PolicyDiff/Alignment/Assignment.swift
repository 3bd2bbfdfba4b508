/// 指派: the matching of two sides that gains most in total, not the one that takes the best pair first.
///
/// Successive shortest augmenting paths with potentials over a sparse graph; any left may stay
/// alone, which gains nothing. Only edges with a gain above 0 are of use.
///
/// Source: Jonker and Volgenant, A Shortest Augmenting Path Algorithm (1987).
struct Assignment {
  /// A possible pair.
  struct Edge {
    let right: Int
    let gain: Float

    fileprivate var millionths: Int { Int((gain * 1_000_000).rounded()) }
  }

  private let edges: [[Edge]]
  /// For each left its right.
  private(set) var rightOfLeft: [Int?]
  private var leftOfRight: [Int?]
  // Gains are counted in millionths, since ways of the same length must be told to be the same.
  private var leftPotential: [Int]
  private var rightPotential: [Int]
  private var distance: [Int]
  private var cameFrom: [Int]

  /// The best matching: for each left the edges that it may take.
  init(edges: [[Edge]], rights: Int) {
    self.edges = edges
    rightOfLeft = Array(repeating: nil, count: edges.count)
    leftOfRight = Array(repeating: nil, count: rights)
    leftPotential = edges.map { -($0.map(\.millionths).max() ?? 0) }
    rightPotential = Array(repeating: 0, count: rights)
    distance = Array(repeating: Int.max, count: rights)
    cameFrom = Array(repeating: -1, count: rights)
    for left in edges.indices where !edges[left].isEmpty { augment(from: left) }
  }

  /// Finds the cheapest way to give a left a right, others making room, and takes it.
  private mutating func augment(from start: Int) {
    var queue = PriorityQueue()
    var touched: [Int] = []
    var settled: [Int] = []
    var lefts: [(left: Int, distance: Int)] = []
    // Where a way may end: a left that gives up its right and stays alone.
    var aloneLeft = start
    var aloneDistance = Int.max
    var freeRight: Int?
    var left = start
    var reached = 0
    search: while true {
      lefts.append((left, reached))
      if reached - leftPotential[left] < aloneDistance {
        aloneDistance = reached - leftPotential[left]
        aloneLeft = left
      }
      for edge in edges[left] {
        let length = reached - edge.millionths - leftPotential[left] - rightPotential[edge.right]
        guard length < distance[edge.right] else { continue }
        if distance[edge.right] == Int.max { touched.append(edge.right) }
        distance[edge.right] = length
        cameFrom[edge.right] = left
        queue.insert(edge.right, length)
      }
      while true {
        guard let (right, length) = queue.popFirst(), length < aloneDistance else { break search }
        guard length <= distance[right] else { continue }
        settled.append(right)
        guard let next = leftOfRight[right] else {
          freeRight = right
          break search
        }
        left = next
        reached = length
        break
      }
    }
    let total = freeRight.map { distance[$0] } ?? aloneDistance
    for (left, distance) in lefts where distance < total {
      leftPotential[left] += total - distance
    }
    for right in settled where distance[right] < total {
      rightPotential[right] += distance[right] - total
    }
    take(freeRight, aloneLeft: aloneLeft, from: start)
    for right in touched { distance[right] = Int.max }
  }

  /// Turns the way that was found: each left on it takes the right that it came by.
  private mutating func take(_ freeRight: Int?, aloneLeft: Int, from start: Int) {
    var right: Int
    if let freeRight {
      right = freeRight
    } else {
      guard aloneLeft != start, let given = rightOfLeft[aloneLeft] else { return }
      rightOfLeft[aloneLeft] = nil
      right = given
    }
    while true {
      let left = cameFrom[right]
      let before = rightOfLeft[left]
      rightOfLeft[left] = right
      leftOfRight[right] = left
      guard left != start, let before else { return }
      right = before
    }
  }
}

/// A queue that gives the nearest first.
private struct PriorityQueue {
  private var heap: [(item: Int, key: Int)] = []

  mutating func insert(_ item: Int, _ key: Int) {
    heap.append((item, key))
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2].key > heap[child].key {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> (Int, Int)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return (first.item, first.key) }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2]
      where child < heap.count && heap[child].key < heap[least].key {
        least = child
      }
      guard least != parent else { break }
      heap.swapAt(parent, least)
      parent = least
    }
    return (first.item, first.key)
  }
}
