import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyTestSupport
import PolicyText
import Testing

@Suite struct EntityExtractorTests {
  private let lexicons: Lexicons
  private let matcher: TermMatcher
  private let extractor: EntityExtractor

  init() throws {
    lexicons = try Lexicons.embedded()
    matcher = TermMatcher(lexicons)
    extractor = try EntityExtractor(lexicons: lexicons)
  }

  private func entities(_ text: String, issuers: [String] = []) -> (ReadingText, [Entity]) {
    let plain = PlainDocument(text)
    var document = plain.document
    document.metadata.issuers = issuers
    let context = ExtractionContext(
      reading: plain.reading, document: document, lexicons: lexicons, matcher: matcher)
    return (plain.reading, extractor.extract(in: context))
  }

  /// The words of all mentions, in the order of the text.
  private func mentions(_ text: String, issuers: [String] = []) -> [String] {
    let (reading, entities) = entities(text, issuers: issuers)
    return entities.flatMap(\.mentions).sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { reading.words(of: $0.range) }
  }

  private func canonical(_ text: String, issuers: [String] = []) -> [String] {
    entities(text, issuers: issuers).1.map(\.canonical)
  }

  @Test("an abbreviated organ is spelled out with the issuer's place")
  func abbreviations() {
    #expect(
      canonical(
        "由市人社局会同市发改委、市卫健委和省教育厅制定。", issuers: ["厦门市人民政府办公厅"])
        == [
          "厦门市人力资源和社会保障局", "厦门市发展和改革委员会", "厦门市卫生健康委员会",
          "福建省教育厅",
        ])
    #expect(
      canonical("报市委宣传部、市纪委、团市委备案。", issuers: ["云溪市人民政府"])
        == ["中共云溪市委宣传部", "中共云溪市纪律检查委员会", "中国共产主义青年团云溪市委员会"])
  }

  @Test("organs of the State Council have one entity for all their names")
  func stateCouncil() {
    let (_, entities) = entities("国家发展改革委、人力资源社会保障部负责。\n发展改革委，人社部。")
    #expect(entities.map(\.canonical) == ["国家发展和改革委员会", "人力资源和社会保障部"])
    #expect(entities.map(\.mentions.count) == [2, 2])
    #expect(entities.map(\.function) == ["发展改革", "人力资源社会保障"])
    #expect(entities.allSatisfy { $0.level == .national && !$0.generic })
  }

  @Test("省教育厅, 市教育局 and 教育行政部门 meet in their function")
  func functions() {
    let (_, entities) = entities("省教育厅、市教育局和县级以上教育行政部门应当公开。")
    #expect(entities.map(\.function) == ["教育", "教育", "教育"])
    #expect(entities.map(\.level) == [.provincial, .municipal, nil])
    #expect(entities.map(\.generic) == [false, false, true])
  }

  @Test("members of a coordination with a shared head are entities of their own")
  func coordination() {
    let text = "县级人民政府发展改革、教育、财政等部门应当配合。"
    #expect(mentions(text) == ["县级人民政府发展改革", "教育", "财政等部门"])
    let (_, entities) = entities(text)
    #expect(
      entities.map(\.canonical)
        == ["县级人民政府发展改革部门", "县级人民政府教育部门", "县级人民政府财政部门"])
    #expect(entities.allSatisfy { $0.open && $0.function != nil })
    #expect(mentions("公安、民政部门应当公开。") == ["公安", "民政部门"])
  }

  @Test("a government with its department is one name, ranks belong to it")
  func hosts() {
    #expect(
      mentions("县级以上地方人民政府教育行政部门和国务院药品监督管理部门应当公布。")
        == ["县级以上地方人民政府教育行政部门", "国务院药品监督管理部门"])
    #expect(
      mentions("省、自治区、直辖市人民政府及其有关部门应当公布。")
        == ["省、自治区、直辖市人民政府", "有关部门"])
    #expect(mentions("国务院水行政主管部门应当公布。") == ["国务院水行政主管部门"])
  }

  @Test("words that begin with a name are no names")
  func falseFriends() {
    #expect(mentions("政府采购和中央财政资金按照部门规章办理。") == [])
    #expect(mentions("城市管理办法、教育办学、财政部分资金。") == [])
    #expect(mentions("依照《国务院关于教育部工作的决定》执行。") == [])
  }

  @Test("我校 and 校党委 stand for the school that speaks")
  func school() {
    #expect(
      canonical("我校由校党委组织部和教务处负责，校长审批。", issuers: ["青岚学院"])
        == ["青岚学院", "青岚学院党委组织部", "青岚学院教务处", "校长"])
  }

  @Test("names by form begin after words that no name holds")
  func byForm() {
    #expect(
      mentions("成立全市饮用水安全工作领导小组，由市饮用水专家委员会审定。")
        == ["全市饮用水安全工作领导小组", "市饮用水专家委员会"])
    #expect(mentions("组织考察组。") == ["考察组"])
  }

  @Test("categories are mentions where they bear or receive a norm")
  func categories() {
    #expect(mentions("用人单位应当向劳动者支付报酬。") == ["用人单位", "劳动者"])
    #expect(mentions("任何单位和个人不得侵占。") == ["任何单位和个人"])
    #expect(mentions("鼓励企业、高等学校开展研究。") == ["企业", "高等学校"])
    #expect(mentions("企业登记和学生证的样式统一。") == [])
  }

  @Test("no two mentions overlap, whatever the text", arguments: 0..<UInt64(60))
  func apart(seed: UInt64) {
    let pieces = [
      "市", "县级以上", "人民政府", "教育", "、", "等", "部门", "委", "党委", "组织部", "负责人", "企业", "应当",
      "，", "。", "《", "》", "领导小组", "厦门市", "国务院", "和", "财政局", "（", "）", "由", "学校", "校", "的",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var text = ""
    for _ in 0..<120 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    let (_, entities) = entities(text)
    let ranges = entities.flatMap(\.mentions).map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
    for (left, right) in zip(ranges, ranges.dropFirst()) {
      #expect(left.upperBound <= right.lowerBound)
    }
  }
}
