import PolicyExtraction
import PolicyTestSupport
import Testing

/// Definitions and aliases.
@Suite struct DefinitionExtractorTests {
  private func defined(_ text: String) throws -> [String] { try ReferenceTestText(text).defined }

  @Test(
    "a term is defined by 是指 after 所称, or at the start of a sentence",
    arguments: [
      ("本办法所称绿道，是指供步行的道路。", ["绿道＝供步行的道路"]),
      ("本条例所称“绿道”，包括城市绿道和郊野绿道。", ["绿道＝城市绿道和郊野绿道"]),
      ("本法所称甲，是指乙；所称丙，是指丁。", ["甲＝乙", "丙＝丁"]), ("绿道是指供步行的道路。", ["绿道＝供步行的道路"]),
      ("城市绿道（以下简称绿道）是指供步行的道路。", ["绿道＝城市绿道", "城市绿道＝供步行的道路"]),
      ("重大隐患：指危害较大的隐患。", ["重大隐患＝危害较大的隐患"]),
      ("本办法中的共享单车，指分时租赁的自行车。", ["共享单车＝分时租赁的自行车"]),
      ("本办法所指见习基地是指接收学生的单位。", ["见习基地＝接收学生的单位"]),
      ("市教育局负责组织实施，指导学校开展工作。", []), ("本条例所称“以上”包括本数。", []),
      ("经检查，发现问题的，是指挥不当。", []),
    ] as [(String, [String])])
  func meanings(text: String, expected: [String]) throws {
    #expect(try Set(defined(text)) == Set(expected))
  }

  @Test(
    "an alias stands for the title, or for the words before it that hold its characters",
    arguments: [
      ("根据《甲管理条例》（以下简称《条例》），", ["《条例》＝《甲管理条例》"]),
      ("根据《甲意见》（云发〔2020〕1号，以下简称《意见》），", ["《意见》＝《甲意见》"]),
      ("建设自由贸易试验区（以下简称自贸试验区）是", ["自贸试验区＝自由贸易试验区"]),
      ("由云溪市水务局（以下简称市水务局）负责", ["市水务局＝云溪市水务局"]),
      ("列车、船舶和航空器（以下统称交通工具）", ["交通工具＝列车、船舶和航空器"]),
      ("设立“云溪学习平台”（下称“平台”），", ["平台＝云溪学习平台"]),
      ("自称专家的，简称为骗子。", []), ("（含试点名称）", []),
    ] as [(String, [String])])
  func aliases(text: String, expected: [String]) throws {
    #expect(try defined(text) == expected)
  }

  @Test(
    "words that begin with 指 follow 是指; 分别 deals meanings out; 其中 may lead in",
    arguments: [
      ("本条例所称检验机构，是指向社会提供服务的组织。", ["检验机构＝向社会提供服务的组织"]),
      ("华侨是指定居在国外的公民。", ["华侨＝定居在国外的公民"]), ("承办单位是指定的机构。", []),
      ("本办法所称管理人、使用人，分别是指甲和乙。", ["管理人＝甲和乙", "使用人＝甲和乙"]),
      ("其中，日间手术是指当日出院的手术。", ["日间手术＝当日出院的手术"]),
      ("本办法所称运营者是从事经营的单位。", ["运营者＝从事经营的单位"]),
      ("本办法所称智能取餐柜（以下简称取餐柜），是指存放餐食的设备。", ["智能取餐柜＝存放餐食的设备", "取餐柜＝智能取餐柜"]),
      ("本办法所称学校（含幼儿园，下同），是指中小学。", ["学校＝中小学"]), ("前款规定的重大事项，是指预算。", ["重大事项＝预算"]),
      ("本办法所称考点是指考试场所（以下简称考场）。", ["考点＝考试场所（以下简称考场）", "考场＝考试场所"]),
      ("本办法所称产品指制成品。", ["产品＝制成品"]), ("本办法所称专家指导组负责指导。", []),
      ("前款所称判决是人民法院作出的。", []), ("本办法所称的绿道，主要指步道。", ["绿道＝步道"]),
    ] as [(String, [String])])
  func edges(text: String, expected: [String]) throws {
    #expect(try Set(defined(text)) == Set(expected))
  }

  @Test("two short names in one bracket; a bracket that holds both name and alias")
  func pairs() throws {
    #expect(
      try defined("考试委员会（以下简称“考委会”或“委员会”）负责。")
        == ["考委会＝考试委员会", "委员会＝考试委员会"])
    #expect(try defined("（甲局和乙局，以下统称“登记机关”。）") == ["登记机关＝甲局和乙局"])
  }

  @Test("each item of a list of terms explains one; items of other lists explain none")
  func glossaries() throws {
    let items = "（一）供水企业，包括公共供水企业；\n（二）用户：使用自来水的单位。\n"
    let glossary = try ReferenceTestText(parsing: "第一条　本条例下列用语的含义：\n" + items)
    #expect(glossary.defined == ["供水企业＝包括公共供水企业", "用户＝使用自来水的单位"])
    #expect(try ReferenceTestText(parsing: "第一条　供水应当考虑下列因素：\n" + items).defined.isEmpty)
  }

  @Test("the map of names tells what a name stands for")
  func names() throws {
    let text = try ReferenceTestText("云溪市水务局（以下简称市水务局）负责河道。")
    let names = DefinedNames(text.definitions, in: text.context.reading)
    #expect(names.meaning(of: "市水务局").map(text.words) == "云溪市水务局")
    #expect(names.meaning(of: "水务局") == nil)
  }
}
