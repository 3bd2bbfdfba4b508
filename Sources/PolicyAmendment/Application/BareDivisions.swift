import PolicyExtraction
import PolicyText

/// 增加一章，作为第三章“监督检查”: a new chapter that is ordered by its title alone, with the new articles that the instructions
/// behind it bring.
///
/// The articles stand under the title: 增加一条，作为第五条：“…” right behind it, and those that count on from there. A chapter
/// behind which none comes has no place, and is refused.
struct BareDivisions {
  /// The instructions, in the places they have in the decision.
  private(set) var instructions: [Instruction]
  /// For each instruction that a new chapter brings along, that of the chapter.
  private(set) var owner: [Int: Int] = [:]

  init(_ instructions: [Instruction]) {
    self.instructions = instructions
    for index in instructions.indices {
      guard case .insert(var insertion) = instructions[index].action,
        insertion.neighbour?.unit != .article, let title = BareDivisions.title(of: insertion)
      else { continue }
      var lines = [title]
      var last: Int?
      var next = index + 1
      while next < instructions.count, case .insert(let article) = instructions[next].action,
        let groups = BareDivisions.articles(of: article),
        let first = groups.first?.number, last.map({ $0 + 1 == first }) ?? true
      {
        for group in groups { lines += group.lines }
        last = groups.last?.number
        owner[next] = index
        self.instructions[next] = Instruction(text: instructions[next].text, action: .joined)
        next += 1
      }
      guard last != nil else { continue }
      insertion.provision = Provision(lines: lines)
      self.instructions[index] = Instruction(
        text: instructions[index].text, action: .insert(insertion))
    }
  }

  /// The id of the article that an instruction brings.
  static func target(of instruction: Instruction) -> String? {
    guard case .insert(let insertion) = instruction.action else { return nil }
    return insertion.becomes.first?.id
  }

  /// The title of a new chapter that comes without articles, with its number before it.
  private static func title(of insertion: Insertion) -> String? {
    switch insertion.unit {
    case .part, .subpart, .chapter, .section: break
    default: return nil
    }
    let lines = insertion.provision.lines
    guard lines.count == 1 else { return nil }
    if let number = ProvisionLine.number(in: lines[0]) {
      return number.unit == insertion.unit ? lines[0] : nil
    }
    guard let step = insertion.becomes.first?.steps.last, step.values.count == 1 else { return nil }
    return UnitAddress(.body, [step]).citation + "\u{3000}" + lines[0]
  }

  /// The new articles of an instruction, each with its number before its first line; `nil` if one has none.
  private static func articles(
    of insertion: Insertion
  ) -> [(number: Int, lines: [String])]? {
    guard insertion.unit == .article, insertion.neighbour == nil else { return nil }
    let groups = ProvisionGroup.articles(
      insertion.provision.lines, count: max(insertion.becomes.count, insertion.count),
      isHeading: false)
    var found: [(number: Int, lines: [String])] = []
    for (part, group) in groups.enumerated() {
      let values =
        part < insertion.becomes.count ? insertion.becomes[part].steps.last?.values : group.values
      guard let values, values.count == 1, let first = group.lines.first else { return nil }
      let number = UnitAddress(.body, [UnitStep(.article, values)]).citation
      found.append((values[0], [number + "\u{3000}" + first] + group.lines.dropFirst()))
    }
    return found.isEmpty ? nil : found
  }
}
