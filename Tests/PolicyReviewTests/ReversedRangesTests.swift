import Testing

/// Ranges whose lower end lies above their upper end.
@Suite struct ReversedRangesTests {
  @Test(
    "a range that nothing can lie in is marked",
    arguments: [
      ("处一千元以上五百元以下罚款。", "range.reversed 一千元以上五百元"),
      ("应当在三十日以上十日以下的期限内办结。", "range.reversed 三十日以上十日"),
      ("停业整顿一年以上六个月以下。", "range.reversed 一年以上六个月"),
    ])
  func reversed(words: String, finding: String) throws {
    #expect(try Reviewed(Reviewed.article(words)).lines == [finding])
  }

  @Test(
    "ranges in order, in other units, and numbers of two rules are left alone",
    arguments: [
      "处五百元以上一千元以下罚款。", "停业整顿六个月以上一年以下。", "处二十日以上一个月以下的停业整顿。",
      "三十人以上的学校设食堂，十人以下的学校设配餐间。",
    ])
  func inOrder(words: String) throws {
    #expect(try Reviewed(Reviewed.article(words)).lines == [])
  }
}
