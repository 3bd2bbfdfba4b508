import Foundation
import Testing

@testable import PolicyExtraction

@Suite struct IdentifierTests {
  private let reading: QuantityReading
  init() throws { reading = try QuantityReading() }

  @Test(
    "what identifies is no quantity",
    arguments: [
      "依照第三十七条第二款、第四款办理。", "第五至八条", "第十四个五年规划", "第十一届会议", "第二十七次会议",
      "云政办发〔2019〕19号", "厦府办[2022]44号文件", "落实“三严三实”要求。", "推进“四个中心”建设。",
      "“一次办好”改革", "十四五时期", "统筹推进五位一体", "双一流高校", "实施一票否决", "一次性奖励",
      "一般应当公开。", "千方百计", "《行动纲要（2021—2035年）》", "培养计划2.0", "指标B5-5见附件1。",
      "电话：0351-2293000", "拨打热线12345。", "5G基站", "县级以上人民政府", "三级医院", "小学三年级学生",
      "四川和三亚", "于9：00开始", "2023届毕业生", "配备队伍人员", "1+X证书",
      "有前两款规定行为的", "依照前三项办理", "推动长三角一体化",
    ])
  func identifiers(_ text: String) { #expect(reading.summaries(of: text) == []) }

  @Test(
    "near misses are quantities",
    arguments: [
      QuantityCase("十分之一以上", "十分之一 fraction 0.1 >="),
      QuantityCase("在十分钟内报告", "十分钟 duration PT10M <="),
      QuantityCase("曾受过二次以上行政处罚", "二次 quantity 2 次 >="),
      QuantityCase("三公里以内", "三公里 quantity 3 公里 <="),
      QuantityCase("提高一百元。", "一百元 money 100 CNY"),
      QuantityCase("劳动合同一年以上。", "一年 duration P1Y >="),
      QuantityCase("任期五年。", "五年 duration P5Y"),
      QuantityCase("三千元以上一万元以下", "三千元以上一万元 money [3000, 10000] CNY"),
      QuantityCase("将“五万元”修改为“十万元”", "五万元 money 50000 CNY", "十万元 money 100000 CNY"),
      QuantityCase("此前三项已经完成。", "三项 quantity 3 项"),
      QuantityCase("每份加收三角。", "三角 rate 0.3 CNY/份"),
      QuantityCase("选举代表二至三人参加。", "二至三人 quantity [2, 3] 人"),
    ])
  func nearMisses(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "long lines of digits and of nested marks come to an end", .timeLimit(.minutes(5)),
    arguments: [
      "1", "一", "1，", "（1", "《", "每年", "百分之", "1/", "不得超过", "一万元以上", "“一", "2020年", "五分", "一年",
    ])
  func pathological(_ unit: String) throws {
    let text = String(repeating: unit, count: 6_000 / unit.unicodeScalars.count)
    let quantities = reading.quantities(of: text).found
    #expect(quantities.count <= text.unicodeScalars.count)
  }
}
