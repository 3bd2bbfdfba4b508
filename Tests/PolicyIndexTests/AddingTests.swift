import Testing

@testable import PolicyIndex

@Suite("adding to a library")
struct AddingTests {
  private func bicycle(_ note: String, _ days: Int, effect: String) -> String {
    """
    云溪市共享单车管理办法
    （\(note)）
    第一条　市交通运输局应当在\(days)日内公布停放区域。
    第二条　运营企业不得在人行道上投放车辆。
    第三条　本办法自\(effect)起施行。

    """
  }

  @Test("the same bytes again change nothing")
  func sameAgain() throws {
    let test = try TestLibrary()
    let text = bicycle("2019年3月1日云溪市人民政府令第5号公布", 15, effect: "2019年5月1日")
    #expect(try test.add(text).map(\.result) == [.added])
    let before = try test.documents().map(\.id)
    #expect(try test.add(text).map(\.result) == [.unchanged])
    #expect(try test.documents().map(\.id) == before)
  }

  @Test("the same words in another layout are no new document")
  func sameWords() throws {
    let test = try TestLibrary()
    let text = bicycle("2019年3月1日云溪市人民政府令第5号公布", 15, effect: "2019年5月1日")
    try test.add(text)
    let spaced = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n\n")
    #expect(try test.add(spaced).map(\.result) == [.repeated([1])])
    #expect(try test.documents().count == 1)
  }

  @Test("a later text of the same rule joins its work, and the earlier one is amended")
  func newVersion() throws {
    let test = try TestLibrary()
    try test.add(bicycle("2019年3月1日云溪市人民政府令第5号公布", 15, effect: "2019年5月1日"))
    let outcome = try test.add(
      bicycle("2022年3月1日云溪市人民政府令第9号公布", 10, effect: "2022年5月1日"))
    #expect(outcome[0].documents[0].isVersion)
    let documents = try test.documents()
    #expect(Set(documents.map(\.work)).count == 1)
    #expect(documents.map(\.validity.state) == [.amended, .inForce])
  }

  private func notice(_ year: Int, number: String) -> String {
    """
    云溪市教育局关于做好中小学招生工作的通知
    \(number)
    各学校：
    一、各学校应当在6月10日前报送计划。
    云溪市教育局
    \(year)年3月1日

    """
  }

  @Test(
    "a notice of the same title stays apart; the doubt is said where no numbers tell them apart")
  func noticeOfAnotherYear() throws {
    let test = try TestLibrary()
    try test.add(notice(2021, number: ""))
    let outcome = try test.add(notice(2022, number: ""))
    #expect(outcome[0].documents[0].doubt?.contains("#1") == true)
    #expect(Set(try test.documents().map(\.work)).count == 2)
    let numbered = try TestLibrary()
    try numbered.add(notice(2021, number: "云教〔2021〕3号"))
    let other = try numbered.add(notice(2022, number: "云教〔2022〕3号"))
    #expect(other[0].documents[0].doubt == nil)
    #expect(Set(try numbered.documents().map(\.work)).count == 2)
  }

  @Test("a document that a page prints twice is one, and is found once")
  func printedTwice() throws {
    let text = notice(2021, number: "云教〔2021〕3号")
    let test = try TestLibrary()
    let outcome = try test.add(text + "\n" + text.replacing("报送计划。", with: "报送 招生计划。"))
    #expect(outcome[0].documents.count == 2)
    #expect(outcome[0].documents.last?.copyOf == 1)
    #expect(Set(try test.documents().map(\.work)).count == 1)
    var request = SearchRequest()
    request.words = "报送"
    #expect(try test.library.search(request, on: TestLibrary.today).hits.count == 1)
  }

  @Test("a file that was changed in its place replaces what it gave, under the same number")
  func changedFile() throws {
    let test = try TestLibrary()
    let note = "2019年3月1日云溪市人民政府令第5号公布"
    try test.add(bicycle(note, 15, effect: "2019年5月1日"), names: ["办法.txt"])
    let outcome = try test.add(bicycle(note, 20, effect: "2019年5月1日"), names: ["办法.txt"])
    #expect(outcome[0].result == .updated)
    #expect(outcome[0].documents.map(\.id) == [1])
    #expect(try test.library.words(of: 1, citation: "第一条")?.contains("20日") == true)
  }

  @Test("what is removed leaves nothing behind")
  func removal() throws {
    let test = try TestLibrary()
    try test.add(bicycle("2019年3月1日云溪市人民政府令第5号公布", 15, effect: "2019年5月1日"))
    #expect(try test.library.remove([1, 7]) == [1])
    let counts = try test.library.counts()
    #expect(counts.documents == 0)
    #expect(counts.sources == 0)
    #expect(counts.works == 0)
    #expect(counts.provisions == 0)
    #expect(counts.norms == 0)
    #expect(try test.library.indexIsSound())
  }

  @Test("a unit is shown by its citation, an id, or its number alone")
  func units() throws {
    let test = try TestLibrary()
    try test.add(bicycle("2019年3月1日云溪市人民政府令第5号公布", 15, effect: "2019年5月1日"))
    for citation in ["第二条", "art_2", "2条", "第二条第一款"] {
      #expect(try test.library.words(of: 1, citation: citation)?.hasPrefix("第二条") == true)
    }
    #expect(try test.library.words(of: 1, citation: "第九条") == nil)
  }
}
