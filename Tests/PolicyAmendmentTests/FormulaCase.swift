/// An instruction, and what it makes of the base text of these tests.
struct FormulaCase: Sendable, CustomStringConvertible {
  /// What the case shows.
  let name: String
  /// The instruction.
  let instruction: String
  /// Lines of the base and what they become: other lines, parted by line breaks; `nil` for none.
  let changes: [(line: String, becomes: String?)]
  /// Whether the decision says that numbers are adjusted.
  var adjustsOrder = true
  /// Whether something of it is refused.
  var isRefused = false

  var description: String { name }

  /// The text that all cases begin with.
  static let base = """
    云溪市示例条例
    第一章　总则
    第一条　为了甲，制定本条例。
    第二条　市教育局负责乙，区教育局配合。
    由教育局解释。
    第三条　丙应当遵守。
    第二章　监督管理
    第四条　有下列情形之一的，予以公布：
    （一）情形甲；
    （二）情形乙；
    （三）情形丙。
    依照前款规定公布的，应当告知当事人。
    第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。
    第三章　附则
    第六条　本条例第三条、第五条所称丁，包括戊。
    第七条　本条例自公布之日起施行。

    """

  /// The base with the changes of the case.
  var expected: String {
    let becomes = Dictionary(uniqueKeysWithValues: changes.map { ($0.line, $0.becomes) })
    let lines = Self.base.split(separator: "\n").compactMap { line -> String? in
      becomes[String(line)] ?? String(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The instruction as a decision.
  var decision: String {
    """
    云溪市人民代表大会常务委员会关于修改《云溪市示例条例》的决定
    决定对《云溪市示例条例》作如下修改：
    一、\(instruction)
    本决定自公布之日起施行。
    \(adjustsOrder ? "《云溪市示例条例》根据本决定作相应修改并对条文顺序作相应调整，重新公布。" : "")

    """
  }

  /// One case a formula, and near misses that are refused.
  static let all: [FormulaCase] = [
    FormulaCase(
      name: "改为 with quotations",
      instruction: "将第二条第一款中的“区教育局配合”改为“区教育局协助”。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育局负责乙，区教育局协助。")
      ]),
    FormulaCase(
      name: "分别",
      instruction: "将第五条中的“五百元”、“一千元”分别修改为“一千元”、“五千元”。",
      changes: [
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第五条　违反本条例第四条第一款第二项规定的，处一千元以上五千元以下罚款。")
      ]),
    FormulaCase(
      name: "two verbs in one clause by 、",
      instruction: "第五条中的“五百元”修改为“六百元”、“一千元”修改为“两千元”。",
      changes: [
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第五条　违反本条例第四条第一款第二项规定的，处六百元以上两千元以下罚款。")
      ]),
    FormulaCase(
      name: "删去 words trailing",
      instruction: "第五条中的“以上一千元以下”删去。",
      changes: [
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第五条　违反本条例第四条第一款第二项规定的，处五百元罚款。")
      ]),
    FormulaCase(
      name: "删去 unit trailing",
      instruction: "将第二条第二款删除。",
      changes: [
        ("由教育局解释。", nil)
      ]),
    FormulaCase(
      name: "chained rewrites in one sentence",
      instruction: "第四条第一款第一项修改为：“（一）情形子；”，第三项修改为：“（三）情形寅。”，删去第二款。",
      changes: [
        ("（一）情形甲；", "（一）情形子；"),
        ("（三）情形丙。", "（三）情形寅。"),
        ("依照前款规定公布的，应当告知当事人。", nil),
      ]),
    FormulaCase(
      name: "delete two items",
      instruction: "删去第四条第一款第（一）项、第（二）项。",
      changes: [
        ("（一）情形甲；", nil),
        ("（二）情形乙；", nil),
        ("（三）情形丙。", "（一）情形丙。"),
      ]),
    FormulaCase(
      name: "delete last item mends the marks",
      instruction: "删去第四条第一款第三项。",
      changes: [
        ("（二）情形乙；", "（二）情形乙。"),
        ("（三）情形丙。", nil),
      ]),
    FormulaCase(
      name: "two items added at the end",
      instruction: "第四条第一款增加两项，作为第（四）项、第（五）项：“（四）情形丁；\n“（五）情形戊。”",
      changes: [
        ("（三）情形丙。", "（三）情形丙；\n（四）情形丁；\n（五）情形戊。")
      ]),
    FormulaCase(
      name: "item in the middle, references follow",
      instruction: "第四条第一款增加一项，作为第二项：“（二）情形子。”",
      changes: [
        ("（二）情形乙；", "（二）情形子；\n（三）情形乙；"),
        ("（三）情形丙。", "（四）情形丙。"),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第五条　违反本条例第四条第一款第三项规定的，处五百元以上一千元以下罚款。"),
      ]),
    FormulaCase(
      name: "paragraph before the first",
      instruction: "第二条增加一款作为第一款：“本市建立制度。”",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　本市建立制度。\n市教育局负责乙，区教育局配合。")
      ]),
    FormulaCase(
      name: "first paragraph deleted",
      instruction: "删去第二条第一款。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", nil),
        ("由教育局解释。", "第二条　由教育局解释。"),
      ]),
    FormulaCase(
      name: "paragraph at the end without number",
      instruction: "第三条增加一款：“违反的，予以批评。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当遵守。\n违反的，予以批评。")
      ]),
    FormulaCase(
      name: "paragraph after a paragraph",
      instruction: "在第二条第一款后增加一款：“街道办事处协助。”",
      changes: [
        ("由教育局解释。", "街道办事处协助。\n由教育局解释。")
      ]),
    FormulaCase(
      name: "words after words",
      instruction: "在第三条“丙”之后增加“、丁”。",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙、丁应当遵守。")
      ]),
    FormulaCase(
      name: "words before words",
      instruction: "在第三条中的“应当”前增加“依法”。",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙依法应当遵守。")
      ]),
    FormulaCase(
      name: "words at the end",
      instruction: "在第三条末尾增加“但是，法律另有规定的除外。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当遵守。但是，法律另有规定的除外。")
      ]),
    FormulaCase(
      name: "merge without words",
      instruction: "将第二条第一款、第二款合并为一款，作为第一款，修改为：“市教育局负责乙。”",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育局负责乙。"),
        ("由教育局解释。", nil),
      ]),
    FormulaCase(
      name: "split an article",
      instruction: "将第三条分为两条，作为第三条、第四条，修改为：“第三条　丙应当遵守。\n“第四条　丙应当报告。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当遵守。\n第四条　丙应当报告。"),
        ("第四条　有下列情形之一的，予以公布：", "第五条　有下列情形之一的，予以公布："),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第六条　违反本条例第五条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第三条、第六条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "paragraph becomes an article",
      instruction: "将第二条第二款改为第三条，修改为：“本条例由教育局解释。”",
      changes: [
        ("由教育局解释。", "第三条　本条例由教育局解释。"),
        ("第三条　丙应当遵守。", "第四条　丙应当遵守。"),
        ("第四条　有下列情形之一的，予以公布：", "第五条　有下列情形之一的，予以公布："),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第六条　违反本条例第五条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第四条、第六条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "paragraph moved out unchanged",
      instruction: "将第二条第二款改为第三条。",
      changes: [
        ("由教育局解释。", "第三条　由教育局解释。"),
        ("第三条　丙应当遵守。", "第四条　丙应当遵守。"),
        ("第四条　有下列情形之一的，予以公布：", "第五条　有下列情形之一的，予以公布："),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第六条　违反本条例第五条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第四条、第六条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "article in a named chapter at its start",
      instruction: "第二章增加一条，作为第四条：“监督依法进行。”",
      changes: [
        ("第四条　有下列情形之一的，予以公布：", "第四条　监督依法进行。\n第五条　有下列情形之一的，予以公布："),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第六条　违反本条例第五条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第三条、第六条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "chapter title in quotations",
      instruction: "将第二章“监督管理”修改为“监督检查”。",
      changes: [
        ("第二章　监督管理", "第二章　监督检查")
      ]),
    FormulaCase(
      name: "chapter title with number",
      instruction: "第二章章名修改为“第二章　监督检查”。",
      changes: [
        ("第二章　监督管理", "第二章　监督检查")
      ]),
    FormulaCase(
      name: "title of the law",
      instruction: "将条例名称修改为“云溪市样例条例”。",
      changes: [
        ("云溪市示例条例", "云溪市样例条例")
      ]),
    FormulaCase(
      name: "title by title marks",
      instruction: "将名称由《云溪市示例条例》修改为《云溪市样例条例》。",
      changes: [
        ("云溪市示例条例", "云溪市样例条例")
      ]),
    FormulaCase(
      name: "chain of numbers",
      instruction: "第五条改为第六条，第六条改为第七条，第七条改为第八条，增加一条，作为第五条：“新条。”",
      changes: [
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第五条　新条。\n第六条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第三条、第六条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "range of numbers",
      instruction: "增加一条，作为第三条：“新条。”第三条至第七条依次改为第四条至第八条。",
      changes: [
        ("第三条　丙应当遵守。", "第三条　新条。\n第四条　丙应当遵守。"),
        ("第四条　有下列情形之一的，予以公布：", "第五条　有下列情形之一的，予以公布："),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第六条　违反本条例第五条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第四条、第六条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "nested parts",
      instruction: "第二条作如下修改：\n（一）第一款中的“区教育局”修改为“县（区）教育局”。\n（二）删去第二款。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育局负责乙，县（区）教育局配合。"),
        ("由教育局解释。", nil),
      ]),
    FormulaCase(
      name: "throughout, the old within the new",
      instruction: "将本条例中的“教育局”统一修改为“市教育局”。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育局负责乙，区市教育局配合。"),
        ("由教育局解释。", "由市教育局解释。"),
      ]),
    FormulaCase(
      name: "several in listed articles",
      instruction: "将第二条、第三条中的“教育局”修改为“教育主管部门”。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育主管部门负责乙，区教育主管部门配合。"),
        ("由教育局解释。", "由教育主管部门解释。"),
      ],
      isRefused: true),
    FormulaCase(
      name: "whole chapter deleted",
      instruction: "删去第二章。",
      changes: [
        ("第二章　监督管理", nil),
        ("第四条　有下列情形之一的，予以公布：", nil),
        ("（一）情形甲；", nil),
        ("（二）情形乙；", nil),
        ("（三）情形丙。", nil),
        ("依照前款规定公布的，应当告知当事人。", nil),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", nil),
        ("第三章　附则", "第二章　附则"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第四条　本条例第三条、第五条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第五条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "numbers kept where nothing says so",
      instruction: "删去第三条。",
      changes: [
        ("第三条　丙应当遵守。", nil)
      ],
      adjustsOrder: false),
    FormulaCase(
      name: "lead of a list",
      instruction: "将第四条第一款修改为：“有下列行为之一的，应当公布：”。",
      changes: [
        ("第四条　有下列情形之一的，予以公布：", "第四条　有下列行为之一的，应当公布：")
      ]),
    FormulaCase(
      name: "whole list rewritten",
      instruction: "第四条第一款修改为：“有下列行为之一的，应当公布：\n“（一）行为甲；\n“（二）行为乙。”",
      changes: [
        ("第四条　有下列情形之一的，予以公布：", "第四条　有下列行为之一的，应当公布："),
        ("（一）情形甲；", "（一）行为甲；"),
        ("（二）情形乙；", "（二）行为乙。"),
        ("（三）情形丙。", nil),
      ]),
    FormulaCase(
      name: "one paragraph into two",
      instruction: "将第二条第一款修改为两款，作为第一款、第二款：“市教育局负责乙。\n“区教育局配合。”第二款改为第三款，修改为：“由市教育局解释。”",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育局负责乙。\n区教育局配合。"),
        ("由教育局解释。", "由市教育局解释。"),
      ]),
    FormulaCase(
      name: "every paragraph closed",
      instruction: "第三条修改为：“丙应当遵守。”\n“丙应当报告。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当遵守。\n丙应当报告。")
      ]),
    FormulaCase(
      name: "straight quotation marks",
      instruction: "将第三条修改为:\"丙应当报告。\"",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当报告。")
      ]),
    FormulaCase(
      name: "each instruction with marks of its own",
      instruction:
        "第三条修改为：「丙应当报告。」将第一条中的“甲”修改为“癸”，将第二条第二款中的『解释』修改为『说明』。",
      changes: [
        ("第一条　为了甲，制定本条例。", "第一条　为了癸，制定本条例。"),
        ("由教育局解释。", "由教育局说明。"),
        ("第三条　丙应当遵守。", "第三条　丙应当报告。"),
      ]),
    FormulaCase(
      name: "straight marks beside others",
      instruction: "第三条修改为：“丙应当‘报告’。”将第一条中的\"甲\"修改为\"癸\"。",
      changes: [
        ("第一条　为了甲，制定本条例。", "第一条　为了癸，制定本条例。"),
        ("第三条　丙应当遵守。", "第三条　丙应当“报告”。"),
      ]),
    FormulaCase(
      name: "a new chapter by its title, with the articles behind it",
      instruction: "增加一章，作为第三章“监督检查”。\n二、增加一条，作为第六条：“己应当检查。”",
      changes: [
        (
          "第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。",
          "第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。\n第三章　监督检查\n第六条　己应当检查。"
        ),
        ("第三章　附则", "第四章　附则"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第三条、第五条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "a new chapter without articles",
      instruction: "增加一章，作为第三章“监督检查”。",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "number with 修改为",
      instruction: "增加一条，作为第三条：“新条。”将第三条修改为第四条。",
      changes: [
        ("第三条　丙应当遵守。", "第三条　新条。\n第四条　丙应当遵守。"),
        ("第四条　有下列情形之一的，予以公布：", "第五条　有下列情形之一的，予以公布："),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第六条　违反本条例第五条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第四条、第六条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
    FormulaCase(
      name: "并 in a clause",
      instruction: "删去第二条第二款，并将第三条中的“遵守”修改为“服从”。",
      changes: [
        ("由教育局解释。", nil),
        ("第三条　丙应当遵守。", "第三条　丙应当服从。"),
      ]),
    FormulaCase(
      name: "two occurrences",
      instruction: "将第二条第一款中的“教育局”修改为“教育厅”。",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "as many places as it says",
      instruction: "将第二条第一款中的两处“教育局”修改为“教育厅”。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育厅负责乙，区教育厅配合。")
      ]),
    FormulaCase(
      name: "other places than it says",
      instruction: "将第二条第一款中的三处“教育局”修改为“教育厅”。",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "words said with each unit",
      instruction: "将第三条中的“应当”和第四条第二款中的“应当”修改为“可以”。",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙可以遵守。"),
        ("依照前款规定公布的，应当告知当事人。", "依照前款规定公布的，可以告知当事人。"),
      ]),
    FormulaCase(
      name: "new words of a paragraph hold against words changed all over its article",
      instruction: "将第二条第二款修改为：“由市教育局解释。”将第二条中的“教育局”均修改为“教育主管部门”。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", "第二条　市教育主管部门负责乙，区教育主管部门配合。"),
        ("由教育局解释。", "由市教育局解释。"),
      ]),
    FormulaCase(
      name: "absent words",
      instruction: "将第三条中的“庚”修改为“辛”。",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "no such article",
      instruction: "第九条修改为：“无。”",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "order of no formula",
      instruction: "将第三条移至第二章。",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "first sentence",
      instruction: "将第二条第一款第一句修改为：“无。”",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "ellipsis",
      instruction: "将第五条中的“违反……罚款”修改为“不罚”。",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "conflict",
      instruction: "将第三条修改为：“子。”将第三条中的“丙”修改为“丁”。",
      changes: [
        ("第三条　丙应当遵守。", "第三条　子。")
      ],
      isRefused: true),
    FormulaCase(
      name: "number out of reach",
      instruction: "增加一条，作为第四十条：“无。”",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "only paragraph",
      instruction: "删去第三条第一款。",
      changes: [],
      isRefused: true),
    FormulaCase(
      name: "moved article",
      instruction: "将第二条改为第五条，第三条改为第二条，第四条改为第三条，第五条改为第四条。",
      changes: [
        ("第二条　市教育局负责乙，区教育局配合。", nil),
        ("由教育局解释。", nil),
        ("第三条　丙应当遵守。", "第二条　丙应当遵守。"),
        ("第四条　有下列情形之一的，予以公布：", "第三条　有下列情形之一的，予以公布："),
        (
          "第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。",
          "第四条　违反本条例第三条第一款第二项规定的，处五百元以上一千元以下罚款。\n第五条　市教育局负责乙，区教育局配合。\n由教育局解释。"
        ),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第六条　本条例第二条、第四条所称丁，包括戊。"),
      ]),
    FormulaCase(
      name: "words named by neighbours",
      instruction: "将第五条中“五百元以上”后的“一千元”修改为“三千元”。",
      changes: [
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第五条　违反本条例第四条第一款第二项规定的，处五百元以上三千元以下罚款。")
      ]),
    FormulaCase(
      name: "subject quotation with old text",
      instruction: "第三条“丙应当遵守。”修改为：“丙应当遵守。\n“丙应当报告。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当遵守。\n丙应当报告。")
      ]),
    FormulaCase(
      name: "old words and new words",
      instruction: "第三条原为：“丙应当遵守。”现修改为：“丙应当报告。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当报告。")
      ]),
    FormulaCase(
      name: "old words that are not those of the text",
      instruction: "第三条原为：“丙可以遵守。”现修改为：“丙应当报告。”", changes: [], isRefused: true),
    FormulaCase(
      name: "the law by its name without marks",
      instruction: "将云溪市示例条例第三条修改为：“丙应当报告。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙应当报告。")
      ]),
    FormulaCase(
      name: "two chapters become one",
      instruction: "将第二章和第三章合并为第二章，章名修改为“监督管理和附则”。",
      changes: [
        ("第二章　监督管理", "第二章　监督管理和附则"),
        ("第三章　附则", nil),
      ]),
    FormulaCase(
      name: "delete with 的表述",
      instruction: "删除第三条“应当”的表述。",
      changes: [
        ("第三条　丙应当遵守。", "第三条　丙遵守。")
      ]),
    FormulaCase(
      name: "reference words changed explicitly",
      instruction: "第六条中的“第三条、第五条”修改为“第五条”，增加一条，作为第三条：“新条。”",
      changes: [
        ("第三条　丙应当遵守。", "第三条　新条。\n第四条　丙应当遵守。"),
        ("第四条　有下列情形之一的，予以公布：", "第五条　有下列情形之一的，予以公布："),
        ("第五条　违反本条例第四条第一款第二项规定的，处五百元以上一千元以下罚款。", "第六条　违反本条例第五条第一款第二项规定的，处五百元以上一千元以下罚款。"),
        ("第六条　本条例第三条、第五条所称丁，包括戊。", "第七条　本条例第五条所称丁，包括戊。"),
        ("第七条　本条例自公布之日起施行。", "第八条　本条例自公布之日起施行。"),
      ]),
  ]
}
