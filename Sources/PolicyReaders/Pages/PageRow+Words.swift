extension PageRow {
  /// Whether its words follow each other without a gap that parts columns: a number and its words may
  /// stand two or three characters apart (第一条　　…).
  var isRunning: Bool {
    segments.count == 1
      || segments.count == 2 && segments[1].left - segments[0].right < size * 2.6
        && segments[0].words.count <= 8
  }

  /// Whether it ends as a sentence or its part does.
  var endsSentence: Bool {
    switch words.last {
    case "。", "；", "：", "！", "？", "”", "）": true
    default: false
    }
  }

  /// Whether it begins as a numbered unit does: 第, （一）, 1., 一、.
  var beginsWithNumber: Bool {
    let head = segments.first?.words.prefix(5) ?? []
    guard let first = head.first, head.count > 2 else { return false }
    if first == "第" || first == "（" || first == "(" { return Self.isNumeral(head[1]) }
    let mark = head.prefix(4).first { !Self.isNumeral($0) }
    return Self.isNumeral(first) && (mark == "、" || mark == "." || mark == "．")
  }

  /// Whether it begins with the number of a chapter or article that is set off by a space, as no
  /// reference is (第五条　…).
  var beginsWithUnit: Bool {
    let words = words.prefix(12)
    guard words.first == "第", let end = words.firstIndex(where: Self.isUnit), end > 1 else {
      return false
    }
    let next = words.index(after: end)
    return words[1..<end].allSatisfy { Self.isNumeral($0) || $0 == "百" || $0 == "零" || $0 == " " }
      && next < words.endIndex && (words[next] == " " || words[next] == "　")
  }

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "编", "章", "节", "条": true
    default: false
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "①"..."⑳", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }
}
