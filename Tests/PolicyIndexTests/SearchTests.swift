import Testing

@testable import PolicyIndex

@Suite("searching by words")
struct SearchTests {
  private static let text = """
    云溪市市场主体登记办法
    （2022年3月1日云溪市人民政府令第9号公布）
    第一条　市场主体应当依照本办法办理登记。
    第二条　市人大代表可以监督登记工作。
    第三条　证人大多不到场的，登记机关应当另行通知，保存记录。
    第四条　违反本办法第一条规定的，由市市场监督管理局处一万元以上十万元以下的罚款。
    第五条　税务机关应当在十五日内核对。
    第六条　本办法自2022年5月1日起施行。

    """

  private func citations(_ words: String, texts: [String] = [text]) throws -> [String] {
    let test = try TestLibrary()
    for text in texts { try test.add(text) }
    var request = SearchRequest()
    request.words = words
    return try test.library.search(request, on: TestLibrary.today).hits.map(\.citation)
  }

  @Test("words side by side and words apart are both found, all of them asked for")
  func words() throws {
    #expect(try citations("市场主体 登记").first == "第一条")
    #expect(try citations("登记 监督") == ["第二条"])
    #expect(try citations("没有这样的词").isEmpty)
  }

  @Test("words that stand near each other come after those side by side, and are said to be loose")
  func near() throws {
    let text = """
      云溪市养犬办法
      第一条　犬只登记材料不全的，应当补正。
      第二条　养犬人应当自取得犬只之日起十日内申请登记，提交材料。
      第三条　携带犬只应当文明。主管部门可以委托物业服务企业核对信息、收集材料，按照规定在三日内办理登记。

      """
    let test = try TestLibrary()
    try test.add(text)
    var request = SearchRequest()
    request.words = "犬只登记材料"
    let hits = try test.library.search(request, on: TestLibrary.today).hits
    #expect(hits.map(\.citation) == ["第一条", "第二条"])
    #expect(hits.map(\.isLoose) == [false, true])
    request.words = "“犬只登记材料”"
    #expect(try test.library.search(request, on: TestLibrary.today).hits.count == 1)
  }

  @Test("a number in the words is asked for as much as they are")
  func numberInWords() throws {
    let text = """
      云溪市名录办法
      第一条　市教育局公布第1批名单。
      第二条　市教育局公布第2批名单。
      第三条　市教育局公布第3批名单。

      """
    #expect(try citations("第2批名单", texts: [text]) == ["第二条"])
  }

  @Test("a word comes before the same characters across two words")
  func wordBeforeCharacters() throws {
    #expect(try citations("人大") == ["第二条", "第三条"])
  }

  @Test("应当场 is 应 before 当场: it comes after 应当, and is not marked beside it")
  func modalBoundary() throws {
    let text = """
      云溪市核对办法
      第一条　申请人到场的，应当场核对。
      第二条　登记机关应当核对材料；能够立即办结的，应当场办结。
      第三条　登记机关应当前往核对。

      """
    let answer = try answer("应当", texts: [text])
    #expect(answer.hits.last?.citation == "第一条")
    let second = try #require(answer.hits.first { $0.citation == "第二条" })
    #expect(second.marks.count == 1)
    let third = try #require(answer.hits.first { $0.citation == "第三条" })
    #expect(third.marks.count == 1)
  }

  @Test("one character is found wherever it stands")
  func oneCharacter() throws {
    #expect(try citations("税") == ["第五条"])
    #expect(try citations("款") == ["第四条"])
  }

  @Test("quotes, OR, NOT and brackets")
  func operators() throws {
    #expect(try citations("“办理登记”") == ["第一条"])
    #expect(try citations("“登记办理”").isEmpty)
    #expect(Set(try citations("税务 OR 证人")) == ["第三条", "第五条"])
    #expect(try citations("登记 NOT (监督 OR 证人)") == ["第一条"])
    #expect(try citations("登记 -监督 -证人") == ["第一条"])
  }

