import PolicyText

/// 修改决定的各项: the instructions of a draft, with articles that go or come one after the other in one line:
/// 删去第五条、第六条; 增加二条，作为第七条、第八条.
struct DraftLines {
  /// What the last line is about, while more may join it.
  private enum Open {
    case deleted([[Int]])
    case inserted(chapter: String, articles: [(values: [Int], lines: [String])])
  }

  private var done: [String]
  private var open: Open?

  /// The lines, some of which come first.
  init(_ lines: [String]) { done = lines }

  /// All lines.
  var all: [String] {
    var lines = self
    lines.close()
    return lines.done
  }

  /// Adds a line as it is.
  mutating func add(_ line: String) {
    close()
    done.append(line)
  }

  /// 删去第六条.
  mutating func delete(_ values: [Int]) {
    if case .deleted(let before) = open {
      open = .deleted(before + [values])
    } else {
      close()
      open = .deleted([values])
    }
  }

  /// 增加一条，作为第七条, in a chapter where that has to be said; headings come one by one.
  mutating func insert(
    _ values: [Int], _ lines: [String], in chapter: String, isHeading: Bool
  ) {
    if !isHeading, case .inserted(chapter, let before) = open, let last = before.last,
      last.values.count == 1, values == [last.values[0] + 1]
    {
      open = .inserted(chapter: chapter, articles: before + [(values, lines)])
    } else {
      close()
      open = .inserted(chapter: chapter, articles: [(values, lines)])
      if isHeading { close() }
    }
  }

  private mutating func close() {
    switch open {
    case .deleted(let articles): done.append("删去\(Self.list(articles))。")
    case .inserted(let chapter, let articles):
      let count = ChineseNumeral.words(for: articles.count)
      let head = "\(chapter)增加\(count)条，作为\(Self.list(articles.map(\.values)))："
      guard articles.count > 1 else {
        done.append(head + DraftQuotation.lines(articles[0].lines))
        break
      }
      let lines = articles.flatMap { article in
        [ArticleFormulas.citation(article.values) + "　" + (article.lines.first ?? "")]
          + article.lines.dropFirst()
      }
      done.append(head + "\n" + DraftQuotation.lines(lines))
    case nil: break
    }
    open = nil
  }

  /// 第五条、第六条; 第五条至第八条.
  private static func list(_ articles: [[Int]]) -> String {
    var parts: [String] = []
    var start = 0
    while start < articles.count {
      var end = start
      while end + 1 < articles.count, articles[end].count == 1,
        articles[end + 1] == [articles[end][0] + 1]
      {
        end += 1
      }
      if end - start >= 2 {
        parts.append(
          ArticleFormulas.citation(articles[start]) + "至" + ArticleFormulas.citation(articles[end]))
      } else {
        parts += articles[start...end].map(ArticleFormulas.citation)
      }
      start = end + 1
    }
    return parts.joined(separator: "、")
  }
}
