import PolicyTestSupport
import PolicyText
import Testing

@testable import PolicyExtraction

@Suite struct RoleTests {
  private let reading: QuantityReading
  init() throws { reading = try QuantityReading() }

  @Test(
    "the clause and the sentence tell the role",
    arguments: [
      ("逾期不改的，处一万元以上五万元以下罚款。", [Quantity.Role.penalty]),
      ("货值不足一万元的，并处五万元罚款。", [.threshold, .penalty]),
      ("处三年以下有期徒刑。", [.penalty]),
      ("应当自收到申请之日起十五日内答复。", [.deadline]),
      ("合同期满三十日前提出申请。", [.deadline]),
      ("一年内两次以上违反规定的，", [.threshold, .threshold]),
      ("有效期五年。", [.duration]),
      ("任期三年，可以连任。", [.duration]),
      ("公示期不少于五个工作日。", [.threshold]),
      ("应当每年检查一次。", [.frequency]),
      ("每年3月底前报送。", [.deadline]),
      ("到2025年，覆盖率达到90%以上。", [.deadline, .target]),
      ("到会人数不少于20人。", [.threshold]),
      ("满分为100分。", [.weight]),
      ("考核得分低于60分的，", [.threshold]),
      ("每缺一项扣2分。", [.penalty]),
      ("截至2023年底，累计完成投资3亿元。", [.statistic, .statistic]),
      ("应当在合同履行完毕后10个工作日内无息退还。", [.deadline]),
      ("在申请之日前三年内无转让记录；", [.threshold]),
      ("最迟不超过1个工作日。", [.deadline]),
      ("停工整顿3天至7天。", [.penalty]),
      ("扣减主要负责人年度绩效薪酬20%至40%。", [.penalty]),
      ("每旬巡查1次。", [.frequency]),
    ])
  func roles(_ text: String, _ expected: [Quantity.Role]) {
    #expect(reading.roles(of: text) == expected)
  }

  @Test("measures and base are the words of the text")
  func measures() throws {
    func words(_ text: String) -> [[String?]] {
      let (found, plain) = reading.quantities(of: text)
      return found.map { quantity in
        [quantity.measures, quantity.base].map { $0.map { plain.reading.words(of: $0) } }
      }
    }
    #expect(words("到会人数一般不少于应到会人数的80%。") == [["到会人数", "应到会人数"]])
    #expect(words("建筑面积不小于200平方米。") == [["建筑面积", nil]])
    #expect(words("老年人占全市总人口的比例达到20%。").map { $0[1] } == ["全市总人口"])
    #expect(words("并处违法所得一倍以上三倍以下罚款。") == [[nil, "违法所得"]])
    #expect(words("组织演练两次。") == [[nil, nil]])
  }

  @Test("分别 gives each value its own base")
  func dealtOut() {
    let (found, plain) = reading.quantities(of: "较2022年、2021年分别提高1.1个百分点和2.4个百分点。")
    let shares = found.filter { $0.kind == .percent }
    #expect(shares.map { $0.base.map { plain.reading.words(of: $0) } } == ["2022年", "2021年"])
  }

  @Test(
    "scores of a list are weights, hours stand between a day and 前, labels make deadlines",
    arguments: [
      ("考核内容及分值为：师德师风30分，培养过程25分。", [Quantity.Role.weight, .weight]),
      ("商务分为20分，技术分为50分。", [.weight, .weight]),
      ("于9月26日17时前报送。", [.deadline]),
      ("于4月20日下午17:30前报送。", [.deadline]),
      ("完成时限：2025年12月底", [.deadline]),
      ("业主共有的道路，经占比三分之二以上的业主同意。", [.threshold]),
    ])
  func lists(_ text: String, _ expected: [Quantity.Role]) {
    #expect(reading.roles(of: text) == expected)
  }
}