  @Test("a question that is not closed is refused in Chinese")
  func refused() throws {
    for words in ["“登记", "(登记", "登记)", "NOT 登记"] {
      #expect(throws: LibraryError.self) { try TextQuery(words) }
    }
  }

  @Test("a provision is found by its citation, by any way of writing it")
  func citation() throws {
    for words in [
      "市场主体登记办法第五条", "云溪市市场主体登记办法 第五条", "《云溪市市场主体登记办法》第五条", "云溪市市场主体登记办法5条",
    ] {
      #expect(try citations(words) == ["第五条"], "\(words)")
    }
  }

  private static let register = """
    中华人民共和国云溪湖登记法
    （2022年3月1日第十届云溪湖人民代表大会第五次会议通过）
    第一条　登记应当公开。
    登记机关应当核对材料：
    （一）身份证明；
    （二）住所证明。
    第二条　本法自2022年5月1日起施行。

    """

  private func answer(_ words: String, texts: [String]) throws -> SearchAnswer {
    let test = try TestLibrary()
    for text in texts { try test.add(text) }
    var request = SearchRequest()
    request.words = words
    return try test.library.search(request, on: TestLibrary.today)
  }

  @Test("an item that is cited is marked in its article, with its own citation")
  func citedItem() throws {
    let answer = try answer("云溪湖登记法第一条第二款第二项", texts: [Self.register])
    let hit = try #require(answer.hits.first)
    #expect(hit.citation == "第一条第二款第（二）项")
    let scalars = Array(hit.text.unicodeScalars)
    #expect(hit.marks.map { String(String.UnicodeScalarView(scalars[$0])) } == ["（二）住所证明。"])
    #expect(answer.notice == nil)
  }

  @Test("a unit that a law does not have is said to be missing, and nothing else is offered for it")
  func missingUnit() throws {
    let none = try answer("云溪湖登记法第九条", texts: [Self.register])
    #expect(none.notice == "《中华人民共和国云溪湖登记法》（#1）中没有第九条。")
    #expect(none.hits.isEmpty)
    let paragraph = try answer("云溪湖登记法第二条第三款", texts: [Self.register])
    #expect(paragraph.notice == "《中华人民共和国云溪湖登记法》（#1）中没有第二条第三款，以下是它所在的条。")
    #expect(paragraph.hits.map(\.citation) == ["第二条"])
  }

  @Test("for a law that the library lacks, what cites that very unit is found, and it is said")
  func citingUnit() throws {
    let citing = """
      云溪市湖泊办法
      第一条　根据《云溪山林法》第五条制定本办法。
      第二条　违反《云溪山林法》第六条第一款的，依照其规定处理。

      """
    let found = try answer("云溪山林法第六条第一款", texts: [citing])
    #expect(found.hits.map(\.citation) == ["第二条"])
    #expect(found.notice == "库中没有名为《云溪山林法》的文件。以下是引用它的第六条第一款的条文。")
    let none = try answer("云溪山林法第六十条", texts: [citing])
    #expect(none.hits.isEmpty)
    #expect(none.notice == "库中没有名为《云溪山林法》的文件，也没有条文引用它的第六十条。")
  }

  @Test("the name of a law and words find the words in that law, where nothing holds both")
  func wordsWithinLaw() throws {
    let answer = try answer("云溪湖登记法 住所证明", texts: [Self.register, Self.text])
    #expect(answer.hits.map(\.citation) == ["第一条"])
    #expect(answer.notice == "在《中华人民共和国云溪湖登记法》中找“住所证明”。")
    #expect(answer.closeness == .exact)
  }

  @Test("a law is found by a short name that only it can have")
  func shortName() throws {
    let answer = try answer("云登法第一条第一款", texts: [Self.register])
    #expect(answer.hits.map(\.citation) == ["第一条第一款"])
    #expect(answer.notice == "“云登法”按简称理解为《中华人民共和国云溪湖登记法》。")
  }

