/// Words for made-up texts: harmless, and without numbers that could be taken for those of units.
package struct RandomWords {
  private let topics = [
    "公园管理", "档案保护", "实验室安全", "校车服务", "河道保洁", "图书借阅", "设备采购", "人才培养",
    "信息公开", "监督检查", "经费保障", "应急处置", "供水节水", "社区养老",
  ]
  private let subjects = [
    "市教育局", "主管部门", "县级人民政府", "用人单位", "申请人", "学校", "公园管理机构", "各有关部门",
    "市财政部门", "校学术委员会",
  ]
  private let verbs = [
    "制定", "公布", "检查", "保存", "登记", "报送", "完善", "落实", "核对", "审查", "建立", "维护",
  ]
  private let objects = [
    "年度工作计划", "安全管理制度", "设备台账", "服务目录", "经费使用情况", "应急预案", "档案材料",
    "信用记录", "监测数据", "培训方案", "相关信息", "公共设施",
  ]
  private let adverbials = [
    "依法", "及时", "按照本条例第三条的规定", "在每年三月底前", "自收到申请之日起十五日内", "会同有关部门",
    "按照职责分工", "依照前款规定", "根据实际需要",
  ]
  private let modals = ["应当", "应当", "应当", "可以", "不得", "负责"]

  private let places = [
    "沿河步道", "泵站", "闸口", "入河排口", "支流", "湿地", "堤岸", "绿化带", "桥梁", "码头", "蓄水池", "渔场", "取水口",
    "景观水体", "雨水管网", "截污井", "河心洲", "滩涂", "渡口", "水文站",
  ]
  private let things = [
    "清淤周期", "漂浮物打捞", "水质公示牌", "巡查日志", "保洁员名册", "船只停靠", "垂钓时段", "夜间照明", "护栏高度",
    "植被修复", "噪声限值", "救生器材", "监控探头", "投诉渠道", "志愿服务", "施工围挡", "水位标尺", "垃圾转运", "台风预案",
    "保证金",
  ]

  /// Words to pick from.
  package init() {}

  package func topic(_ random: inout some RandomNumberGenerator) -> String { pick(topics, &random) }
  package func subject(_ random: inout some RandomNumberGenerator) -> String {
    pick(subjects, &random)
  }

  package func predicate(_ random: inout some RandomNumberGenerator) -> String {
    pick(adverbials, &random) + pick(verbs, &random) + pick(objects, &random)
  }

  package func sentence(_ random: inout some RandomNumberGenerator) -> String {
    var sentence = subject(&random) + pick(modals, &random) + predicate(&random)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      sentence += "，" + pick(verbs, &random) + pick(objects, &random)
    }
    return sentence + "。"
  }

  /// A sentence of three clauses, of words enough that no two are alike by chance.
  func longSentence(_ random: inout some RandomNumberGenerator) -> String {
    var sentence = subject(&random) + pick(modals, &random) + predicate(&random)
    for _ in 0..<2 {
      sentence += "，" + pick(verbs, &random) + pick(places, &random) + "的" + pick(things, &random)
    }
    return sentence + "。"
  }

  private func pick(
    _ words: [String], _ random: inout some RandomNumberGenerator
  ) -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }
}
