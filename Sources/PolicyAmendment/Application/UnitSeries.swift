/// 序列: units that are numbered one after the other (articles, paragraphs of an article, items), with what
/// comes in, goes out, or takes another number.
///
/// All numbers that instructions name are either old ones or stand for the finished text (作为第十四条), so
/// that the changes of a series are gathered and worked out together, never one after the other.
struct UnitSeries {
  /// An old unit.
  struct Member {
    var values: [Int]
    var isDeleted = false
    /// The number that an instruction gives it, and which instruction.
    var becomes: (values: [Int], instruction: Int)?
    var isMoved = false
  }

  /// New units that an instruction brings.
  struct Newcomer {
    var instruction: Int
    /// The number that it is to have.
    var becomes: [Int]?
    /// The old unit beside which it goes, and whether behind it.
    var neighbour: (member: Int, isAfter: Bool)?
    /// The members among which it goes where nothing else is said: those of a chapter.
    var among: Range<Int>?
    /// An old unit that moves, rather than a new one.
    var movedMember: Int?
  }

  /// A unit of the finished series.
  struct Slot {
    enum Content: Equatable {
      case member(Int)
      case newcomer(Int)
    }
    var content: Content
    var values: [Int]
    /// Of a newcomer, the deleted member whose place it takes.
    var replaces: Int?
  }

  var members: [Member]
  var newcomers: [Newcomer] = []
  /// Whether numbers follow: always those of paragraphs and items, those of articles where the decision
  /// says so or cannot mean otherwise.
  var alwaysFollows: Bool
  var saysFollows = false

  /// The finished series, and the instructions whose numbers do not come out.
  struct Outcome {
    var slots: [Slot] = []
    /// Instructions that do not fit, with what they say and what comes out.
    var misfits: [(instruction: Int, said: [Int], found: [Int])] = []
    /// Members whose given number is another than the one that their place gives them, and by how much.
    var jumps: [(member: Int, distance: Int)] = []
    /// How many units stand elsewhere than in the old order.
    var moves = 0

    /// What speaks against an arrangement: a number that cannot be is worst; a unit that moves is rarer
    /// than a small jump, which something the decision leaves unsaid may explain.
    fileprivate var cost: Int {
      misfits.count * 10 + moves * 5 + jumps.reduce(0) { $0 + min($1.distance, 10) }
    }
  }

  /// Works the series out.
  func outcome() -> Outcome {
    if alwaysFollows || saysFollows { return arrangedWithMoves() }
    let hasNumbers = members.contains { $0.becomes != nil }
    let kept = arranged(follows: false)
    let hasDoubles = Self.hasDoubles(kept.slots)
    if !hasNumbers, kept.misfits.isEmpty, !hasDoubles { return kept }
    let followed = arrangedWithMoves()
    return kept.cost < followed.cost && !hasDoubles ? kept : followed
  }

  private static func hasDoubles(_ slots: [Slot]) -> Bool {
    var seen: Set<[Int]> = []
    return slots.contains { !seen.insert($0.values).inserted }
  }

  /// Arranges the series; units whose given number does not follow from their place are moved to where
  /// it does, if that makes the numbers come out.
  private func arrangedWithMoves() -> Outcome {
    var best = arranged(follows: true)
    guard best.cost > 0 else { return best }
    var series = self
    for index in members.indices {
      guard best.cost > 0 else { break }
      guard let becomes = members[index].becomes, !members[index].isDeleted,
        best.jumps.contains(where: { $0.member == index })
          || best.misfits.contains(where: { $0.instruction == becomes.instruction })
      else { continue }
      var trial = series
      trial.members[index].isMoved = true
      trial.newcomers.append(
        Newcomer(instruction: becomes.instruction, becomes: becomes.values, movedMember: index))
      let outcome = trial.arranged(follows: true)
      if outcome.cost < best.cost {
        best = outcome
        series = trial
      }
    }
    return best
  }

  private func arranged(follows: Bool) -> Outcome {
    var arrangement = Arrangement(self, follows: follows)
    return arrangement.outcome()
  }
}

/// One way through a series, member by member.
private struct Arrangement {
  private let series: UnitSeries
  private let follows: Bool
  private var result = UnitSeries.Outcome()
  /// By how much numbers are higher here than in the old text.
  private var shift = 0
  /// The last number, and the last 之一 behind it.
  private var last: Int
  private var lastInserted = 0
  /// Newcomers whose number gives their place, in its order.
  private var numbered: ArraySlice<Int>
  /// Newcomers beside a member.
  private var before: [Int: [Int]] = [:]
  private var after: [Int: [Int]] = [:]
  /// 第十七条之一, and newcomers that only say in which chapter they go.
  private var open: [Int]

  init(_ series: UnitSeries, follows: Bool) {
    self.series = series
    self.follows = follows
    last = (series.members.first?.values.first ?? 1) - 1
    let newcomers = series.newcomers
    numbered =
      newcomers.indices.filter {
        newcomers[$0].neighbour == nil && newcomers[$0].becomes?.count == 1
      }.sorted {
        (newcomers[$0].becomes?[0] ?? 0, $0) < (newcomers[$1].becomes?[0] ?? 0, $1)
      }[...]
    open = newcomers.indices.filter {
      newcomers[$0].neighbour == nil && newcomers[$0].becomes?.count != 1
    }
    for index in newcomers.indices {
      guard let neighbour = newcomers[index].neighbour else { continue }
      if neighbour.isAfter {
        after[neighbour.member, default: []].append(index)
      } else {
        before[neighbour.member, default: []].append(index)
      }
    }
  }

