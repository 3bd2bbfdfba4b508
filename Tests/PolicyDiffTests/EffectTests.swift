import PolicyDiff
import PolicyTestSupport
import Testing

@Suite("what changes mean")
struct EffectTests {
  /// The messages of the effects of one article.
  private func messages(_ old: String, _ new: String) throws -> [String] {
    let pair = try Comparing("第一条　" + old, "第一条　" + new)
    return pair.comparison.alignments.flatMap(\.effects)
      .filter { $0.kind != .wording && $0.kind != .editorial }
      .map { "\($0.kind.rawValue) \($0.direction.rawValue) \($0.message)" }
  }

  @Test("the ends of a fine go up or down")
  func penalty() throws {
    let low = try messages(
      "擅自设置的，由市城市管理部门处一万元以上五万元以下罚款。", "擅自设置的，由市城市管理部门处二万元以上五万元以下罚款。")
    #expect(low == ["penalty stricter 罚款下限由一万元提高到二万元"])
    let high = try messages(
      "擅自设置的，由市城市管理部门处五万元以下罚款。", "擅自设置的，由市城市管理部门处三万元以下罚款。")
    #expect(high == ["penalty looser 罚款上限由五万元降低到三万元"])
  }

  @Test("a shorter time is stricter")
  func deadline() throws {
    let found = try messages("市教育局应当自受理之日起三十日内书面答复。", "市教育局应当自受理之日起十五日内书面答复。")
    #expect(found == ["deadline stricter 期限由三十日缩短为十五日"])
  }

  @Test("what is to be done longer before is stricter")
  func leadTime() throws {
    let ahead = try messages("停业的，应当提前三十日报告主管部门。", "停业的，应当提前六十日报告主管部门。")
    #expect(ahead == ["deadline stricter 提前的时间由三十日延长到六十日"])
    let before = try messages("会议召开十五日前应当通知会员。", "会议召开十日前应当通知会员。")
    #expect(before == ["deadline looser 提前的时间由十五日缩短为十日"])
  }

  @Test("at once is sooner than any time, and soon is no time at all")
  func promptness() throws {
    let atOnce = try messages("发生事故的，应当在24小时内报告主管部门。", "发生事故的，应当立即报告主管部门。")
    #expect(atOnce == ["deadline stricter 期限由“24小时内”改为“立即”"])
    let soon = try messages("对发现的问题，学校应当及时处理。", "对发现的问题，学校应当在三个工作日内处理。")
    #expect(soon == ["deadline stricter 期限由“及时”改为“三个工作日内”"])
  }

  @Test("more often is stricter, whether times are counted or not")
  func frequency() throws {
    let counted = try messages("学校应当每半年至少开展一次检查。", "学校应当每季度至少开展一次检查。")
    #expect(counted == ["threshold stricter 频次下限由每半年至少开展一次改为每季度至少开展一次"])
    let uncounted = try messages("市教育局每季度通报工作进展。", "市教育局每月通报工作进展。")
    #expect(uncounted == ["threshold stricter 频次由每季度改为每月"])
  }

