import PolicyTestSupport

extension [UInt8] {
  /// Changes, takes out, doubles and moves bytes, a few at a time.
  mutating func mutate(using random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...6, using: &random) where !isEmpty {
      let place = Int.random(in: 0..<count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: self[place] = UInt8.random(in: 0...255, using: &random)
      case 1: remove(at: place)
      case 2: insert(self[place], at: place)
      default:
        let end = Swift.min(count, place + Int.random(in: 1...40, using: &random))
        insert(contentsOf: self[place..<end], at: Int.random(in: 0...place, using: &random))
      }
    }
  }
}