  mutating func outcome() -> UnitSeries.Outcome {
    for index in series.members.indices {
      for newcomer in before[index] ?? [] { place(newcomer) }
      placeNumbered(before: index)
      placeMember(index)
      for newcomer in after[index] ?? [] { place(newcomer) }
      placeOpen(after: index)
    }
    for newcomer in numbered { place(newcomer) }
    for newcomer in open { place(newcomer) }
    return result
  }

  /// Newcomers whose number is that of a member, or one before it.
  private mutating func placeNumbered(before index: Int) {
    let member = series.members[index]
    guard member.values.count == 1 else { return }
    let isGone = member.isDeleted || member.isMoved
    var replaced = member.isDeleted ? index : nil
    while let next = numbered.first, let target = series.newcomers[next].becomes?[0] {
      let own = member.becomes?.values.first ?? member.values[0] + (follows ? shift : 0)
      // 第二章增加一条 goes before no article of the first chapter.
      let among = series.newcomers[next].among
      if let among, index < among.lowerBound { return }
      // A member that goes leaves its place to the number that comes next.
      guard isGone ? target <= last + 1 && target <= own : target <= own else { return }
      // A number given to the member itself is higher than that of what comes before it.
      if !isGone, member.becomes != nil, target == own { return }
      let isWithin = among?.contains(index) ?? true
      place(next, replacing: isWithin ? replaced : nil, before: index)
      if isWithin { replaced = nil }
      numbered = numbered.dropFirst()
    }
  }

  private mutating func placeMember(_ index: Int) {
    let member = series.members[index]
    let isPlain = member.values.count == 1
    guard !member.isDeleted, !member.isMoved else {
      if isPlain { shift -= 1 }
      return
    }
    var values = member.values
    if follows {
      if isPlain { values = [member.values[0] + shift] } else { values[0] = last }
    }
    if let becomes = member.becomes {
      let isLater =
        becomes.values[0] > last
        || becomes.values.count > 1 && becomes.values[0] == last && becomes.values[1] > lastInserted
      if !isLater {
        result.misfits.append((becomes.instruction, becomes.values, values))
      } else {
        if becomes.values != values, isPlain || becomes.values != [last + 1] {
          result.jumps.append((index, abs(becomes.values[0] - values[0])))
        }
        values = becomes.values
        shift = isPlain ? values[0] - member.values[0] : shift + 1
      }
    }
    result.slots.append(UnitSeries.Slot(content: .member(index), values: values))
    note(values)
  }

  /// 第十七条之一 goes behind 第十七条 and what stands there already; others to the end of their chapter.
  private mutating func placeOpen(after index: Int) {
    guard !open.isEmpty else { return }
    let members = series.members
    let next = index + 1 < members.count ? members[index + 1].values : []
    var here: [Int] = []
    open.removeAll { newcomer in
      let isHere =
        if let wanted = series.newcomers[newcomer].becomes, wanted.count > 1 {
          wanted[0] == members[index].values[0]
            && (next.count < 2 || next[0] != wanted[0] || next[1] > wanted[1])
        } else if let among = series.newcomers[newcomer].among {
          index + 1 == among.upperBound
        } else {
          index + 1 == members.count
        }
      if isHere { here.append(newcomer) }
      return isHere
    }
    here.sort {
      (series.newcomers[$0].becomes?.last ?? 0, $0) < (series.newcomers[$1].becomes?.last ?? 0, $1)
    }
    for newcomer in here { place(newcomer) }
  }

  /// Places a newcomer, before a member where its number says so.
  private mutating func place(_ index: Int, replacing: Int? = nil, before member: Int? = nil) {
    let newcomer = series.newcomers[index]
    var values = [last + 1]
    if let becomes = newcomer.becomes {
      if becomes.count > 1 {
        if becomes[0] != last || becomes[1] <= lastInserted {
          result.misfits.append((newcomer.instruction, becomes, [last, lastInserted + 1]))
        }
        values = becomes
      } else {
        let isAtEnd = result.slots.count { $0.replaces == nil } >= series.members.count - 1
        if becomes[0] <= last || becomes[0] > last + 1 && isAtEnd && !isSucceeded {
          result.misfits.append((newcomer.instruction, becomes, values))
        }
        values = becomes
      }
    }
    // A number that the old text leaves out is filled, and nothing behind it moves.
    let fillsGap = member.map { series.members[$0].values[0] + shift > values[0] } ?? false
    if values.count == 1, !(follows && fillsGap) { shift += 1 }
    if newcomer.movedMember != nil { result.moves += 1 }
    let content: UnitSeries.Slot.Content =
      newcomer.movedMember.map { .member($0) } ?? .newcomer(index)
    result.slots.append(UnitSeries.Slot(content: content, values: values, replaces: replacing))
    note(values)
  }

  /// Whether an old unit comes behind what is placed now.
  private var isSucceeded: Bool {
    let placed = result.slots.last { if case .member = $0.content { true } else { false } }
    guard case .member(let index)? = placed?.content else { return !series.members.isEmpty }
    return series.members[(index + 1)...].contains { !$0.isDeleted && !$0.isMoved }
  }

  private mutating func note(_ values: [Int]) {
    last = values[0]
    lastInserted = values.count > 1 ? values[1] : 0
  }
}
