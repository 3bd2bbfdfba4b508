import PolicyExtraction
import PolicyStructure

/// Which units are numbered together.
enum SeriesKey: Hashable {
  /// The articles of the text; in one without articles its headings 一、二、.
  case articles
  /// 编, 章, 节 below a node, or at the top.
  case divisions(below: Int?, ReferenceUnit)
  /// The paragraphs of an article.
  case paragraphs(of: Int)
  /// The items of a paragraph, the subitems of an item.
  case items(of: Int)
}

/// A series with the units of the text that it is of.
struct SeriesWork {
  /// The units, by the index of their member.
  let units: [AmendableText.Unit]
  /// What happens to them.
  var series: UnitSeries
  /// The words of each newcomer; `nil` where another newcomer brings them.
  var provisions: [NewWords?] = []
  /// Members that are gone without a cut of their own: those of a chapter that is taken out whole.
  var silent: Set<Int> = []

  /// The index of the member that a unit is.
  func member(_ unit: AmendableText.Unit) -> Int? {
    units.firstIndex { $0.node == unit.node && $0.values == unit.values }
  }
}

/// The words of a new unit.
enum NewWords {
  /// Lines, the first without its number.
  case lines([String])
  /// A chapter with its articles: lines with their numbers.
  case block([String])
  /// Paragraphs of the old text that become a unit of their own.
  case moved(Range<Int>)
}
