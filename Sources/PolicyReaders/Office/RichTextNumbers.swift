/// 自动编号 of RTF: writes the numbers of lists out as words of their paragraphs.
///
/// A file says each number twice: as a list, whose definition programs write in many ways (LibreOffice
/// loses 第 and 条), and as the words that the program which wrote the file showed, in `\listtext`. The
/// words are taken, and the lists are hidden, so that no number stands twice.
///
/// Source: Rich Text Format Specification 1.9.1, “Bullets and Numbering”.
struct RichTextNumbers {
  private let bytes: [UInt8]
  private var offset = 0
  private var written: [UInt8] = []
  /// The destinations that a place lies in whose words are not those of the text around them: notes,
  /// text boxes, instructions.
  private var destinations = [Destination(depth: 0)]
  private var depth = 0

  /// A destination, and the number of the paragraph that begins in it.
  private struct Destination {
    let depth: Int
    var number: [UInt8] = []
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The file with its numbers as words; as it is if it has none.
  static func writtenOut(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.holds("\\listtext") || bytes.holds("\\pntext") else { return bytes }
    var numbers = RichTextNumbers(bytes)
    numbers.written.reserveCapacity(bytes.count)
    numbers.run()
    return numbers.written
  }

  private mutating func run() {
    while offset < bytes.count {
      switch bytes[offset] {
      case Self.open: openGroup()
      case Self.close:
        if destinations.count > 1, destinations[destinations.count - 1].depth == depth {
          destinations.removeLast()
        }
        depth -= 1
        copy(1)
      case Self.backslash: readControl()
      case 0x0A, 0x0D: copy(1)
      default:
        showNumber()
        copy(1)
      }
    }
  }

  // MARK: Groups

  private mutating func openGroup() {
    let control = control(at: afterSpace(offset + 1))
    let isStarred = control.word.isEmpty && control.symbol == UInt8(ascii: "*")
    let name = isStarred ? self.control(at: afterSpace(control.end)).word : control.word
    if name.elementsEqual("listtext".utf8) || name.elementsEqual("pntext".utf8) {
      let end = endOfGroup(from: offset)
      if let number = number(in: bytes[offset..<end]) {
        destinations[destinations.count - 1].number = number
      }
      offset = end
      return
    }
    // Lists that are written out are hidden under a name that no program knows.
    if isStarred, Self.lists.contains(where: { name.elementsEqual($0.utf8) }) {
      written += Array(#"{\*\hidden"#.utf8)
      offset = self.control(at: afterSpace(control.end)).end
      depth += 1
      destinations.append(Destination(depth: depth))
      return
    }
    depth += 1
    if isStarred || Self.destinationNames.contains(where: { name.elementsEqual($0.utf8) }) {
      destinations.append(Destination(depth: depth))
    }
    copy(1)
  }

  /// The end of the group that begins at a place.
  private func endOfGroup(from start: Int) -> Int {
    var place = start
    var inner = 0
    while place < bytes.count {
      switch bytes[place] {
      case Self.open: inner += 1
      case Self.close: inner -= 1
      case Self.backslash: place += 1
      default: break
      }
      place += 1
      if inner == 0 { break }
    }
    return min(place, bytes.count)
  }

  // MARK: Controls

  private mutating func readControl() {
    let control = control(at: offset)
    if control.word.isEmpty {
      // `\'d2`, `\~` and `\{` are characters.
      if control.symbol != UInt8(ascii: "*") { showNumber() }
    } else if control.word.elementsEqual("ls".utf8) {
      // Without its list, LibreOffice would number the paragraph anew.
      written += Array(#"\ilvl0"#.utf8)
      if bytes[control.end - 1] == 0x20 { written.append(0x20) }
      offset = control.end
      return
    } else if control.word.elementsEqual("bin".utf8) {
      copy(control.end - offset + min(max(control.value, 0), bytes.count - control.end))
      return
    } else if Self.words.contains(where: { control.word.elementsEqual($0.utf8) }) {
      showNumber()
    }
    copy(control.end - offset)
  }

  /// A control: its letters, or its one symbol, its number, and where it ends.
  private struct Control {
    var word: ArraySlice<UInt8> = []
    var symbol: UInt8 = 0
    var value = 0
    var end: Int
  }

  private func control(at start: Int) -> Control {
    guard start + 1 < bytes.count, bytes[start] == Self.backslash else {
      return Control(end: min(start + 1, bytes.count))
    }
    var place = start + 1
    while place < bytes.count, Self.isLetter(bytes[place]) { place += 1 }
    if place == start + 1 {
      let length = bytes[place] == UInt8(ascii: "'") ? 4 : 2
      return Control(symbol: bytes[place], end: min(start + length, bytes.count))
    }
    var control = Control(word: bytes[start + 1..<place], end: place)
    var isNegative = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
      isNegative = true
      place += 1
    }
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
      control.value = min(control.value * 10 + Int(bytes[place] - 0x30), Int(Int32.max))
      place += 1
    }
    if isNegative { control.value = -control.value }
    if place < bytes.count, bytes[place] == 0x20 { place += 1 }
    control.end = place
    return control
  }

