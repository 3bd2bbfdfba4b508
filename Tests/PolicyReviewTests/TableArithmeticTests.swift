import Testing

/// Totals and rates in tables.
@Suite struct TableArithmeticTests {
  private func lines(_ rows: String...) throws -> [String] {
    try Reviewed(
      "云溪市资金使用情况报告\n一、资金情况\n各地资金情况见下表。\n\n\(rows.joined(separator: "\n"))\n\n二、结论\n总体良好。"
    ).lines
  }

  @Test("a row of totals against the rows above it")
  func row() throws {
    #expect(
      try lines("地区\t预算数\t执行数", "市本级\t120\t100", "东区\t80\t80", "西县\t60\t45", "合计\t270\t225")
        == ["sum.mismatch 270"])
    #expect(
      try lines("地区\t预算数\t执行数", "市本级\t120\t100", "东区\t80\t80", "西县\t60\t45", "合计\t260\t225")
        == [])
  }

  @Test("subtotals are not counted twice, and a table that never adds up is of another kind")
  func subtotals() throws {
    #expect(
      try lines("地区\t预算数", "东区\t80", "西区\t20", "小计\t100", "南县\t60", "小计\t60", "合计\t160") == [])
    #expect(
      try lines("地区\t户数\t面积", "东区\t80\t12", "西县\t60\t19", "合计\t14\t3") == [])
  }

  @Test("a column of totals against the columns beside it")
  func column() throws {
    #expect(
      try lines("县区\t合计\t省级\t市级", "市本级\t300\t200\t100", "东区\t350\t200\t160", "西县\t350\t250\t100")
        == ["sum.mismatch 350"])
  }

  @Test("a rate against the two numbers of its row, whatever their columns are called")
  func rates() throws {
    #expect(
      try lines(
        "地区\t预算数\t执行数\t执行率", "市本级\t120\t100\t83.33%", "东区\t80\t72\t90%", "西县\t60\t45\t78%")
        == ["percent.mismatch 78%"])
    #expect(
      try lines(
        "地区\t户数\t人口\t覆盖率", "市本级\t120\t100\t63.33%", "东区\t80\t72\t95%", "西县\t60\t45\t78%")
        == [])
  }
}
