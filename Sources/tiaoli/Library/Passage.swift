/// Words of a text on a screen, with those that were asked for marked: coloured, or in 【】.
///
/// Paragraphs and items begin a line of their own. No line begins with a mark that closes something, as
/// Chinese is printed. A long passage is shown around its first mark.
///
/// Source: GB/T 15834-2011, 5.1 (标点符号 that do not stand at the beginning of a line).
struct Passage {
  private let scalars: [Unicode.Scalar]
  private let marks: [Range<Int>]
  private let breaks: Set<Int>
  private let terminal: Terminal
  /// How many characters of a long passage are shown.
  private static let longest = 400
  private static let indent = "   "

  /// A passage; `marks` and `breaks` are counted in scalars.
  init(_ text: String, marks: [Range<Int>], breaks: [Int] = [], on terminal: Terminal) {
    scalars = Array(text.unicodeScalars)
    self.marks = marks
    self.breaks = Set(breaks)
    self.terminal = terminal
  }

  /// The passage in lines that fit the screen.
  var lines: [String] {
    written(shown(Self.longest), width: max(20, terminal.width - 4)).map { Self.indent + $0 }
  }

  /// About half a screen's width of it, in one line.
  var line: String {
    written(shown(max(30, terminal.width / 2 - 14)), width: .max).joined()
  }

  /// The part that is shown, which begins with a sentence where one is near.
  private func shown(_ longest: Int) -> Range<Int> {
    guard scalars.count > longest else { return scalars.indices }
    let first = marks.first?.lowerBound ?? 0
    var start = max(0, min(first - longest / 4, scalars.count - longest))
    while start > 0, start > first - longest / 2, !Self.ends.contains(scalars[start - 1]) {
      start -= 1
    }
    return start..<min(scalars.count, start + longest)
  }

  private func written(_ range: Range<Int>, width: Int) -> [String] {
    let marks = marks.filter {
      $0.lowerBound < range.upperBound && $0.upperBound > range.lowerBound
    }
    var lines: [String] = []
    var line = range.lowerBound > 0 ? "……" : ""
    var used = line.displayWidth
    var isMarked = false
    var next = 0
    func endLine() {
      if isMarked, terminal.isColoured { line += Self.plain }
      lines.append(line)
      line = isMarked && terminal.isColoured ? Self.red : ""
      used = 0
    }
    for index in range {
      let isFull = used >= width && !Self.closing.contains(scalars[index])
      if used > 0, isFull || (width < .max && breaks.contains(index)) { endLine() }
      if !isMarked, next < marks.count, marks[next].contains(index) {
        line += terminal.isColoured ? Self.red : "【"
        isMarked = true
      }
      line.unicodeScalars.append(scalars[index])
      used += scalars[index].displayWidth
      if isMarked, marks[next].upperBound == index + 1 {
        line += terminal.isColoured ? Self.plain : "】"
        isMarked = false
        next += 1
      }
    }
    if isMarked { line += terminal.isColoured ? Self.plain : "】" }
    if range.upperBound < scalars.count { line += "……" }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static let red = "\u{1B}[1;31m"
  private static let plain = "\u{1B}[0m"
  private static let ends: Set<Unicode.Scalar> = ["。", "；", "："]
  private static let closing: Set<Unicode.Scalar> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "】", "〕", "”", "’", "」", ")", ",", ";", ".",
  ]
}