  // MARK: Numbers

  /// What is shown of a number, as a group; `nil` for a dot or an arrow, which says nothing.
  private func number(in group: ArraySlice<UInt8>) -> [UInt8]? {
    var shown: [UInt8] = []
    var characters = Characters()
    var place = group.startIndex + 1
    while place < group.endIndex - 1 {
      let byte = bytes[place]
      guard byte == Self.backslash else {
        if byte > 0x20 || byte == 0x20 && !characters.isEmpty { shown.append(byte) }
        if byte > 0x20, byte != Self.open, byte != Self.close {
          characters.add(saysNothing: Self.isLetter(byte))
        }
        place += 1
        continue
      }
      let control = control(at: place)
      let end = min(control.end, group.endIndex - 1)
      if control.word.isEmpty {
        if control.symbol == UInt8(ascii: "'") { characters.add(saysNothing: true) }
        if control.symbol != UInt8(ascii: "*") { shown += bytes[place..<end] }
      } else if control.word.elementsEqual("tab".utf8) {
        shown.append(0x20)
      } else if !Self.resets.contains(where: { control.word.elementsEqual($0.utf8) }) {
        shown += bytes[place..<end]
        if control.word.elementsEqual("uc".utf8) { characters.fallbacks = control.value }
        if control.word.elementsEqual("u".utf8) {
          let code = UInt32(UInt16(truncatingIfNeeded: control.value))
          characters.addUnicode(saysNothing: !Self.isWord(code))
        }
      }
      place = end
    }
    return characters.sayNothing ? nil : shown
  }

  /// The characters of a number, and whether they say anything.
  private struct Characters {
    /// How many characters follow one in Unicode for old programs.
    var fallbacks = 1
    private var count = 0
    private var passed = 0
    private var isLastEmpty = false

    var isEmpty: Bool { count == 0 }

    /// Whether there is one at most, and that one a letter of a symbol font.
    var sayNothing: Bool { count == 0 || count == 1 && isLastEmpty }

    mutating func add(saysNothing: Bool) {
      if passed > 0 {
        passed -= 1
      } else {
        count += 1
        isLastEmpty = saysNothing
      }
    }

    mutating func addUnicode(saysNothing: Bool) {
      passed = 0
      add(saysNothing: saysNothing)
      passed = fallbacks
    }
  }

  /// Whether a character is one of words: Chinese, a digit in a circle, a dash, full width.
  private static func isWord(_ code: UInt32) -> Bool {
    switch code {
    case 0x30...0x39, 0x2014, 0x2015, 0x2460...0x24FF, 0x3007, 0x3220...0x33FF, 0x4E00...0x9FFF,
      0xFF10...0xFF19:
      true
    default: false
    }
  }

  /// Writes the number of the paragraph in front of its first words.
  private mutating func showNumber() {
    let last = destinations.count - 1
    guard !destinations[last].number.isEmpty else { return }
    written.append(Self.open)
    written += destinations[last].number
    written.append(Self.close)
    destinations[last].number = []
  }

  // MARK: Bytes

  private mutating func copy(_ count: Int) {
    let end = min(offset + count, bytes.count)
    written += bytes[offset..<end]
    offset = end
  }

  private func afterSpace(_ start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { place += 1 }
    return place
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")
  private static let backslash = UInt8(ascii: "\\")

  private static let lists = ["listtable", "listoverridetable", "pn"]
  private static let resets = ["listtext", "pntext", "pard", "plain", "ls", "ilvl"]
  /// Controls that are characters, or end a paragraph or cell.
  private static let words = [
    "u", "par", "cell", "nestcell", "sect", "line", "tab", "emdash", "endash", "lquote", "rquote",
    "ldblquote", "rdblquote", "bullet", "emspace", "enspace", "qmspace",
  ]
  private static let destinationNames = [
    "pict", "footnote", "object", "nonshppict", "shptxt", "header", "headerl", "headerr", "headerf",
    "footer", "footerl", "footerr", "footerf", "xe", "tc", "info", "fonttbl", "colortbl",
    "stylesheet",
  ]
}