  @Test("the number of a provision is never taken apart")
  func numberOfProvision() throws {
    let term = TextQuery.Term(scalars: Array("违反法第一千二百五十九条之一规定".unicodeScalars), isQuoted: false)
    let words = MatchExpression.words(of: term).map { String(String.UnicodeScalarView($0)) }
    #expect(words.contains("第一千二百五十九条之一"))
  }

  @Test(
    "paragraphs and items of a hit are told apart, the first paragraph stands beside the number")
  func breaks() throws {
    let hit = try #require(
      try answer("云溪湖登记法第一条", texts: [Self.register]).hits.first)
    let scalars = Array(hit.text.unicodeScalars)
    #expect(
      hit.breaks.map { String(String.UnicodeScalarView(scalars[$0..<$0 + 3])) }
        == ["登记机", "（一）", "（二）"])
  }

  @Test("spaces, line breaks and page numbers within words hide nothing")
  func layout() throws {
    let text = """
      云溪市校车办法
      第一条　学校应当建立安全
      — 3 —
      管理制度，每 学 期检查一次。

      """
    #expect(try citations("安全管理制度", texts: [text]) == ["第一条"])
    #expect(try citations("每学期检查", texts: [text]) == ["第一条"])
  }

  @Test("marks stand on the words that were asked for")
  func marks() throws {
    let test = try TestLibrary()
    try test.add(Self.text)
    var request = SearchRequest()
    request.words = "登记机关"
    let hit = try #require(try test.library.search(request, on: TestLibrary.today).hits.first)
    let scalars = Array(hit.text.unicodeScalars)
    #expect(hit.marks.map { String(String.UnicodeScalarView(scalars[$0])) } == ["登记机关"])
  }

  @Test("numbers and limits of time filter duties, ranges by either end")
  func numbers() throws {
    let test = try TestLibrary()
    try test.add(Self.text)
    func found(_ change: (inout SearchRequest) throws -> Void) throws -> [String] {
      var request = SearchRequest()
      try change(&request)
      return try test.library.search(request, on: TestLibrary.today).hits.map(\.citation)
    }
    #expect(try found { $0.duties.quantities = [try QuantityCondition("罚款>=100000元")] } == ["第四条"])
    #expect(try found { $0.duties.quantities = [try QuantityCondition("罚款>10万元")] }.isEmpty)
    #expect(try found { $0.duties.quantities = [try QuantityCondition("补贴>=1元")] }.isEmpty)
    #expect(try found { $0.duties.deadlines = [try QuantityCondition("<=15日")] } == ["第五条"])
    #expect(try found { $0.duties.deadlines = [try QuantityCondition("<15日")] }.isEmpty)
    #expect(throws: LibraryError.self) { try QuantityCondition("很多") }
    #expect(throws: LibraryError.self) { try QuantityCondition("十五日") }
    #expect(try QuantityCondition("十五日内") == QuantityCondition("<=15日"))
    #expect(try QuantityCondition("80%以上") == QuantityCondition(">=80%"))
  }

  @Test("old versions are left out and said, and found for their day")
  func oldVersions() throws {
    let newer = Self.text.replacing("2022年3月1日", with: "2024年3月1日")
      .replacing("2022年5月1日", with: "2024年5月1日").replacing("令第9号", with: "令第2号")
      .replacing("十五日", with: "十日")
    let test = try TestLibrary()
    try test.add(Self.text)
    try test.add(newer)
    var request = SearchRequest()
    request.words = "税务机关"
    let now = try test.library.search(request, on: TestLibrary.today)
    #expect(now.hits.map(\.document.id) == [2])
    #expect(now.oldVersions == 1)
    request.documents.asOf = CalendarDay("2023-01-01")
    let then = try test.library.search(request, on: CalendarDay(number: 20_230_101))
    #expect(then.hits.map(\.document.id) == [1])
    request.documents.asOf = CalendarDay("2021-01-01")
    #expect(try test.library.search(request, on: CalendarDay(number: 20_210_101)).hits.isEmpty)
  }
}
