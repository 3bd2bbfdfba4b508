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
        == ["县级人民政府发展改革部门", "教育部门", "财政部门"])
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

  @Test("a region within other words is none: 完成 + 县政府, 会同 + 县教育局, 和 + 县政府")
  func falseRegions() {
    #expect(mentions("完成县政府交办的事项。") == ["县政府"])
    #expect(mentions("县教育局会同县财政局负责。") == ["县教育局", "县财政局"])
    #expect(mentions("报告县委和县政府办公室。") == ["县委", "县政府办公室"])
    #expect(mentions("和县人民政府应当公布。") == ["和县人民政府"])
  }

  @Test("functions that touch are one office, places of a rank stand for their governments")
  func chains() {
    #expect(mentions("县教育体育局应当公布。") == ["县教育体育局"])
    #expect(mentions("各乡镇（街道）应当公布，各街道办事处配合。") == ["各乡镇（街道）", "各街道办事处"])
    let (_, entities) = entities("各区县应当公布。")
    #expect(entities.map(\.kind) == [.government])
  }

  @Test("a verb before a word for people is none of their name")
  func verbsBeforePeople() {
    #expect(mentions("应当提升投资者保护水平。") == [])
    #expect(mentions("审查机构应当公开，检测机构负责保管。") == ["审查机构", "检测机构"])
    #expect(mentions("投资者应当阅读说明。") == ["投资者"])
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

  @Test("a category that only counts, names a thing or is set up is no mention")
  func categoriesAside() {
    #expect(mentions("学生人数达到二千人的，设立幼儿园。") == [])
    #expect(mentions("对家庭经济困难学生按照每生每天6元的标准予以补助。") == ["学生"])
    #expect(mentions("应当取得监护人的同意；拒不改正的，对个人处五百元罚款。") == ["监护人", "个人"])
  }

  @Test("a place that no list has belongs to the organ behind it, a verb does not")
  func unknownPlaces() {
    #expect(
      mentions("应当向栖岭市教育局和蓝江省教育厅报告。") == ["栖岭市教育局", "蓝江省教育厅"])
    #expect(mentions("主席团主持省人民代表大会会议。") == ["主席团", "省人民代表大会"])
  }

  @Test("a coordination has members that no list has")
  func unknownMembers() {
    #expect(
      mentions("市发展改革、规划资源、口岸服务等部门应当协同实施。")
        == ["市发展改革", "规划资源", "口岸服务等部门"])
  }

  @Test("a congress is one entity in all its terms")
  func terms() {
    #expect(
      canonical("江苏省第十三届人民代表大会常务委员会、江苏省第十四届人民代表大会常务委员会批准。")
        == ["江苏省人民代表大会常务委员会"])
  }

  @Test("a short name takes up the full one, before and behind it")
  func shortNames() {
    let (_, entities) = entities(
      "设立云溪市校园餐工作领导小组。领导小组应当每季度召开会议，领导小组办公室负责日常工作。")
    #expect(
      entities.map(\.canonical) == ["云溪市校园餐工作领导小组", "云溪市校园餐工作领导小组办公室"])
    #expect(entities.map(\.mentions.count) == [2, 1])
  }

  @Test("a name defined by 以下简称 is a name of the body that it shortens")
  func aliases() throws {
    let plain = PlainDocument("成立云溪市防汛抗旱指挥部（以下简称市防指），市防指由市长负责。")
    let context = ExtractionContext(
      reading: plain.reading, document: plain.document, lexicons: lexicons, matcher: matcher)
    let definitions = try DefinitionExtractor(lexicons: lexicons).extract(in: context)
    let entities = extractor.extract(in: context, definitions: definitions)
    #expect(entities.map(\.canonical) == ["云溪市防汛抗旱指挥部", "市长"])
    #expect(entities.first?.mentions.count == 3)
  }

  @Test("an explanation names the rule, and the words that were left with the reason")
  func traces() throws {
    let plain = PlainDocument("学校应当通知监护人，学生人数不计入。")
    let context = ExtractionContext(
      reading: plain.reading, document: plain.document, lexicons: lexicons, matcher: matcher)
    let entities = extractor.extract(in: context)
    let mention = try #require(entities.last?.mentions.first)
    let trace = try #require(extractor.trace(of: mention.range, in: context, definitions: []))
    #expect(trace.rule.hasPrefix("entity.category"))
    #expect(trace.rejections.map { plain.reading.words(of: $0.range) } == ["学生"])
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

  @Test("kinds of subjects that share a head are each one, and 各 belongs to the kind")
  func sharedHeads() {
    #expect(mentions("供水、供电、供气企业不得停止服务。") == ["供水", "供电", "供气企业"])
    #expect(canonical("供水、供电、供气企业不得停止服务。") == ["供水企业", "供电企业", "供气企业"])
    // 检查 is no kind with 企业.
    #expect(mentions("开展检查、供气企业应当配合。") == ["供气企业"])
    #expect(mentions("各医院不得拒绝接诊。") == ["各医院"])
  }

  @Test("boards of a house are committees, and a place in the issuer's name may hold 和")
  func boards() {
    let (_, entities) = entities(
      "第一条　采购管理委员会应当每月召开会议。", issuers: ["云岬港务集团有限公司"])
    #expect(entities.map(\.kind) == [.committee])
    #expect(
      canonical("由县公安局负责。", issuers: ["珈和县人民政府办公室"]) == ["珈和县公安局"])
  }

  @Test("the end of a verb and a rank are no place: 办理 + 县指挥部")
  func falsePlaces() {
    #expect(mentions("办理县财政局交办的事项。", issuers: ["苔溪县人民政府"]) == ["县财政局"])
    #expect(
      canonical("由县农业农村局负责，县生态环境局会同县农业农村局检查。", issuers: ["苔溪县人民政府"])
        == ["苔溪县农业农村局", "苔溪县生态环境局"])
  }
}
