import Testing

@testable import PolicyExtraction

@Suite struct DateAndRateTests {
  private let reading: QuantityReading
  init() throws { reading = try QuantityReading() }

  @Test(
    "dates say what the text says, XXXX for any year",
    arguments: [
      QuantityCase("于2022年5月7日召开。", "2022年5月7日 date 2022-05-07"),
      QuantityCase("二〇二三年三月完成。", "二〇二三年三月 date 2023-03"),
      QuantityCase("到2025年，", "2025年 date 2025 <="),
      QuantityCase("2023年03月底前完成。", "2023年03月底 date 2023-03 <="),
      QuantityCase("每年3月底前报送。", "每年3月底 date XXXX-03 <="),
      QuantityCase("每月15日前缴纳。", "每月15日 date XXXX-XX-15 <="),
      QuantityCase("自2018年以来，", "2018年 date 2018 >="),
      QuantityCase("2020年初步建成。", "2020年 date 2020"),
      QuantityCase("2021—2035年实施。", "2021—2035年 dateRange 2021/2035"),
      QuantityCase(
        "2019年6月1日至30日举行。", "2019年6月1日至30日 dateRange 2019-06-01/2019-06-30"),
      QuantityCase("2017年上半年完成。", "2017年上半年 dateRange 2017-01/2017-06"),
      QuantityCase("每年9月至11月开展。", "每年9月至11月 dateRange XXXX-09/XXXX-11"),
    ])
  func dates(_ given: QuantityCase) { #expect(reading.summaries(of: given.text) == given.expected) }

  @Test(
    "the dates of texts are no quantities",
    arguments: [
      "本办法自2020年1月1日起施行。", "2018年12月5日公布的《云溪市集市条例》同时废止。",
    ])
  func datesOfTexts(_ text: String) { #expect(reading.summaries(of: text).isEmpty) }

  @Test(
    "a number of months is no month",
    arguments: [
      QuantityCase("在三个月内完成。", "三个月 duration P3M <="),
      QuantityCase("在三月内完成。", "三月 duration P3M <="),
      QuantityCase("在三月完成。", "三月 date XXXX-03"),
    ])
  func months(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "days that are listed behind a date are days of its month",
    arguments: [
      QuantityCase(
        "国庆节放假（10月1日、2日）。", "10月1日 date XXXX-10-01", "2日 date XXXX-10-02"),
      QuantityCase("10月1日、2日内报送。", "10月1日 date XXXX-10-01", "2日 duration P2D <="),
      QuantityCase("10月报名、2日公布。", "10月 date XXXX-10", "2日 duration P2D"),
    ])
  func listedDays(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }

  @Test(
    "a rate names for each of what",
    arguments: [
      QuantityCase("按344.5元/人/天支付。", "344.5元/人/天 rate 344.5 CNY/人/天"),
      QuantityCase("每人每月200元。", "200元 rate 200 CNY/人/月"),
      QuantityCase("每人不少于5000元。", "5000元 rate 5000 CNY/人 >="),
      QuantityCase("747405元/校/年", "747405元/校/年 rate 747405 CNY/校/年"),
      QuantityCase("每期70人，", "70人 rate 70 人/期"),
      QuantityCase("每期10天，", "10天 duration P10D /期"),
      QuantityCase("每辆次处二千元罚款。", "二千元 rate 2000 CNY/辆次"),
      QuantityCase("每年组织5家以上单位。", "5家 quantity 5 家 >="),
      QuantityCase(
        "70人（1期/年，70人/期，10天/期）", "70人 quantity 70 人", "1期/年 frequency 1 期/年",
        "70人/期 rate 70 人/期", "10天/期 duration P10D /期"),
    ])
  func rates(_ given: QuantityCase) { #expect(reading.summaries(of: given.text) == given.expected) }

  @Test(
    "so often in a time is a frequency",
    arguments: [
      QuantityCase("每年2次。", "每年2次 frequency 2 次/年"),
      QuantityCase("每五年下达一次。", "每五年下达一次 frequency 1 次/5年"),
      QuantityCase("每半年至少组织一次演练。", "每半年至少组织一次 frequency 1 次/半年 >="),
      QuantityCase("至少每十五日检查一次。", "每十五日检查一次 frequency 1 次/15日 >="),
      QuantityCase("一年两次。", "一年两次 frequency 2 次/年"),
      QuantityCase("累计两次。", "两次 quantity 2 次"),
    ])
  func frequencies(_ given: QuantityCase) {
    #expect(reading.summaries(of: given.text) == given.expected)
  }
}
