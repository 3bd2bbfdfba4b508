/// Finds the place in its file of any offset of a text.
public struct PlaceIndex: Sendable {
  private let places: [SourcePlace]

  /// An index of places in the order of the text, none of which lies in another.
  public init(_ places: [SourcePlace]) { self.places = places }

  /// Where the word at an offset stands; between two places, the one before it.
  public func place(of offset: Int) -> SourcePlace? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1] : places.first
  }
}

extension SourcePlace {
  /// The place as a person names it: 第7页第3段, 第2页表1第3行第2列, 脚注.
  public var chineseName: String {
    var name = page.map { "第\($0)页" } ?? ""
    if let part { return name + part.chineseName }
    if let table, let row, let column { return name + "表\(table)第\(row)行第\(column)列" }
    if let paragraph { name += "第\(paragraph)段" }
    return name
  }
}

extension SourcePlace.Part {
  /// What a person calls the part.
  fileprivate var chineseName: String {
    switch self {
    case .header: "页眉"
    case .footer: "页脚"
    case .footnote: "脚注"
    case .endnote: "尾注"
    case .textBox: "文本框"
    }
  }
}
