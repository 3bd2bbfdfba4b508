import PolicyLexicons
import PolicyText

/// Takes a title block apart, line by line.
struct PrefaceReader {
  let reader: MetadataReader
  let reading: ReadingText

  private var scalars: [Unicode.Scalar] { reading.scalars }

  /// What a piece of a title block is.
  private enum Piece {
    case words(Range<Int>)
    case note(Range<Int>)
    case number(DocumentNumberReader.Match)
  }

  func read(_ lines: [Range<Int>]) -> Preface {
    var preface = Preface()
    var pieces: [Piece] = []
    for line in lines { appendPieces(of: line, to: &pieces) }
    join(&pieces)
    let last = lastTitlePiece(in: pieces)
    var words: [(index: Int, range: Range<Int>)] = []
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .words(let range): words.append((index, range))
      case .note(let range): preface.notes.append(range)
      case .number(let match): if preface.number == nil { preface.number = match }
      }
    }
    guard var last else {
      // An order has no other title than its name: 国家智能配送管理局令.
      if let number = preface.number, number.isOrder(in: scalars) { preface.title = [number.code] }
      return preface
    }
    // The title runs back over whole lines to what is no title: a number, a note, the mark above.
    var first = last
    while first > 0, case .words(let above) = pieces[first - 1],
      carriesOn(above, pieces[first], to: pieces[last])
    {
      first -= 1
    }
    // （2025—2027年） on a line below.
    while last + 1 < pieces.count, case .words(let below) = pieces[last + 1], isSuffix(below) {
      last += 1
    }
    for (index, range) in words {
      if (first...last).contains(index) {
        preface.title.append(range)
      } else if index < first {
        preface.marks.append(range)
      } else {
        preface.trailers.append(range)
      }
    }
    takeNumberFromTitle(&preface)
    if preface.number == nil { takeNumberFromNotes(&preface) }
    return preface
  }

  // MARK: Pieces

  /// Cuts a line at its document number and at the brackets of a 题注.
  private func appendPieces(of line: Range<Int>, to pieces: inout [Piece]) {
    let wasInNote: Bool
    if case .note(let note)? = pieces.last { wasInNote = isOpen(note) } else { wasInNote = false }
    if wasInNote {
      let close = line.first { scalars[$0] == "）" }.map { $0 + 1 } ?? line.upperBound
      if case .note(let note)? = pieces.popLast() { pieces.append(.note(note.lowerBound..<close)) }
      if close < line.upperBound { appendPieces(of: close..<line.upperBound, to: &pieces) }
      return
    }
    if isDateLine(line) {
      pieces.append(.note(line))
      return
    }
    var offset = line.lowerBound
    while offset < line.upperBound {
      if scalars[offset] == "（", let close = noteEnd(from: offset, to: line.upperBound) {
        if offset > line.lowerBound { pieces.append(.words(line.lowerBound..<offset)) }
        pieces.append(.note(offset..<close))
        if close < line.upperBound { appendPieces(of: close..<line.upperBound, to: &pieces) }
        return
      }
      if scalars[offset] == "《" {
        offset = QuotedTitle.end(in: scalars, from: offset, to: line.upperBound) ?? offset + 1
        continue
      }
      if DocumentNumberReader.isMark(scalars[offset]),
        let match = reader.numbers.number(in: scalars, at: offset, within: line),
        !isWithinBrackets(match.range, of: line)
      {
        if match.range.lowerBound > line.lowerBound {
          pieces.append(.words(line.lowerBound..<match.range.lowerBound))
        }
        pieces.append(.number(match))
        if match.range.upperBound < line.upperBound {
          appendPieces(of: match.range.upperBound..<line.upperBound, to: &pieces)
        }
        return
      }
      offset += 1
    }
    pieces.append(bareNumber(line).map { .number($0) } ?? .words(line))
  }

  private func isOpen(_ note: Range<Int>) -> Bool {
    guard scalars[note.lowerBound] == "（" else { return false }
    var depth = 0
    for offset in note {
      if scalars[offset] == "（" { depth += 1 }
      if scalars[offset] == "）" { depth -= 1 }
    }
    return depth > 0
  }

  /// 2016年12月25日 第十二届…通过: a line that begins with a day.
  private func isDateLine(_ line: Range<Int>) -> Bool {
    guard let date = DateReader.date(in: scalars, from: line.lowerBound, to: line.upperBound) else {
      return false
    }
    // A title may begin with a month: 2023年3月安排.
    return date.iso.count == 10
  }

  /// The end of brackets that tell of adoption or give a date.
  private func noteEnd(from open: Int, to limit: Int) -> Int? {
    var depth = 0
    var offset = open
    var tells = false
    while offset < limit {
      if scalars[offset] == "（" { depth += 1 }
      if scalars[offset] == "）" {
        depth -= 1
        if depth == 0 { return tells ? offset + 1 : nil }
      }
      // Years alone say what a plan is for: （2025—2027年）.
      if !tells, let date = DateReader.date(in: scalars, from: offset, to: limit),
        date.iso.count >= 7, !date.iso.contains("/")
      {
        tells = true
      }
      offset += 1
    }
    // Brackets of several lines: the next line carries on.
    return tells ? limit : nil
  }

  private func isWithinBrackets(_ range: Range<Int>, of line: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    return before >= line.lowerBound && scalars[before] == "（"
      && range.upperBound < line.upperBound && scalars[range.upperBound] == "）"
  }

  /// 第737号, and 武院委202028: a number that a converter robbed of its brackets.
  private func bareNumber(_ line: Range<Int>) -> DocumentNumberReader.Match? {
    var start = line.lowerBound
    var stated: Int?
    // 2024年第11号.
    if let number = ChineseNumeral.integer(in: scalars, from: start, to: line.upperBound),
      (1949...2100).contains(number.value), number.end < line.upperBound,
      scalars[number.end] == "年"
    {
      stated = number.value
      start = number.end + 1
    }
    if start < line.upperBound, scalars[start] == "第", let last = line.last, scalars[last] == "号",
      let number = ChineseNumeral.integer(in: scalars, from: start + 1, to: last),
      number.end == last
    {
      return DocumentNumberReader.Match(
        range: line, code: line.lowerBound..<line.lowerBound, year: stated, number: number.value)
    }
    guard line.count <= 24 else { return nil }
    guard let digits = line.first(where: { isWordCharacter(scalars[$0]) }),
      digits > line.lowerBound,
      digits - line.lowerBound <= 10
    else { return nil }
    var end = line.upperBound
    if scalars[end - 1] == "号" { end -= 1 }
    let run = digits..<end
    guard run.count >= 5, run.count <= 9, run.allSatisfy({ ("0"..."9").contains(scalars[$0]) }),
      let year = ChineseNumeral.integer(in: scalars, from: digits, to: digits + 4),
      (1949...2100).contains(year.value),
      let serial = ChineseNumeral.integer(in: scalars, from: digits + 4, to: end)
    else { return nil }
    return DocumentNumberReader.Match(
      range: line, code: line.lowerBound..<digits, year: year.value, number: serial.value)
  }

  /// Puts 国务院令 and 第737号 of the next line together, and a code and the brackets after it.
  private func join(_ pieces: inout [Piece]) {
    var index = 1
    while index < pieces.count {
      if case .number(var match) = pieces[index], case .words(let above) = pieces[index - 1],
        match.code.isEmpty, let last = above.last, scalars[last] == "令" || scalars[last] == "告",
        !hasTopic(Array(scalars[above]))
      {
        match.code = above
        match.range = above.lowerBound..<match.range.upperBound
        pieces[index - 1] = .number(match)
        pieces.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  // MARK: Title

  /// The last piece that ends as titles do; else the longest words there are.
  private func lastTitlePiece(in pieces: [Piece]) -> Int? {
    var longest: Int?
    for (index, piece) in pieces.enumerated().reversed() {
      // （此件公开发布） is no title; （2025—2027年）》的通知 ends one.
      guard case .words(let range) = piece, !LineFacts.isBracketed(range, in: scalars) else {
        continue
      }
      var words = Array(scalars[range])
      while let open = Preface.openingOfSuffix(in: words) { words.removeSubrange(open...) }
      while let last = words.last, last == "》" || last == "”" { words.removeLast() }
      if reader.types.longest(in: words, endingAt: words.count, from: 0) != nil, words.count > 1 {
        return index
      }
      if let best = longest, case .words(let other) = pieces[best], other.count >= range.count {
        continue
      }
      longest = index
    }
    if let longest { return longest }
    // An order's number takes its name along: 国务院令第737号.
    return nil
  }

  /// Whether the line above a line of the title belongs to the title.
  ///
  /// `last`: the line that the title ends on.
  private func carriesOn(_ above: Range<Int>, _ below: Piece, to last: Piece) -> Bool {
    let words = Array(scalars[above])
    guard let mark = words.last else { return false }
    if mark == "文" || mark == "件" { if words.suffix(2).elementsEqual(["文", "件"]) { return false } }
    if words.count <= 8, words.contains("急") || words.contains("密") || words.contains("★") {
      return false
    }
    // （此件公开发布） is none of the title's words, nor is what an order says and who signs it.
    if LineFacts.isBracketed(above, in: scalars) || LineFacts.endsSentence(above, in: scalars) {
      return false
    }
    if endsWithDay(above) { return false }
    guard case .words(let below) = below else { return true }
    // Names of organs stand above a title that names its place itself; they carry on to 关于….
    if reader.organEndings.longest(in: words, endingAt: words.count, from: 0) != nil,
      case .words(let end) = last, !hasTopic(Array(scalars[end])), words.count > 5,
      scalars[end].starts(with: words.prefix(3))
    {
      return false
    }
    guard reader.types.longest(in: words, endingAt: words.count, from: 0) != nil else {
      return true
    }
    // A line that is a title by itself stands above another one: that of a page, or of an order.
    let isTopical = hasTopic(words)
    if isTopical && hasTopic(Array(scalars[below])) { return false }
    return isTopical || !isRule(below)
  }

  /// （2025—2027年）: whether brackets on a line of their own are the years that the plan above is for.
  private func isSuffix(_ line: Range<Int>) -> Bool {
    guard line.count > 3, line.count <= 16, LineFacts.isBracketed(line, in: scalars) else {
      return false
    }
    let inner = line.lowerBound + 1..<line.upperBound - 1
    return scalars[inner.upperBound - 1] == "年"
      && inner.dropLast().allSatisfy { offset in
        switch scalars[offset] {
        case "0"..."9", "—", "-", "–", "－", "~", "～", "至", "年": true
        default: false
        }
      }
  }

  private func endsWithDay(_ line: Range<Int>) -> Bool {
    DateReader.dates(in: scalars, range: line).last.map {
      $0.iso.count == 10 && $0.range.upperBound == line.upperBound
    } ?? false
  }

  private func hasTopic(_ words: [Unicode.Scalar]) -> Bool {
    words.indices.contains {
      reader.beginsTopic(in: words, at: $0, to: words.count)
    }
  }

  /// Whether a line ends as the titles of instruments with articles do: 条例, 办法.
  private func isRule(_ line: Range<Int>) -> Bool {
    guard
      let type = reader.types.longest(
        in: scalars, endingAt: line.upperBound, from: line.lowerBound)
    else { return false }
    return AuthorityLevel.rules.contains(reader.typeNames[type.row])
  }

  /// …条例（国务院令第737号）: a number in brackets at the end is no part of the title.
  private func takeNumberFromTitle(_ preface: inout Preface) {
    guard let last = preface.title.last, scalars[last.upperBound - 1] == "）" else { return }
    let words = Array(scalars[last])
    guard let open = Preface.openingOfSuffix(in: words) else { return }
    let inner = last.lowerBound + open + 1..<last.upperBound - 1
    for offset in inner where DocumentNumberReader.isMark(scalars[offset]) {
      guard let match = reader.numbers.number(in: scalars, at: offset, within: inner) else {
        continue
      }
      if preface.number == nil { preface.number = match }
      preface.title[preface.title.count - 1] = last.lowerBound..<last.lowerBound + open
      return
    }
  }

  /// （2018年10月1日云溪市人民政府令第86号公布）.
  private func takeNumberFromNotes(_ preface: inout Preface) {
    for note in preface.notes {
      for offset in note
      where DocumentNumberReader.isMark(scalars[offset]) && scalars[offset] != "（" {
        guard let match = reader.numbers.number(in: scalars, at: offset, within: note) else {
          continue
        }
        preface.number = match
        return
      }
    }
  }
}