  @Test("an end that a fine gets or loses")
  func ends() throws {
    let low = try messages("违反规定的，处五千元以下罚款。", "违反规定的，处一千元以上五千元以下罚款。")
    #expect(low == ["penalty stricter 增设罚款下限一千元"])
    let gone = try messages("违反规定的，处一千元以上五千元以下罚款。", "违反规定的，处三千元以下罚款。")
    #expect(
      gone == ["penalty looser 取消罚款下限一千元", "penalty looser 罚款上限由五千元降低到三千元"])
  }

  @Test("the same number in other digits is no effect of substance")
  func digits() throws {
    let found = try messages("市教育局应当自受理之日起三十日内书面答复。", "市教育局应当自受理之日起30日内书面答复。")
    #expect(found == [])
  }

  @Test("a higher least amount is stricter, unless it says on whom the norm falls")
  func threshold() throws {
    let least = try messages("学校应当配备不少于二名校医。", "学校应当配备不少于三名校医。")
    #expect(least.map { $0.prefix(18) } == ["threshold stricter"])
    let whom = try messages("从业人员一百人以上的单位应当设置机构。", "从业人员五十人以上的单位应当设置机构。")
    #expect(whom.map { $0.prefix(18) } == ["threshold stricter"])
  }

  @Test("another modal word is another modality")
  func modality() throws {
    let found = try messages("学校可以公布校车线路。", "学校应当公布校车线路。")
    #expect(found == ["modality stricter “可以”改为“应当”"])
    let sanction = try messages(
      "擅自设置的，由市城市管理部门责令改正，可以处五千元罚款。", "擅自设置的，由市城市管理部门责令改正，处五千元罚款。")
    #expect(sanction == ["modality stricter 删去“可以”"])
    let besideMore = try messages(
      "擅自设置的，由市城市管理部门可以处五百元以上三千元以下罚款。", "擅自设置的，由市城市管理部门处一千元以上五千元以下罚款。")
    #expect(besideMore.contains("modality stricter 删去“可以”"))
    let same = try messages("学校必须公布校车线路。", "学校应当公布校车线路。")
    #expect(same == [])
  }

  @Test("a duty that is stated without a modal word has none to quote")
  func statedDuty() throws {
    let found = try messages("市教育局负责公布校车线路。", "市教育局可以公布校车线路。")
    #expect(found == ["modality looser 增加“可以”"])
  }

  @Test("a bound is told in the words of the text")
  func boundWords() throws {
    let date = try messages("学校应当在每年9月30日以前核定校车人数。", "学校应当适时核定校车人数。")
    #expect(date == ["deadline looser 期限由“每年9月30日以前”改为“适时”"])
    let age = try messages("儿童不满六周岁的，学校应当安排照管人员。", "儿童六周岁以上的，学校应当安排照管人员。")
    #expect(age.contains { $0.contains("由“不满六周岁”改为“六周岁以上”") })
  }

  @Test("a stretch of days in place of a day moves no end")
  func stretchOfDays() throws {
    let found = try messages("国庆节学校放假3天（10月1日、2日、3日）。", "国庆节学校放假3天（10月1日至3日）。")
    #expect(!found.contains { $0.contains("截止") || $0.contains("looser") })
  }

  @Test("another bearer, and one that only has another name since a reform")
  func bearer() throws {
    let other = try messages("市教育局应当公布校车线路。", "市公安局应当公布校车线路。")
    #expect(other == ["bearer other 主体由“市教育局”改为“市公安局”"])
    let renamed = try messages("质量技术监督部门应当公布检验结果。", "市场监督管理部门应当公布检验结果。")
    #expect(
      renamed == ["bearer other 主体由“质量技术监督部门”改为“市场监督管理部门”（2018年机构改革后由其承接职责）"])
  }

  @Test("of several bearers each is told with the one that took over from it")
  func successions() throws {
    let found = try messages(
      "市环境保护、工商行政管理、教育等主管部门应当做好监督工作。", "市生态环境、市场监督管理、体育等主管部门应当做好监督工作。")
    #expect(found.filter { $0.contains("由其承接职责") }.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("bearer") })
  }

  @Test("norms that come and go within an article")
  func norms() throws {
    let found = try messages("学校应当公布校车线路。", "学校应当公布校车线路。驾驶人不得超速行驶。")
    #expect(found == ["normAdded stricter 新增禁止性规定：驾驶人不得超速行驶"])
  }

  @Test("a definition and the scope of a text")
  func definitionAndScope() throws {
    let definition = try messages("本办法所称校车，是指接送学生的客车。", "本办法所称校车，是指接送学生和教师的客车。")
    #expect(definition == ["definition other “校车”的含义修改"])
    let scope = try messages("本市城区内的校车管理，适用本办法。", "本市行政区域内的校车管理，适用本办法。")
    #expect(scope.map { $0.prefix(5) } == ["scope"])
  }

  @Test("an unchanged article has no effects", arguments: 0..<UInt64(10))
  func unchanged(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let revision = RandomRevision(articles: 12, using: &random)
    let comparison = try Comparing(revision.old, revision.new).comparison
    for alignment in comparison.alignments where alignment.change == .unchanged {
      #expect(alignment.effects == [] && alignment.edits == [])
    }
  }

  @Test("a modal word that goes from one clause to another is told once")
  func movedModal() throws {
    let moved = try messages(
      "施工单位应当在现场设置围挡，并在完工后清洗场地。", "施工单位在现场设置围挡，并应当在完工后清洗场地。")
    #expect(moved == ["modality other “应当”由“在现场设置围挡”前移至“在完工后清洗场地”前"])
    let sameClause = try messages(
      "施工单位应当在完工后清洗场地。", "施工单位在完工后应当清洗场地。")
    #expect(sameClause.isEmpty)
  }

  @Test("who does a thing is told by 由, whom it goes to is not")
  func agent() throws {
    let agent = try messages(
      "收费标准由省价格主管部门制定。", "收费标准由省发展和改革部门制定。")
    #expect(agent == ["bearer other 主体由“省价格主管部门”改为“省发展和改革部门”"])
    let other = try messages(
      "收费标准报省价格主管部门。", "收费标准报省发展和改革部门。")
    #expect(!other.contains { $0.hasPrefix("bearer") })
  }

  @Test("the upper end of one range and the lower end of another are not the same number")
  func turnedEnds() throws {
    let pair = try Comparing(
      "第一条　违反规定的，处五万元以上十万元以下罚款。", "第一条　违反规定的，处十万元以上二十万元以下罚款。")
    #expect(pair.edits(of: "art_1") == ["五万元→十万元", "十万元→二十万元"])
  }

  @Test("a number without a unit is told with what it counts")
  func counted() throws {
    let found = try messages("每日供餐不少于两餐。", "每日供餐不少于三餐。")
    #expect(found.count == 1)
    #expect(found.first?.contains("两餐") == true && found.first?.contains("三餐") == true)
  }
}
