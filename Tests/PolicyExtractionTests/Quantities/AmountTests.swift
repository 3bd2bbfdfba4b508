import Testing

@testable import PolicyExtraction

@Suite struct AmountTests {
  private let reading: QuantityReading
  init() throws { reading = try QuantityReading() }

  @Test(
    "money is given in the unit of its currency",
    arguments: [
      QuantityCase("安排资金733万元，", "733万元 money 7330000 CNY"),
      QuantityCase("注册资本人民币二百万元，", "人民币二百万元 money 2000000 CNY"),
      QuantityCase("利用外资1.5亿美元，", "1.5亿美元 money 150000000 USD"),
      QuantityCase("票价五元五角，", "五元五角 money 5.5 CNY"),
      QuantityCase("共计壹仟玖佰圆整。", "壹仟玖佰圆整 money 1900 CNY"),
      QuantityCase("补助1，200元。", "1，200元 money 1200 CNY"),
      QuantityCase("补助１２００元。", "１２００元 money 1200 CNY"),
      QuantityCase("补助 2 万元。", "2 万元 money 20000 CNY"),
    ])
  func money(_ given: QuantityCase) { #expect(reading.summaries(of: given.text) == given.expected) }

  @Test(
    "a share is given in per cent, a fraction as a decimal",
    arguments: [
      QuantityCase("比例为百分之五。", "百分之五 percent 5 % ="),
      QuantityCase("按千分之五计收。", "千分之五 percent 0.5 %"),
      QuantityCase("误差为5‰。", "5‰ percent 0.5 % ="),
      QuantityCase("占三成以上。", "三成 percent 30 % >="),
      QuantityCase("提高1.5个百分点。", "1.5个百分点 percent 1.5 百分点"),
      QuantityCase("经三分之二以上成员同意。", "三分之二 fraction 0.6666666667 >="),
      QuantityCase("经全体成员过半数同意。", "半数 fraction 0.5 >"),
      QuantityCase("半数以上同意。", "半数 fraction 0.5 >="),
      QuantityCase("百分之百完成。", "百分之百 percent 100 %"),
    ])
  func shares(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "durations are given in ISO 8601, working days as such",
    arguments: [
      QuantityCase("任期三年半。", "三年半 duration P3Y6M"),
      QuantityCase("公示三十日。", "三十日 duration P30D"),
      QuantityCase("留存24小时。", "24小时 duration PT24H"),
      QuantityCase("学习一年六个月。", "一年六个月 duration P1Y6M"),
      QuantityCase("公示5个工作日。", "5个工作日 duration 5 工作日"),
      QuantityCase("停业半年。", "半年 duration P6M"),
      QuantityCase("试点两个学期。", "两个学期 duration 2 学期"),
    ])
  func durations(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "things are counted with their classifier, sizes with their unit",
    arguments: [
      QuantityCase("到会70人。", "70人 quantity 70 人"),
      QuantityCase("面积120㎡。", "120㎡ quantity 120 平方米"),
      QuantityCase("体积零点一二五立方米。", "零点一二五立方米 quantity 0.125 立方米"),
      QuantityCase("得60分。", "60分 score 60 分"),
      QuantityCase("廿三名代表。", "廿三名 quantity 23 名"),
      QuantityCase("20余家企业。", "20余家 quantity 20 家 >"),
    ])
  func counts(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "一 is a count where it is bounded or closes its phrase, else an article",
    arguments: [
      QuantityCase("设主任一名，负责日常工作。", "一名 quantity 1 名"),
      QuantityCase("配备至少一名医师。", "一名 quantity 1 名 >="),
      QuantityCase("这是一个重要问题。"),
      QuantityCase("采取一项措施加以改进。"),
      QuantityCase("下一年继续执行。"),
      QuantityCase("实习一个月。", "一个月 duration P1M"),
    ])
  func one(_ given: QuantityCase) { #expect(reading.summaries(of: given.text) == given.expected) }

  @Test("an unknown unit leaves a bare number, which is nothing in running text")
  func bareNumber() {
    #expect(reading.summaries(of: "参见教材12和附录。").isEmpty)
    #expect(reading.summaries(of: "一百五十二") == ["一百五十二 number 152"])
    #expect(reading.summaries(of: "比值不大于0.8的，").map { $0 } == ["0.8 number 0.8 <="])
  }
}
