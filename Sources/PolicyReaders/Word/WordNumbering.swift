/// 自动编号: the lists of a Word document, from `numbering.xml`.
///
/// Source: ISO/IEC 29500-1, 17.9 (Numbering).
struct WordNumbering {
  /// A level of a list.
  struct Level {
    /// The number of its first paragraph.
    var start = 1
    var format = NumberFormat.decimal
    /// What is written, with `%1` for the number of the first level: `第%1条`, `%1.%2`.
    var text: [Unicode.Scalar] = []
    /// Whether all its numbers are written in Arabic, whatever their levels say (正规形式编号).
    var isLegal = false
    /// The level (from 1) whose paragraphs restart it; 0 for none, `nil` for all above it.
    var restart: Int?
    /// What follows the number.
    var suffix = Suffix.tab
    /// The style that this level numbers.
    var style: String?
  }

  /// What follows a number.
  enum Suffix: String { case tab, space, nothing }

  /// The definition of a list.
  struct Definition {
    var levels: [Int: Level] = [:]
    /// The style that has the definition in its stead.
    var styleLink: String?
    /// The style that has this definition.
    var definedStyle: String?
  }

  /// A list: a definition and what is different in it.
  struct List {
    var definition = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  var definitions: [String: Definition] = [:]
  var lists: [String: List] = [:]

  /// A level has nine at most.
  static let levelCount = 9

  /// The definition that a list goes by, and what it is called.
  func definition(of list: List) -> (name: String, definition: Definition)? {
    guard let found = definitions[list.definition] else { return nil }
    if let link = found.styleLink,
      let other = definitions.first(where: { $0.value.definedStyle == link })
    {
      return (other.key, other.value)
    }
    return (list.definition, found)
  }

  /// A level of a list.
  func level(_ index: Int, of list: List) -> Level? {
    list.levels[index] ?? definition(of: list)?.definition.levels[index]
  }
}

/// Reads `numbering.xml`.
final class WordNumberingReader: MarkupHandler {
  private(set) var numbering = WordNumbering()
  private var definition: String?
  private var list: String?
  private var level: Int?
  private var override: Int?
  private var draft = WordNumbering.Level()

  func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
    switch name {
    case .abstractNum:
      definition = attributes[.abstractNumId]
      if let definition { numbering.definitions[definition] = WordNumbering.Definition() }
    case .number:
      list = attributes[.numberId]
      if let list { numbering.lists[list] = WordNumbering.List() }
    case .abstractNumId:
      if let list { numbering.lists[list]?.definition = attributes[.value] ?? "" }
    case .numberStyleLink:
      if let definition { numbering.definitions[definition]?.styleLink = attributes[.value] }
    case .styleLink:
      if let definition { numbering.definitions[definition]?.definedStyle = attributes[.value] }
    case .levelOverride:
      override = attributes.integer(.levelIndex)
    case .startOverride:
      if let list, let override {
        numbering.lists[list]?.starts[override] = attributes.integer(.value) ?? 1
      }
    case .level:
      level = attributes.integer(.levelIndex)
      draft = WordNumbering.Level()
    default:
      if level != nil { read(name, attributes) }
    }
  }

  private func read(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
    switch name {
    case .start: draft.start = attributes.integer(.value) ?? 1
    case .numberFormat:
      // A format of the user's own is followed by one for programs that do not know it.
      draft.format = attributes[.value].flatMap(NumberFormat.init) ?? .decimal
    case .levelText: draft.text = Array((attributes[.value] ?? "").unicodeScalars)
    case .isLegal: draft.isLegal = attributes.isOn(.value)
    case .levelRestart: draft.restart = attributes.integer(.value)
    case .suffix: draft.suffix = attributes[.value].flatMap(WordNumbering.Suffix.init) ?? .tab
    case .paragraphStyle: draft.style = attributes[.value]
    default: break
    }
  }

  func end(_ name: WordName) {
    switch name {
    case .abstractNum: definition = nil
    case .number: list = nil
    case .levelOverride: override = nil
    case .level:
      if let level, (0..<WordNumbering.levelCount).contains(level) {
        if let list {
          numbering.lists[list]?.levels[level] = draft
        } else if let definition {
          numbering.definitions[definition]?.levels[level] = draft
        }
      }
      level = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}
