import Testing

/// Totals against the parts that 其中 names.
@Suite struct StatedSumsTests {
  @Test("parts that make more than their total are a finding")
  func more() throws {
    let reviewed = try Reviewed("项目总投资500万元，其中市级300万元，区级260万元。")
    #expect(reviewed.lines == ["sum.mismatch 500万元，其中市级300万元，区级260万元"])
    #expect(reviewed.messages == ["其中各项相加是560万元，多于“500万元”。请核对数字。"])
  }

  @Test(
    "parts of scores, counts and shares that do not make their total",
    arguments: [
      ("全市培训教师830人，其中骨干教师80人，校长70人，学科教师700人。", ""),
      (
        "全市培训人员830人，其中园长80人，校长70人，教师700人。",
        "sum.mismatch 830人，其中园长80人，校长70人，教师700人"
      ),
      ("总分为100分，其中决策20分、过程20分、产出30分、效益40分。", "sum.mismatch 100分，其中决策20分、过程20分、产出30分、效益40分"),
      ("总分为100分，其中决策20分、过程20分、产出20分。", "sum.mismatch 100分，其中决策20分、过程20分、产出20分"),
      ("总分为100分，其中决策20分、过程20分、产出20分等。", ""),
      (
        "权重合计为100%，其中决策占15%，过程占25%，产出占35%，效益占30%。",
        "sum.mismatch 100%，其中决策占15%，过程占25%，产出占35%，效益占30%"
      ),
      (
        "安排资金600万元，包括培训费350万元、专家费150万元和资料费50万元三部分。",
        "sum.mismatch 600万元，包括培训费350万元、专家费150万元和资料费50万元"
      ),
      ("市本级安排120万元，各县区安排380万元，合计510万元。", "sum.mismatch 510万元"),
      ("市本级安排120万元，各县区安排380万元，合计500万元。", ""),
      ("上年结转90万元，市本级安排120万元，各县区安排380万元，后两项合计500万元。", ""),
      ("市本级安排120.4万元，各县区安排380.3万元，合计500.8万元。", ""),
    ])
  func further(words: String, line: String) throws {
    #expect(try Reviewed(words).lines == (line.isEmpty ? [] : [line]))
  }

  @Test(
    "parts that fit, that may overlap, or that are as large as the whole are none",
    arguments: [
      "项目总投资500万元，其中市级300万元，区级200万元。",
      "项目总投资500万元，其中市级300万元，区级100万元。",
      "全校120人，其中女性80人，党员60人。",
      "断面由759个增加到970个，其中国控断面由419个增加到574个。",
      "预算500万元，其中项目经费400万元，实际到位500万元。",
      "项目总投资500万元，其中市级300万元（其中2024年280万元），区级200万元。",
    ])
  func fits(words: String) throws {
    #expect(try Reviewed(words).lines == [])
  }
}
