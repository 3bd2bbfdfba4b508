import PolicyExtraction
import PolicyText

/// The lines of a quoted provision that make one unit.
struct ProvisionGroup {
  /// The number that the unit is quoted with.
  var values: [Int]?
  /// Its lines, the first without its number.
  var lines: [String]

  /// The number of an item.
  var value: Int? { values?.first }

  /// The articles that a provision quotes: each begins with its number; without numbers all lines are one,
  /// unless there are just as many as articles are announced.
  static func articles(_ lines: [String], count: Int, isHeading: Bool) -> [ProvisionGroup] {
    let unit: ReferenceUnit = isHeading ? .division : .article
    var groups: [ProvisionGroup] = []
    for line in lines {
      if let number = ProvisionLine.number(in: line), number.unit == unit {
        groups.append(
          ProvisionGroup(
            values: number.values, lines: [ProvisionLine.words(of: line, after: number)]))
      } else if groups.isEmpty {
        groups.append(ProvisionGroup(values: nil, lines: [line]))
      } else {
        groups[groups.count - 1].lines.append(line)
      }
    }
    if groups.count == 1, groups[0].values == nil, count > 1, lines.count == count {
      return lines.map { ProvisionGroup(values: nil, lines: [$0]) }
    }
    return groups
  }

  /// The numbers of the articles that stand in a block.
  static func articleNumbers(_ lines: [String]) -> [[Int]] {
    lines.compactMap { line in
      ProvisionLine.number(in: line).flatMap { $0.unit == .article ? $0.values : nil }
    }
  }

  /// Paragraphs, each with the items below it.
  static func paragraphs(_ lines: [String]) -> [[String]] {
    var groups: [[String]] = []
    for line in lines {
      let isItem = ProvisionLine.number(in: line).map { $0.unit >= .item } ?? false
      if isItem, !groups.isEmpty {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  /// Items, each with the subitems below it.
  static func items(_ lines: [String], count: Int) -> [ProvisionGroup] {
    guard let first = lines.first else { return [] }
    guard let number = ProvisionLine.number(in: first), number.unit >= .item else {
      if count > 1, lines.count == count {
        return lines.map { ProvisionGroup(values: nil, lines: [$0]) }
      }
      return [ProvisionGroup(values: nil, lines: lines)]
    }
    var groups: [ProvisionGroup] = []
    for line in lines {
      if let next = ProvisionLine.number(in: line), next.unit == number.unit {
        groups.append(
          ProvisionGroup(values: next.values, lines: [ProvisionLine.words(of: line, after: next)]))
      } else if groups.isEmpty {
        groups.append(ProvisionGroup(values: nil, lines: [line]))
      } else {
        groups[groups.count - 1].lines.append(line)
      }
    }
    return groups
  }
}

/// The mark that closes an item or a sentence.
enum ClosingMark {
  /// Whether words end with a mark of their own.
  static func closes(_ words: [Unicode.Scalar]) -> Bool {
    guard let last = words.last else { return false }
    return isMark(last)
      || "”’」』".unicodeScalars.contains(last) && words.dropLast().last.map(isMark) ?? false
  }

  /// Whether a scalar is such a mark.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch folded(scalar) {
    case "。", "；", "：", "！", "？": true
    default: false
    }
  }
}
