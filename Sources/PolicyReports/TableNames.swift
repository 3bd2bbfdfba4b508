internal import PolicyAnalysis
internal import PolicyDiff
internal import PolicyStructure
internal import PolicyText

/// The title of a table and the heads of its columns, from what the two texts say of themselves.
struct TableNames {
  let title: String
  let oldHead: String
  let newHead: String

  init(_ comparison: Comparison) {
    let (old, new) = (Self.name(of: comparison.old), Self.name(of: comparison.new))
    // Versions of one text have one title; others are named both.
    title =
      old.title == new.title
      ? "\(new.title)修订前后对照表" : "\(old.title)与\(new.title)对照表"
    guard comparison.isOfOneText else {
      oldHead = old.title + old.version
      newHead = new.title + new.version
      return
    }
    // The same date on both sides tells nothing: one of the texts has not got its own yet.
    let isTelling = old.version != new.version
    oldHead = "修订前" + (isTelling ? old.version : "")
    newHead = "修订后" + (isTelling ? new.version : "")
  }

  private static func name(of text: ComparedText) -> (title: String, version: String) {
    let source = text.analysis.source.text.name
    guard let main = text.mainDocument else { return ("“\(source)”", "") }
    let metadata = text.analysis.documents[main].document.metadata
    let title = metadata.title.map { "《\($0)》" } ?? "“\(source)”"
    let kinds: [DocumentDate.Kind] = [.revised, .promulgated, .issued, .adopted]
    for kind in kinds {
      let dates = metadata.dates.filter { $0.kind == kind }
      if let last = dates.max(by: { $0.date < $1.date }) {
        return (title, "（\(Self.spoken(last.date))）")
      }
    }
    return (title, "")
  }

  /// A date as it is written: 2019-03-04 is 2019年3月4日.
  private static func spoken(_ date: String) -> String {
    zip(date.split(separator: "-"), ["年", "月", "日"]).map { part, unit in
      (Int(part).map(String.init) ?? String(part)) + unit
    }.joined()
  }
}

extension Comparison {
  /// Whether the texts read as versions of one: they have one title, or one provision in five of the
  /// shorter text has its partner in the other.
  var isOfOneText: Bool {
    let titles = [old, new].map { text in
      text.mainDocument.flatMap { text.analysis.documents[$0].document.metadata.title }
    }
    if titles[0] == titles[1] { return true }
    let counts = [old, new].map { text in text.units.count { $0.family == .provision } }
    let paired = alignments.count { alignment in
      guard let unit = alignment.old, alignment.new != nil else { return false }
      return old.units[unit].family == .provision
    }
    return paired * 5 >= max(counts.min() ?? 0, 1)
  }
}
