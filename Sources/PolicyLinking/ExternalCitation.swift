import PolicyExtraction
import PolicyText

/// 引称 of units of other documents, whose trees nobody knows, as the text cites them: 第五条第二款第三项.
enum ExternalCitation {
  /// The units of a path, each of a range; a long range keeps its ends.
  static func citations(of path: UnitPath) -> [String] {
    guard let through = path.through else { return [words(for: path.steps)] }
    guard let last = path.steps.last, let end = through.last, last.values.count == 1,
      end.values.count == 1, last.unit == end.unit, last.values[0] <= end.values[0],
      end.values[0] - last.values[0] < 100
    else { return [words(for: path.steps), words(for: through)] }
    return (last.values[0]...end.values[0]).map {
      words(for: path.steps.dropLast() + [UnitStep(last.unit, [$0], isBracketed: last.isBracketed)])
    }
  }

  private static func words(for steps: [UnitStep]) -> String {
    steps.map(words(for:)).joined()
  }

  private static func words(for step: UnitStep) -> String {
    guard let first = step.values.first else { return "" }
    let number = ChineseNumeral.words(for: first)
    let inserted = step.values.dropFirst().map { "之" + ChineseNumeral.words(for: $0) }.joined()
    return switch step.unit {
    case .part: "第\(number)编"
    case .subpart: "第\(number)分编"
    case .chapter: "第\(number)章"
    case .section: "第\(number)节"
    case .division: "第\(number)部分"
    case .article: "第\(number)条\(inserted)"
    case .paragraph: "第\(number)款"
    case .item: step.isBracketed ? "第（\(number)）项" : "第\(number)项"
    case .subitem: "第\(first)目"
    }
  }
}
