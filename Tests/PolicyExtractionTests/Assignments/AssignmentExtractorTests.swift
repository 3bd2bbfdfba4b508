import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

@Suite struct AssignmentExtractorTests {
  private let lexicons: Lexicons
  private let matcher: TermMatcher
  private let parser: StructureParser

  init() throws {
    lexicons = try Lexicons.embedded()
    matcher = TermMatcher(lexicons)
    parser = StructureParser(lexicons: lexicons)
  }

  /// Each assignment as `scope: role party …`.
  private func assignments(_ text: String) throws -> [String] {
    let parsed = parser.parse(SourceText(text))
    var lines: [String] = []
    for document in parsed.documents {
      let context = ExtractionContext(
        reading: parsed.reading, document: document, lexicons: lexicons, matcher: matcher)
      let entities = try EntityExtractor(lexicons: lexicons).extract(in: context)
      let ids = NodeIdentity(document).ids
      for assignment in try AssignmentExtractor(lexicons: lexicons)
        .extract(in: context, entities: entities)
      {
        let parties = assignment.parties.map {
          "\($0.role.rawValue) \(parsed.reading.words(of: $0.range))"
        }
        lines.append(
          assignment.scope.map { ids[$0] }.joined(separator: " ") + ": "
            + parties.joined(separator: ", "))
      }
    }
    return lines
  }

  @Test("a line at the end of a section covers its numbered units, back to the line before")
  func lines() throws {
    let text = """
      云溪市科普工作方案

      一、提升行动

      1.开展活动。每年举办一次。

      2.培训教师。每年培训一次。

      责任单位：市教育局、市科协牵头，市委文明办，市科技局等参加。

      3.建设基地。建成一批基地。

      责任单位：市科技局。
      """
    #expect(
      try assignments(text) == [
        "head_1__head_1 head_1__head_2: lead 市教育局, lead 市科协, participant 市委文明办, "
          + "participant 市科技局",
        "head_1__head_3: responsible 市科技局",
      ])
  }

  @Test("a bracket at the end of a unit covers it; the first party leads once the text says so")
  func brackets() throws {
    let text = """
      关于促进农机发展的意见

      一、支持研发。对企业给予支持。（财政部、农业农村部等负责。列第一位者为牵头单位，下同）

      二、培养人才。鼓励院校开设课程。（教育部、农业农村部按职责分工负责）

      三、推广应用。推广新机具。（农业农村部牵头，财政部、商务部配合）
      """
    #expect(
      try assignments(text) == [
        "head_1: lead 财政部, responsible 农业农村部",
        "head_2: lead 教育部, responsible 农业农村部",
        "head_3: lead 农业农村部, participant 财政部, participant 商务部",
      ])
  }

  @Test("labels change the part within one line")
  func labels() throws {
    #expect(
      try assignments("一、做好防汛。牵头单位：市应急局；配合单位：市水利局、市气象局；责任单位：各区人民政府。")
        .map { $0.drop { $0 != ":" } } == [
          ": lead 市应急局, participant 市水利局, participant 市气象局, responsible 各区人民政府"
        ])
  }

  @Test("会同 and 牵头 in a sentence name lead and participants")
  func sentences() throws {
    #expect(
      try assignments("一、由市教育局牵头，市财政局、市人社局配合，制定办法。").map { $0.drop { $0 != ":" } }
        == [": lead 市教育局, participant 市财政局, participant 市人社局"])
    #expect(
      try assignments("第一条 国务院教育行政部门会同国务院有关部门制定标准。").map { $0.drop { $0 != ":" } }
        == [": lead 国务院教育行政部门, participant 国务院有关部门"])
  }

  @Test("配合 without a lead names bodies that take part; the subject of a sentence may lead")
  func participantsAlone() throws {
    #expect(
      try assignments("第一条 市财政局、市民政局按照各自职责配合做好相关工作。").map { $0.drop { $0 != ":" } }
        == [": participant 市财政局, participant 市民政局"])
    #expect(
      try assignments("第一条 市住房和城乡建设局是主管部门，牵头制定计划。").map { $0.drop { $0 != ":" } }
        == [": lead 市住房和城乡建设局"])
    #expect(try assignments("第一条 申请人应当配合调查，学生应当参加培训。") == [])
  }

  @Test("a bracket that names nobody deals out nothing")
  func noParties() throws {
    #expect(try assignments("一、提高能力（含组织、协调能力），由专人负责。（另行通知）").isEmpty)
  }
}
