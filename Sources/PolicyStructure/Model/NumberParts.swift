/// The parts of a unit's number, from the first on: 17 and 1 of 第十七条之一; 1, 2 and 1 of 1.2.1.
///
/// They lie in place, not in an array of their own: a document has as many numbers as units.
public struct NumberParts: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  private var storage: (Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0)
  /// How many parts there are.
  public private(set) var count = 0

  /// No number has more parts; what comes behind them is left out.
  public static let most = 6

  /// The parts that a sequence gives.
  public init(_ values: some Sequence<Int>) {
    for value in values { append(value) }
  }

  /// The parts as they are written out.
  public init(arrayLiteral elements: Int...) { self.init(elements) }

  /// The index of the first part.
  public var startIndex: Int { 0 }
  /// The index after the last part.
  public var endIndex: Int { count }

  /// The part at an index.
  public subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "the part exists")
    return switch index {
    case 0: storage.0
    case 1: storage.1
    case 2: storage.2
    case 3: storage.3
    case 4: storage.4
    default: storage.5
    }
  }

  /// Adds a part.
  public mutating func append(_ value: Int) {
    switch count {
    case 0: storage.0 = value
    case 1: storage.1 = value
    case 2: storage.2 = value
    case 3: storage.3 = value
    case 4: storage.4 = value
    case 5: storage.5 = value
    default: return
    }
    count += 1
  }

  /// Whether two numbers have the same parts.
  public static func == (one: NumberParts, other: NumberParts) -> Bool {
    // Places behind the last part are 0 in both.
    one.count == other.count && one.storage == other.storage
  }

  /// Hashes the parts.
  public func hash(into hasher: inout Hasher) {
    for value in self { hasher.combine(value) }
  }
}
