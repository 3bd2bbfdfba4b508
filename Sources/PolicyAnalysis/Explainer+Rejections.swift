internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// What was looked at and left, for quantities and references.
extension Explainer {
  /// The numerals of the sentence that are no quantities, each with what it is.
  func leftNumbers(around range: Range<Int>) -> [String] {
    let sentence = sentence(around: range)
    let scalars = reading.scalars
    var left: [String] = []
    var offset = sentence.lowerBound
    while offset < sentence.upperBound {
      guard let number = ChineseNumeral.integer(in: scalars, from: offset, to: sentence.upperBound),
        number.end > offset
      else {
        offset += 1
        continue
      }
      let place = offset..<number.end
      offset = number.end
      guard !document.quantities.contains(where: { $0.range.overlaps(place) }) else { continue }
      left.append("“\(words(place))”：\(whatIs(place))")
    }
    return left
  }

  /// What a numeral is that is no quantity.
  private func whatIs(_ place: Range<Int>) -> String {
    if let index = document.references.firstIndex(where: { $0.range.overlaps(place) }) {
      return "引用r\(index + 1)中的序号"
    }
    if document.document.nodes.contains(where: { $0.number?.range.overlaps(place) ?? false }) {
      return "单元的序号"
    }
    return "后面没有单位，或者是名称、序次、编号的一部分"
  }

  /// Why a reference came to its result.
  func reason(for reference: Reference) -> String {
    switch reference.status {
    case .resolved: "本文件中有这个单元"
    case .missing: "本文件中没有这个单元，也没有可以承接的文件名称"
    case .ambiguous: "可以指向的单元不止一个，没有更近的可取"
    case .external: "文中写明或者承接了另一文件的名称"
    case .generic: "只说有关规定，没有指明哪一件"
    }
  }
}
