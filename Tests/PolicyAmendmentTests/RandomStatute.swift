import PolicyTestSupport

/// A regulation made up from a seed, which can be revised at random; references follow their articles.
struct RandomStatute {
  private struct Item {
    var words: String
  }

  private struct Paragraph {
    var words: String
    var items: [Item] = []
    /// The article that it refers to.
    var reference: Int?
  }

  private struct Article {
    var id: Int
    var paragraphs: [Paragraph]
  }

  private struct Chapter {
    var title: String
    var articles: [Article]
  }

  private var title: String
  private var chapters: [Chapter] = []
  private var nextID = 0
  private let words = RandomWords()

  init(using random: inout some RandomNumberGenerator) {
    title = "云溪市\(words.topic(&random))条例"
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      var chapter = Chapter(title: words.topic(&random), articles: [])
      for _ in 0..<Int.random(in: 2...6, using: &random) {
        chapter.articles.append(article(&random))
      }
      chapters.append(chapter)
    }
  }

  private mutating func article(_ random: inout some RandomNumberGenerator) -> Article {
    nextID += 1
    let count =
      Int.random(in: 0...4, using: &random) < 3 ? 1 : Int.random(in: 2...3, using: &random)
    return Article(id: nextID, paragraphs: (0..<count).map { _ in paragraph(&random) })
  }

  private func paragraph(_ random: inout some RandomNumberGenerator) -> Paragraph {
    if Int.random(in: 0...3, using: &random) == 0 {
      return Paragraph(
        words: "\(words.subject(&random))应当遵守下列规定：",
        items: (0..<Int.random(in: 2...5, using: &random)).map { _ in
          Item(words: words.predicate(&random) + words.predicate(&random))
        })
    }
    var paragraph = Paragraph(words: words.sentence(&random) + words.sentence(&random))
    if Int.random(in: 0...4, using: &random) == 0 {
      paragraph.reference =
        chapters.randomElement(using: &random)?.articles
        .randomElement(using: &random)?.id
    }
    return paragraph
  }

  /// Changes some of its articles.
  mutating func revise(using random: inout some RandomNumberGenerator) {
    for chapter in chapters.indices {
      if Int.random(in: 0...7, using: &random) == 0 {
        chapters[chapter].title = words.topic(&random)
      }
      var articles: [Article] = []
      for article in chapters[chapter].articles {
        var revised = article
        switch Int.random(in: 0...11, using: &random) {
        case 0: articles.append(self.article(&random))
        case 1 where chapters[chapter].articles.count > 2: continue
        case 2:
          revised.paragraphs[0].words = words.sentence(&random) + words.sentence(&random)
          revised.paragraphs[0].items = []
        case 3: revised.paragraphs.append(paragraph(&random))
        case 4: revised.paragraphs.insert(paragraph(&random), at: 0)
        case 5 where revised.paragraphs.count > 1: revised.paragraphs.removeLast()
        case 6:
          let index = revised.paragraphs.indices.randomElement(using: &random) ?? 0
          reviseItems(&revised.paragraphs[index], &random)
        default: break
        }
        articles.append(revised)
      }
      chapters[chapter].articles = articles
    }
  }

  private func reviseItems(
    _ paragraph: inout Paragraph, _ random: inout some RandomNumberGenerator
  ) {
    guard paragraph.items.count > 2 else {
      paragraph.words = paragraph.words.replacing("应当", with: "可以")
      return
    }
    let place = Int.random(in: 0..<paragraph.items.count, using: &random)
    switch Int.random(in: 0...2, using: &random) {
    case 0: paragraph.items.remove(at: place)
    case 1: paragraph.items.insert(Item(words: words.predicate(&random) + "等"), at: place)
    default: paragraph.items[place].words = words.predicate(&random) + words.predicate(&random)
    }
  }

  /// The text, a paragraph a line.
  var text: String {
    var numbers: [Int: Int] = [:]
    for article in chapters.flatMap(\.articles) { numbers[article.id] = numbers.count + 1 }
    var lines = [title]
    for (place, chapter) in chapters.enumerated() {
      lines.append("第\(chineseNumber(place + 1))章　\(chapter.title)")
      for article in chapter.articles {
        for (index, paragraph) in article.paragraphs.enumerated() {
          var line = paragraph.words
          if let number = paragraph.reference.flatMap({ numbers[$0] }) {
            line += "依照本条例第\(chineseNumber(number))条的规定办理。"
          }
          if index == 0 { line = "第\(chineseNumber(numbers[article.id] ?? 1))条　" + line }
          lines.append(line)
          for (item, words) in paragraph.items.enumerated() {
            let mark = item + 1 == paragraph.items.count ? "。" : "；"
            lines.append("（\(chineseNumber(item + 1))）\(words.words)\(mark)")
          }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
