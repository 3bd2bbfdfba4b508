import PolicyExtraction
import PolicyLexicons
import PolicyText

/// What the words around a mention tell of what it names.
extension ResolutionPass {
  /// Whether a title is one of a form or certificate, which is no policy document.
  func isForm(_ words: Range<Int>) -> Bool {
    var end = words.upperBound
    if end > words.lowerBound, reading.scalars[end - 1] == "）" {
      while end > words.lowerBound, reading.scalars[end - 1] != "（" { end -= 1 }
      end -= 1
    }
    guard end > words.lowerBound,
      let form = resolver.formEndings.longest(
        in: reading.scalars, endingAt: end, from: words.lowerBound)
    else { return false }
    let type = resolver.documentTypes.longest(
      in: reading.scalars, endingAt: end, from: words.lowerBound)
    return form.range.count >= type?.range.count ?? 0
  }

  /// Whether an amending document turns to a document here: 修改《…》, 对《…》作如下修改.
  func isAmended(_ mention: ReferenceMention) -> Bool {
    guard mention.units.isEmpty else { return false }
    let start = mention.range.lowerBound
    let before = reading.scalars[max(0, start - 3)..<start]
    if before.suffix(2).elementsEqual(["修", "改"]) || before.last == "对" || before.last == "将" {
      return true
    }
    let end = mention.range.upperBound
    let after = reading.scalars[end..<min(end + 14, reading.count)]
    return zip(after, after.dropFirst()).contains { $0 == "修" && $1 == "改" }
  }

  /// Whether the clause of a mention changes what it names: 删除第六条及附件3.
  func isDirected(_ mention: ReferenceMention) -> Bool {
    var start = mention.range.lowerBound
    while start > 1, mention.range.lowerBound - start < 30 {
      switch reading.scalars[start - 1] {
      case "。", "，", "；": return false
      case "除", "去": if reading.scalars[start - 2] == "删" { return true }
      default: break
      }
      start -= 1
    }
    return false
  }
}
