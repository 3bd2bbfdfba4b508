import Testing

/// A number of things against those that the sentence names.
@Suite struct EnumeratedCountsTests {
  @Test(
    "names before a number, and 一是 behind it, are counted",
    arguments: [
      ("评价结果分为优、良、中、差五个等级。", "count.announced 五个"),
      ("评价结果分为优、良、中、差四个等级。", ""),
      ("评价工作分为前期准备、现场核查和报告撰写四个阶段。", "count.announced 四个"),
      ("主要存在三个方面问题：一是执行率不高；二是目标不明确。", "count.announced 三个"),
      ("主要存在两个方面问题：一是执行率不高；二是目标不明确。", ""),
    ])
  func count(words: String, line: String) throws {
    #expect(try Reviewed(words).lines == (line.isEmpty ? [] : [line]))
  }

  @Test(
    "what 等 leaves open, what no word leads to, and 和 within a name prove nothing",
    arguments: [
      "评价采用因素分析法、比较法等三种方法。",
      "教育、财政、民政、人社部门和市、县两级政府应当配合。",
      "编制规划一般分为村庄、集镇总体规划和村庄、集镇建设规划两个阶段。",
      "项目包括校长和管理干部培训、教师培训两个子项目。",
      "项目包括校长和管理干部培训、教师培训三个子项目。",
      "主要存在三个方面问题：一是执行率不高，一是目标不明确。",
    ])
  func open(words: String) throws {
    #expect(try Reviewed(words).lines == [])
  }
}
