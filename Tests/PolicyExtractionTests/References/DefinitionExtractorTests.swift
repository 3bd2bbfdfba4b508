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

  @Test("the map of names tells what a name stands for")
  func names() throws {
    let text = try ReferenceTestText("云溪市水务局（以下简称市水务局）负责河道。")
    let names = DefinedNames(text.definitions, in: text.context.reading)
    #expect(names.meaning(of: "市水务局").map(text.words) == "云溪市水务局")
    #expect(names.meaning(of: "水务局") == nil)
  }
}
