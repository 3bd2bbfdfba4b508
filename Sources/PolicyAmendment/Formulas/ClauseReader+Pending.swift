import PolicyExtraction

/// Orders that wait for their number or their words: 增加一条，作为第十四条：“…”.
extension ClauseReader {
  /// Whether what waits needs words to be an order at all.
  var isUnfinished: Bool {
    switch pending?.order {
    case .insert, .split: true
    default: false
    }
  }

  /// The unit of the old text that what waits is about.
  func origin(of waiting: Pending) -> UnitAddress? {
    switch waiting.order {
    case .renumber(let origins): origins.last
    case .merge(let origins): Self.unitNamed(byMerging: origins)
    case .split(let origin): origin
    case .insert: nil
    }
  }

  /// What a clause behind a merger is about: the last unit, or of chapters the first, which stays
  /// (第三章、第四章合并为第三章，章名修改为…).
  static func unitNamed(byMerging origins: [UnitAddress]) -> UnitAddress? {
    (origins.first?.unit).map { $0 < .article } == true ? origins.first : origins.last
  }

  /// The unit that completes the numbers which what waits is given.
  func place(of waiting: Pending) -> UnitAddress? {
    switch waiting.order {
    case .insert(let insertion): insertion.neighbour ?? insertion.parent ?? context
    case .renumber(let origins), .merge(let origins): origins.first
    case .split(let origin): origin
    }
  }

  /// Gives what waits its words.
  mutating func complete(with quotation: Int, _ range: Range<Int>) {
    guard let waiting = pending else { return }
    pending = nil
    let whole = waiting.range.joined(range)
    guard let provision = provision(quotation) else { return unread(.rewrite, whole) }
    switch waiting.order {
    case .insert(var insertion):
      insertion.becomes = waiting.becomes
      insertion.provision = provision
      append(.insert(insertion), whole)
    case .renumber(let origins), .merge(let origins):
      append(.rewrite(targets: origins, becomes: waiting.becomes, provision: provision), whole)
    case .split(let origin):
      append(.rewrite(targets: [origin], becomes: waiting.becomes, provision: provision), whole)
    }
  }

  /// Ends what waits for no more words.
  mutating func flush() {
    guard let waiting = pending else { return }
    pending = nil
    switch waiting.order {
    case .insert: unread(.insert, waiting.range)
    case .split: unread(.rewrite, waiting.range)
    case .renumber(let origins):
      guard origins.count == waiting.becomes.count else {
        if waiting.becomes.count == 1 {
          append(.renumber(from: origins, to: waiting.becomes[0]), waiting.range)
        } else {
          unread(.renumber, waiting.range)
        }
        return
      }
      for (origin, new) in zip(origins, waiting.becomes) {
        append(.renumber(from: [origin], to: new), waiting.range)
      }
    case .merge(let origins):
      append(.renumber(from: origins, to: waiting.becomes.first ?? origins[0]), waiting.range)
    }
  }
}

extension Range<Int> {
  /// The range from the start of this one to the end of another.
  func joined(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
