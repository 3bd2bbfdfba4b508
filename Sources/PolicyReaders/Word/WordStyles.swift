internal import CXML

/// 样式: what the styles of paragraphs say of their numbers.
struct WordStyles {
  /// The numbering of a style or paragraph, as far as it is said there.
  struct Numbering {
    var list: String?
    var level: Int?
  }

  /// A style of paragraphs.
  struct Style {
    var name = ""
    var basedOn: String?
    var numbering = Numbering()
  }

  var styles: [String: Style] = [:]
  /// The styles of characters that hide their words.
  var hidden: Set<String> = []
  /// The style of paragraphs that name none.
  var standard: String?

  /// The list and level that a paragraph is numbered by; `nil` if it is not numbered.
  ///
  /// What the paragraph itself says comes before what its style and the styles below it say; list
  /// `0` takes a number away.
  func numbering(
    of own: Numbering, style: String?, in lists: WordNumbering
  ) -> (list: String, level: Int)? {
    var list = own.list
    var level = own.level
    var linked: String?
    var next = style ?? standard
    var steps = 0
    while list == nil || level == nil, let name = next, let found = styles[name], steps < 32 {
      if list == nil, let inherited = found.numbering.list {
        list = inherited
        linked = name
      }
      if level == nil { level = found.numbering.level }
      next = found.basedOn
      steps += 1
    }
    guard let list, list != "0" else { return nil }
    // A style that names a list is numbered by the level that names the style.
    if level == nil, let linked, let found = lists.lists[list] {
      level = (0..<WordNumbering.levelCount).first { lists.level($0, of: found)?.style == linked }
    }
    return (list, level ?? 0)
  }

  /// Whether the markup of styles may say something that is listened to here.
  static func maySay(_ markup: [UInt8]) -> Bool {
    let names = ["numPr", "vanish", "val=\"toc ", "val='toc "]
    return markup.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      // What is not in UTF-8 names nothing in these bytes.
      return bytes.prefix(2).contains { $0 == 0 || $0 >= 0xFE }
        || names.contains { cxml_holds(start, bytes.count, $0) != 0 }
    }
  }

  /// Whether a style of characters hides its words.
  func hides(_ style: String?) -> Bool {
    !hidden.isEmpty && style.map(hidden.contains) ?? false
  }

  /// Whether a style is that of a table of contents (`toc 1`).
  func isContents(_ style: String?) -> Bool {
    style.flatMap { styles[$0] }?.name.lowercased().hasPrefix("toc ") ?? false
  }
}

/// Reads `styles.xml`.
final class WordStylesReader: MarkupHandler {
  private(set) var styles = WordStyles()
  private var id: String?
  private var characterStyle: String?
  private var style = WordStyles.Style()

  func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
    switch name {
    case .style:
      let type = attributes[.type] ?? "paragraph"
      id = type == "paragraph" ? attributes[.styleId] : nil
      characterStyle = type == "character" ? attributes[.styleId] : nil
      style = WordStyles.Style()
      if let id, attributes[.default] != nil, attributes.isOn(.default) { styles.standard = id }
    case .name: style.name = attributes[.value] ?? ""
    case .vanish:
      if let characterStyle, attributes.isOn(.value) { styles.hidden.insert(characterStyle) }
    case .basedOn: style.basedOn = attributes[.value]
    case .numberId: style.numbering.list = attributes[.value]
    case .levelIndex: style.numbering.level = attributes.integer(.value)
    default: break
    }
  }

  func end(_ name: WordName) {
    guard name == .style, let id else { return }
    styles.styles[id] = style
    self.id = nil
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}
