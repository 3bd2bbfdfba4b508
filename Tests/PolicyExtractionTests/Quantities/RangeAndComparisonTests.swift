import Testing

@testable import PolicyExtraction

@Suite struct RangeAndComparisonTests {
  private let reading: QuantityReading
  init() throws { reading = try QuantityReading() }

  @Test(
    "two ends make one range",
    arguments: [
      QuantityCase("处一万元以上五万元以下罚款。", "一万元以上五万元 money [10000, 50000] CNY"),
      QuantityCase("处一倍以上五倍以下罚款。", "一倍以上五倍 quantity [1, 5] 倍"),
      QuantityCase("由10—15人组成。", "10—15人 quantity [10, 15] 人"),
      QuantityCase("年龄18岁至24岁。", "18岁至24岁 quantity [18, 24] 岁"),
      QuantityCase("750分（含）至900分为良好。", "750分（含）至900分 score [750, 900] 分"),
      QuantityCase("货值5000元以上不足1万元的，", "5000元以上不足1万元 money [5000, 10000) CNY"),
      QuantityCase("超过一个月不满一年的，", "一个月不满一年 duration (1, 12) 个月"),
      QuantityCase("补助一千到两千万元。", "一千到两千万元 money [10000000, 20000000] CNY"),
      QuantityCase("为三至五个百分点。", "三至五个百分点 percent [3, 5] 百分点"),
    ])
  func ranges(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "two bounds of two clauses stay two",
    arguments: [
      QuantityCase(
        "长不大于10厘米，不小于5厘米。", "10厘米 quantity 10 厘米 <=", "5厘米 quantity 5 厘米 >="),
      QuantityCase("三日、五日。", "三日 duration P3D", "五日 duration P5D"),
    ])
  func twoBounds(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "words beside the number make it a bound, a negation turns it round",
    arguments: [
      QuantityCase("不得超过3人。", "3人 quantity 3 人 <="),
      QuantityCase("未超过五百万元的，", "五百万元 money 5000000 CNY <="),
      QuantityCase("不低于60分。", "60分 score 60 分 >="),
      QuantityCase("未满十四周岁的，", "十四周岁 quantity 14 周岁 <"),
      QuantityCase("不足一个月的，", "一个月 duration P1M <"),
      QuantityCase("年满十八周岁。", "十八周岁 quantity 18 周岁 >="),
      QuantityCase("期限最长为两年。", "两年 duration P2Y <="),
      QuantityCase("约300人。", "300人 quantity 300 人 ~"),
      QuantityCase("五十米以外。", "五十米 quantity 50 米 >"),
      QuantityCase("十万元（不含）以上。", "十万元 money 100000 CNY >"),
      QuantityCase("至少组织两次演练。", "两次 quantity 2 次 >="),
      QuantityCase("不得携带重量超过五十公斤的物品。", "五十公斤 quantity 50 公斤 >"),
      QuantityCase("经过3年努力。", "3年 duration P3Y"),
      QuantityCase("5年内部培训。", "5年 duration P5Y"),
      QuantityCase(
        "满100小时、300小时的，", "100小时 duration PT100H >=", "300小时 duration PT300H >="),
    ])
  func comparisons(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "what a share is of may stand between comparison and number",
    arguments: [
      QuantityCase("不少于应到会人数的80%。", "80% percent 80 % >="),
      QuantityCase("超过本单位车辆总数百分之十的，", "百分之十 percent 10 % >"),
    ])
  func distant(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test("the document's own rule holds before the Civil Code's")
  func ownRule() {
    let rule = "\n本办法所称“以上”包括本数，“以下”不包括本数。"
    #expect(reading.summaries(of: "三人以下的，" + rule) == ["三人 quantity 3 人 <"])
    #expect(reading.summaries(of: "三人以上的，" + rule) == ["三人 quantity 3 人 >="])
    #expect(
      reading.summaries(of: "处一元以上三元以下罚款。" + rule) == ["一元以上三元 money [1, 3) CNY"])
    #expect(reading.summaries(of: "三人以下的，") == ["三人 quantity 3 人 <="])
    let other = "\n本条例所称以内，均包括本数；所称不足、超过，不包括本数。"
    #expect(reading.summaries(of: "三日以内" + other) == ["三日 duration P3D <="])
  }
}
