internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// The stretches of a side that no edit may cut: numbers, dates, amounts, names and references.
struct WholeStretches {
  /// For each document its stretches, sorted, none over another.
  private let stretches: [[Range<Int>]]
  /// For each document the quantities that are ranges, in order.
  private let ranges: [[Range<Int>]]

  /// The stretches of an analysis.
  init(_ analysis: Analysis) {
    let reading = analysis.reading
    ranges = analysis.documents.map { document in
      document.quantities.filter { $0.low != nil && $0.kind != .dateRange }.map(\.range)
        .sorted { $0.lowerBound < $1.lowerBound }
    }
    stretches = analysis.documents.map { document in
      var ranges: [Range<Int>] = []
      for quantity in document.quantities {
        ranges += Self.ends(of: quantity, in: reading)
      }
      ranges += document.references.map(\.range)
      ranges += document.document.nodes.compactMap(\.number?.range)
      ranges += document.document.metadata.dates.compactMap(\.range)
      for entity in document.entities {
        ranges += entity.mentions.map { Self.name(of: $0.range, in: reading) }
      }
      return Self.joined(ranges)
    }
  }

  /// The stretches within a unit, in its text.
  func stretches(of unit: ComparedUnit) -> [Range<Int>] {
    Self.within(unit, stretches[unit.document])
  }

  /// The ends of the ranges of numbers within a unit.
  func rangeEnds(of unit: ComparedUnit) -> [RangeEnds.End] {
    let ranges = Self.within(unit, ranges[unit.document])
    guard !ranges.isEmpty else { return [] }
    let wholes = stretches(of: unit)
    return ranges.flatMap { range -> [RangeEnds.End] in
      let ends = wholes.filter {
        $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound
      }
      return ends.count == 2 ? [(ends[0], true), (ends[1], false)] : []
    }
  }

  /// Those of some sorted stretches of the reading text that lie in a unit, in the unit's text.
  private static func within(_ unit: ComparedUnit, _ all: [Range<Int>]) -> [Range<Int>] {
    guard let first = unit.text.readings.first, let last = unit.text.readings.last else {
      return []
    }
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].upperBound <= Int(first) { low = middle + 1 } else { high = middle }
    }
    var found: [Range<Int>] = []
    while low < all.count, all[low].lowerBound <= Int(last) {
      let range = unit.text.range(ofReading: all[low])
      if range.count > 1 { found.append(range) }
      low += 1
    }
    return found
  }

  /// The name in a mention; of 财政等部门, the last of several that share a head, 财政.
  private static func name(of mention: Range<Int>, in reading: ReadingText) -> Range<Int> {
    guard let other = mention.dropFirst().first(where: { reading.scalars[$0] == "等" }) else {
      return mention
    }
    return mention.lowerBound..<other
  }

  /// How often something is done, without the words between (每周至少开展一次: 一次).
  private static func count(in frequency: Range<Int>, of reading: ReadingText) -> Range<Int> {
    for offset in frequency.dropFirst() {
      if let number = ChineseNumeral.integer(
        in: reading.scalars, from: offset, to: frequency.upperBound),
        frequency.upperBound - number.end <= 2
      {
        return offset..<frequency.upperBound
      }
    }
    return frequency
  }

  /// The two numbers of a range, each with its unit; any other quantity as it is.
  private static func ends(of quantity: Quantity, in reading: ReadingText) -> [Range<Int>] {
    if quantity.kind == .frequency { return [count(in: quantity.range, of: reading)] }
    guard quantity.low != nil || quantity.kind == .dateRange else { return [quantity.range] }
    for offset in quantity.range.dropFirst().dropLast() {
      let length =
        switch reading.scalars[offset] {
        case "至", "到", "～", "—", "-", "~": 1
        case "以" where "上下内".unicodeScalars.contains(reading.scalars[offset + 1]): 2
        default: 0
        }
      if length > 0, offset + length < quantity.range.upperBound {
        return [quantity.range.lowerBound..<offset, offset + length..<quantity.range.upperBound]
      }
    }
    return [quantity.range]
  }

  /// The stretches with those that overlap made one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
