import PolicyDiff
import PolicyStructure
import PolicyTestSupport
import Testing

@Suite("alignment of units")
struct AlignmentTests {
  @Test("random revisions: at least 99 of 100 articles are aligned right")
  func randomRevisions() throws {
    var right = 0
    var total = 0
    for seed in 0..<UInt64(60) {
      var random = SeededGenerator(seed: seed)
      let revision = RandomRevision(using: &random)
      let comparison = try Comparing(revision.old, revision.new).comparison
      let found = Set(
        comparison.alignments.compactMap { alignment -> RandomRevision.Pair? in
          let old = alignment.old.map { comparison.old.units[$0] }
          let new = alignment.new.map { comparison.new.units[$0] }
          guard (new ?? old)?.level == .article else { return nil }
          return RandomRevision.Pair(old: old?.number.first, new: new?.number.first)
        })
      right += found.intersection(revision.pairs).count
      total += found.union(revision.pairs).count
    }
    #expect(Double(right) >= 0.99 * Double(total), "\(right) of \(total)")
  }

  @Test("every unit of both texts stands in one alignment", arguments: 0..<UInt64(20))
  func complete(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (randomPolicyText(using: &random), randomPolicyText(using: &random))
    let comparison = try Comparing(texts.0, texts.1).comparison
    let old = comparison.alignments.filter { $0.change != .split }.compactMap(\.old)
    let new = comparison.alignments.filter { $0.change != .merged }.compactMap(\.new)
    #expect(Set(comparison.alignments.compactMap(\.old)) == Set(comparison.old.units.indices))
    #expect(Set(comparison.alignments.compactMap(\.new)) == Set(comparison.new.units.indices))
    #expect(Set(old).count == old.count)
    #expect(Set(new).count == new.count)
  }

  @Test("an inserted article renumbers those after it")
  func inserted() throws {
    let pair = try Comparing(
      "第一条　为了规范校车服务，制定本办法。\n第二条　学校应当公布校车线路。\n第三条　驾驶人不得超速行驶。",
      "第一条　为了规范校车服务，制定本办法。\n第二条　市教育局主管校车服务工作。\n第三条　学校应当公布校车线路。\n第四条　驾驶人不得超速行驶。")
    #expect(
      pair.changes() == [
        "art_1>art_1 unchanged", "->art_2 added", "art_2>art_3 renumbered",
        "art_3>art_4 renumbered",
      ])
  }

  @Test("a reference that only follows is no change of substance")
  func following() throws {
    let pair = try Comparing(
      "第一条　学校应当公布校车线路。\n第二条　违反本办法第一条规定的，责令改正。",
      "第一条　市教育局主管校车服务工作。\n第二条　学校应当公布校车线路。\n第三条　违反本办法第二条规定的，责令改正。")
    #expect(
      pair.changes() == ["->art_1 added", "art_1>art_2 renumbered", "art_2>art_3 renumbered"])
  }

  @Test("a removed article stands at its old place")
  func removed() throws {
    let pair = try Comparing(
      "第一条　学校应当公布校车线路。\n第二条　家长委员会可以查阅行车记录。\n第三条　驾驶人不得超速行驶。",
      "第一条　学校应当公布校车线路。\n第二条　驾驶人不得超速行驶。")
    #expect(
      pair.changes() == ["art_1>art_1 unchanged", "art_2>- removed", "art_3>art_2 renumbered"])
  }

  @Test("a chapter with another title is the same if it holds the same articles")
  func renamedChapter() throws {
    let pair = try Comparing(
      "第一章　总则\n第一条　学校应当公布校车线路。\n第二章　行车\n第二条　驾驶人不得超速行驶。\n第三条　车辆应当按期检修。",
      "第一章　总则\n第一条　学校应当公布校车线路。\n第二章　安全保障\n第二条　驾驶人不得超速行驶。\n第三条　车辆应当按期检修。")
    #expect(pair.changes(of: "chp_") == ["chp_1>chp_1 unchanged", "chp_2>chp_2 modified"])
  }

  @Test("headings are units where there are no articles")
  func headings() throws {
    let pair = try Comparing(
      "云溪市校车工作方案\n一、总体要求\n保障学生乘车安全。\n二、主要任务\n（一）开通线路。新开通线路五条。\n三、保障措施\n市财政局保障经费。",
      "云溪市校车工作方案\n一、总体要求\n保障学生乘车安全。\n二、主要任务\n（一）开通线路。新开通线路八条。\n三、保障措施\n市财政局保障经费。")
    #expect(
      pair.changes(of: "head_") == [
        "head_1>head_1 unchanged", "head_2>head_2 unchanged",
        "head_2__head_1>head_2__head_1 modified", "head_3>head_3 unchanged",
      ])
  }

  @Test("texts that have nothing in common are compared all the same")
  func nothing() throws {
    let pair = try Comparing(
      "第一条　学校应当公布校车线路。", "第一条　河道保洁单位每周打捞漂浮物两次。")
    #expect(pair.changes() == ["art_1>- removed", "->art_1 added"])
  }

  @Test("two chapters whose articles stand under one title now are merged")
  func mergedChapters() throws {
    let articles = ["学校应当公布校车线路。", "驾驶人不得超速行驶。", "车辆应当按期检修。", "违者处三百元罚款。"]
    func text(_ titles: [Int: String]) -> String {
      articles.indices.map { index in
        let title = titles[index].map { $0 + "\n" } ?? ""
        return title + "第\(["一", "二", "三", "四"][index])条　" + articles[index]
      }.joined(separator: "\n")
    }
    let apart = text([0: "第一章　总则", 1: "第二章　行车", 3: "第三章　罚则"])
    let together = text([0: "第一章　总则", 1: "第二章　行车和罚则"])
    let merged = try Comparing(apart, together)
    #expect(
      merged.changes(of: "chp_") == [
        "chp_1>chp_1 unchanged", "chp_2>chp_2 merged", "chp_3>chp_2 merged",
      ])
    let split = try Comparing(together, apart)
    #expect(
      split.changes(of: "chp_") == [
        "chp_1>chp_1 unchanged", "chp_2>chp_2 split", "chp_2>chp_3 split",
      ])
  }

  @Test("headings that became articles with the same words are renumbered")
  func headingsToArticles() throws {
    let pair = try Comparing(
      "云溪市供热规定\n一、供热期为四个月。\n二、热用户不得改装设施。\n三、供热单位应当公布电话。",
      "云溪市供热规定\n第一条　供热期为四个月。\n第二条　热用户不得改装设施。\n第三条　供热单位应当公布电话。")
    #expect(
      pair.changes() == [
        "head_1>art_1 renumbered", "head_2>art_2 renumbered", "head_3>art_3 renumbered",
      ])
  }

  @Test("a title that is broken over two lines is one title")
  func brokenTitle() throws {
    func text(_ gap: String) -> String {
      "第一章　总则\n第一条　学校应当公布校车线路。\n第二章　校车运行监督管理\(gap)与法律责任\n第二条　驾驶人不得超速行驶。"
    }
    let pair = try Comparing(text(""), text("\n"))
    #expect(pair.changes(of: "chp_") == ["chp_1>chp_1 unchanged", "chp_2>chp_2 unchanged"])
    #expect(pair.comparison.new.units.count == pair.comparison.old.units.count)
  }
}
