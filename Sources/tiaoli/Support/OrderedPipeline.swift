internal import Foundation

/// Works on many things at once and hands out the results in the order of the things.
///
/// At most twice as many things as there are workers are alive at a time, from the moment that they
/// are read until their result is written, so that memory does not grow with their number. Where results
/// are delivered slowly and many at once, more may be: as long as together they cost no more than a budget.
final class OrderedPipeline<Item: Sendable, Result: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let jobs: Int
  private let budget: Int
  private let cost: (Item) -> Int
  private let work: @Sendable (Item) -> Result
  private let deliver: (Result) -> Bool

  // All that follows is guarded by `condition`.
  private var waiting: [(index: Int, item: Item)] = []
  private var finished: [Int: Result] = [:]
  private var nextToRead = 0
  private var nextToDeliver = 0
  /// What the things that are alive cost, in order, and together.
  private var costs: [Int] = []
  private var alive = 0
  private var isDelivering = false
  private var isClosed = false
  private var isStopped = false

  /// A pipeline of some workers.
  ///
  /// - Parameters:
  ///   - jobs: How many things are worked on at a time.
  ///   - budget: What things beyond twice the jobs may cost together with all that are alive.
  ///   - cost: What a thing costs.
  ///   - work: What is done with each, on a thread of its own.
  ///   - deliver: What is done with each result, in order, one at a time, from any thread; `false`
  ///     stops the pipeline.
  init(
    jobs: Int, budget: Int = 0, cost: @escaping (Item) -> Int = { _ in 1 },
    work: @escaping @Sendable (Item) -> Result, deliver: @escaping (Result) -> Bool
  ) {
    self.jobs = max(jobs, 1)
    self.budget = budget
    self.cost = cost
    self.work = work
    self.deliver = deliver
  }

  /// Runs until `next` gives nothing more, and everything is delivered.
  func run(next: () -> Item?) {
    if jobs == 1 {
      while let item = next(), deliver(work(item)) {}
      return
    }
    let threads = (0..<jobs).map { _ in
      let thread = Thread { [self] in workLoop() }
      // Deep trees are freed recursively by none of our types, but libraries may need the room.
      thread.stackSize = 8 << 20
      thread.start()
      return thread
    }
    while let item = next() {
      let cost = cost(item)
      condition.lock()
      while nextToRead - nextToDeliver >= 2 * threads.count, alive + cost > budget, !isStopped {
        condition.wait()
      }
      let stopped = isStopped
      if !stopped {
        costs.append(cost)
        alive += cost
        waiting.append((nextToRead, item))
        nextToRead += 1
      }
      condition.broadcast()
      condition.unlock()
      if stopped { break }
    }
    condition.lock()
    isClosed = true
    condition.broadcast()
    while nextToDeliver < nextToRead && !isStopped { condition.wait() }
    condition.unlock()
  }

  private func workLoop() {
    while let (index, item) = take() {
      let result = work(item)
      condition.lock()
      finished[index] = result
      // One thread delivers at a time; the others leave their results to it.
      if !isDelivering {
        isDelivering = true
        while !isStopped, let result = finished.removeValue(forKey: nextToDeliver) {
          condition.unlock()
          let goesOn = deliver(result)
          condition.lock()
          if goesOn {
            nextToDeliver += 1
            alive -= costs.removeFirst()
          } else {
            isStopped = true
          }
          condition.broadcast()
        }
        isDelivering = false
      }
      condition.broadcast()
      condition.unlock()
    }
  }

  private func take() -> (index: Int, item: Item)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty && !isClosed && !isStopped { condition.wait() }
    guard !waiting.isEmpty && !isStopped else { return nil }
    return waiting.removeFirst()
  }
}
