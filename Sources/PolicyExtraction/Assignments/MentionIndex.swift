import PolicyText

/// The mentions of a document in the order of the text, with their entities.
struct MentionIndex {
  struct Place {
    let range: Range<Int>
    let entity: Int
  }

  private let places: [Place]

  init(_ entities: [Entity]) {
    var places: [Place] = []
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions { places.append(Place(range: mention.range, entity: index)) }
    }
    self.places = places.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The entity that is named by just these words.
  func entity(at range: Range<Int>) -> Int? {
    let index = first(from: range.lowerBound)
    guard index < places.count, places[index].range == range else { return nil }
    return places[index].entity
  }

  /// The names joined by 、 and 和 that end at an offset, but for 等 and 共同.
  ///
  /// `mayPassManner`: whether words of manner (应当按照各自职责积极) may stand between the last name and the
  /// offset.
  func chain(
    endingAt end: Int, scalars: [Unicode.Scalar], floor: Int, mayPassManner: Bool = false
  ) -> [Place] {
    var chain: [Place] = []
    var index = first(from: end) - 1
    var end = end
    while index >= 0, places[index].range.lowerBound >= floor {
      let place = places[index]
      guard place.range.upperBound <= end,
        chain.isEmpty && mayPassManner && isManner(place.range.upperBound..<end, scalars: scalars)
          || isJoint(place.range.upperBound..<end, scalars: scalars, isLast: chain.isEmpty)
      else { break }
      chain.append(place)
      end = place.range.lowerBound
      index -= 1
    }
    return chain.reversed()
  }

  /// The names joined by 、 and 和 that begin at an offset.
  func chain(startingAt start: Int, scalars: [Unicode.Scalar], limit: Int) -> [Place] {
    var chain: [Place] = []
    var index = first(from: start)
    var end = start
    while index < places.count, places[index].range.upperBound <= limit {
      let place = places[index]
      // A name that begins inside the one before it is part of that one.
      guard place.range.lowerBound >= end else { break }
      let gap = end..<place.range.lowerBound
      guard chain.isEmpty ? gap.isEmpty : isJoint(gap, scalars: scalars, isLast: false) else {
        break
      }
      chain.append(place)
      end = place.range.upperBound
      index += 1
    }
    return chain
  }

  /// Whether words between a subject and its verb say only how or by what right it acts.
  private func isManner(_ gap: Range<Int>, scalars: [Unicode.Scalar]) -> Bool {
    guard let first = gap.first else { return true }
    guard gap.count <= 16 else { return false }
    switch scalars[first] {
    case "应", "按", "予", "积", "密", "可", "须", "要", "共", "依", "根", "主", "给", "必", "做", "切":
      return gap.allSatisfy { scalars[$0].value >= 0x4E00 && scalars[$0].value <= 0x9FFF }
    default: return false
    }
  }

  private func isJoint(_ gap: Range<Int>, scalars: [Unicode.Scalar], isLast: Bool) -> Bool {
    guard gap.count <= 8 else { return false }
    if !isLast, gap.isEmpty { return false }
    return gap.allSatisfy { isLast ? isClosingWord(scalars[$0]) : isConjunction(scalars[$0]) }
  }

  /// A character of the words between the last name of a list and what is said of all: 等部门分别负责.
  private func isClosingWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "等", "共", "同", "联", "合", "分", "别", "部", "门", "单", "位", "有", "关", "相", "总", "（", "）", "负",
      "责",
      "应", "当", "可", "以", "必", "须", "要":
      true
    default: false
    }
  }

  /// A character of 、, 和, 以及, 或者, and of 等 before the name that sums them up (公安机关等有关部门).
  private func isConjunction(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "和", "与", "及", "以", "或", "者", "等": true
    default: false
    }
  }

  private func first(from offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
