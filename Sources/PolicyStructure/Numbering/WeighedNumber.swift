public import PolicyText

/// 备选序号: a place where a number of a unit could stand, whether or not it became one; for whoever asks
/// why a line is a unit and another is not.
public struct WeighedNumber: Sendable {
  /// What stands before it.
  public enum Place: Sendable {
    case lineStart, afterSentence, afterColon, afterGap, inside
  }

  /// The number with its marks, in the reading text.
  public let range: Range<Int>
  /// The number: `[17, 1]` for 第十七条之一.
  public let values: [Int]
  /// What stands before it.
  public let place: Place
  /// Whether the words around it say that it is a reference (第五条规定).
  public let isReference: Bool
}

extension StructureParser {
  /// The numbers that were weighed in a source, in the order of the text: found anew, since parsing
  /// keeps those only that became units.
  public func weighedNumbers(in source: SourceText) -> [WeighedNumber] {
    MarkScanner(layout(of: source), facts: facts).marks().map { mark in
      WeighedNumber(
        range: mark.range, values: Array(mark.parts), place: WeighedNumber.Place(mark.place),
        isReference: mark.isReference)
    }
  }
}

extension WeighedNumber.Place {
  fileprivate init(_ place: NumberMark.Place) {
    self =
      switch place {
      case .lineStart: .lineStart
      case .afterSentence: .afterSentence
      case .afterColon: .afterColon
      case .afterGap: .afterGap
      case .inside: .inside
      }
  }
}
