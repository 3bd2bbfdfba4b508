internal import Foundation
internal import PolicyStructure

/// The weights that follow a list of indicators: `权重分别为15%、15%、10%`, `每项权重为5%`, `各占25%`.
struct ListWeights {
  /// A weight with its unit.
  typealias Weight = (value: Decimal, unit: String?)

  private var each: Weight?
  private var all: [Weight] = []

  /// Reads what stands behind a list, up to the end of its sentence.
  ///
  /// 分别 deals out as many weights as there are names, or none.
  init(behind range: Range<Int>, of names: Int, in text: [Unicode.Scalar]) {
    var end = range.lowerBound
    while end < range.upperBound, end - range.lowerBound < 120, text[end] != "。", text[end] != "；" {
      end += 1
    }
    let words = range.lowerBound..<end
    for offset in words.dropLast() {
      switch text[offset] {
      case "别" where offset > words.lowerBound && text[offset - 1] == "分":
        let dealt = ListWeights.numbers(offset + 1..<end, in: text)
        if dealt.count == names { all = dealt }
        return
      case "每", "各":
        each = ListWeights.numbers(offset + 1..<min(end, offset + 14), in: text).first
        return
      default: continue
      }
    }
  }

  /// The weight of a name by its place in the list.
  subscript(place: Int) -> Weight? {
    all.indices.contains(place) ? all[place] : each
  }

  /// Numbers with 分 or %, one for each part between 、 and 和.
  private static func numbers(_ range: Range<Int>, in text: [Unicode.Scalar]) -> [Weight] {
    var found: [Weight] = []
    var start = range.lowerBound
    for offset in range.lowerBound...range.upperBound {
      let isEnd = offset == range.upperBound || text[offset] == "，"
      guard isEnd || text[offset] == "、" || text[offset] == "和" else { continue }
      if let digit = (start..<offset).first(where: {
        text[$0].value >= 0x30 && text[$0].value <= 0x39
      }),
        let weight = CellReading.weight(digit..<offset, in: text), weight.unit != nil
      {
        found.append(weight)
      }
      if isEnd { break }
      start = offset + 1
    }
    return found
  }
}
