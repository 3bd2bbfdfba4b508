/// The lists that the program has, by the names of their files in `lexicons/` (without `.tsv`).
public enum LexiconName: String, Sendable, CaseIterable, Hashable {
  /// 修改决定标志语: what shows that a text amends, and where its instructions begin and end.
  case amendmentCues = "amendment-cues"
  /// 修改用语: the verbs, places and fillers of amending formulas.
  case amendmentWords = "amendment-words"
  /// 责任分工标志词: what gives parties their roles.
  case assignmentMarkers = "assignment-markers"
  /// 平均词: 人均, 生均.
  case averages
  /// 主语中心词: nouns that end the name of one on whom a norm falls.
  case bearerHeads = "bearer-heads"
  /// 办事机构: what the office of a committee is called: 办公室.
  case bodyOffices = "body-offices"
  /// 类主体: kinds of persons and bodies on whom norms fall.
  case categories
  /// 类主体语境词: words around a category that bears or receives a norm.
  case categoryFrames = "category-frames"
  /// 类主体词尾的疑似词: words that end in 人 or 者 and name no kind of bearers.
  case categoryLookalikes = "category-lookalikes"
  /// 量词: 人, 家, 次, 倍, 分.
  case classifiers
  /// 小句用词: small words that tell where a subject ends, what joins, limits or excepts.
  case clauseWords = "clause-words"
  /// 表头用词: 分值, 得分, 序号.
  case columnHeads = "column-heads"
  /// 比较词: 以上, 不少于, 超过.
  case comparators
  /// 条件起首词: 累计, 连续, 再次.
  case conditionStarts = "condition-starts"
  /// 计数动词: 配备, 开展.
  case countingVerbs = "counting-verbs"
  /// 货币: 元, 美元.
  case currencies
  /// 日期比较词: 前, 到, 自.
  case dateComparators = "date-comparators"
  /// 定义用词: what gives a term its meaning, or a name its short form.
  case definitionMarkers = "definition-markers"
  /// 每份单位: what 每 or / names a rate for.
  case denominators
  /// 部门名称词尾: what follows the function in the name of a department.
  case departmentHeads = "department-heads"
  /// 文种: what titles end with, and what follows 本, 该 and 同.
  case documentTypes = "document-types"
  /// 立法用词: words that the drafting rules for legislation replace by others.
  case draftingWords = "drafting-words"
  /// 假情态词: words that contain a marker of modality and are none.
  case falseFriends = "false-friends"
  /// 表证单书: endings of titles that name no policy document.
  case formTitleEndings = "form-title-endings"
  /// 职能: the business that names of organs begin with.
  case functions
  /// 有关规定的用词: the words of references to rules in general.
  case genericRuleWords = "generic-rule-words"
  /// 陈述用词: words of first sentences that name no topic.
  case statementWords = "statement-words"
  /// 标识语境: 附件, 电话, 号: words beside a number that measures nothing.
  case identifyingContexts = "identifying-contexts"
  /// 指标列举引导词: 下设, 包括.
  case indicatorListLeads = "indicator-list-leads"
  /// 指标度量词: 完成率, 人数.
  case indicatorMeasures = "indicator-measures"
  /// 单位末词: what names of schools, firms and hospitals end with.
  case institutionEndings = "institution-endings"
  /// 法律简称后的词语: what may follow a law's name without a reference.
  case lawNameFalseFriends = "law-name-false-friends"
  /// 法律简称: names of national laws, written without 《》.
  case lawNames = "law-names"
  /// 字母等级用词: 类 in A类, 组织 in A组织.
  case letterClasses = "letter-classes"
  /// 列举量词: 项, 种, 类.
  case listCounters = "list-counters"
  /// 被计量词: 人数, 比例, 面积.
  case measuredHeads = "measured-heads"
  /// 情态词: what makes a clause a norm.
  case modality
  /// 名称左界: words that end a name on its left.
  case nameBoundaries = "name-boundaries"
  /// 名称界词: words that no name of an organ holds.
  case nameBounds = "name-bounds"
  /// 名称词尾: what names end with that need not be in any list.
  case nameHeads = "name-heads"
  /// 名称用词: the small words that the rules of names ask about.
  case nameWords = "name-words"
  /// 否定: 不, 不得, 未.
  case negations
  /// 动词: verbs of directives and official acts.
  case normVerbs = "norm-verbs"
  /// 非名称词: words that begin with a name and are none.
  case notNames = "not-names"
  /// 发文字号前的词语: what may stand before a document number without being part of it.
  case numberLeadIns = "number-lead-ins"
  /// 数字词语: 一般, 十四五, 三严三实.
  case numeralWords = "numeral-words"
  /// 列举引导词: 分为, 包括: what leads to names that a number counts.
  case enumerationLeads = "enumeration-leads"
  /// 机关末词: what names of organs end with where they are addressed or sign.
  case organEndings = "organ-endings"
  /// 机构更名: organs that have another name since a reform.
  case organRenames = "organ-renames"
  /// 机关名称: organs and units, with abbreviations and old names.
  case organs
  /// 交叉群体: 女性, 党员: groups whose numbers need not add up.
  case overlappingGroups = "overlapping-groups"
  /// 网页杂项: words that show a line to be part of a web page.
  case pageClutter = "page-clutter"
  /// 分项词: 其中, 包括.
  case partWords = "part-words"
  /// 责任单位末词: what names of parties end with that no rule of names knows.
  case partyEndings = "party-endings"
  /// 短语引导词: 但是, 其中.
  case phraseLeads = "phrase-leads"
  /// 职务: what follows an organ in the name of a post.
  case posts
  /// 即时用词: 立即, 及时: what stands where a time limit might.
  case promptnessWords = "promptness-words"
  /// 指代名词: nouns after 该 and 上述 that stand for subjects of other names.
  case pronounNouns = "pronoun-nouns"
  /// 指代词: words that point back to a subject: 其, 该, 上述.
  case pronouns
  /// 数量作用词: 罚款, 力争, 满分.
  case quantityRoles = "quantity-roles"
  /// 层级词误认: words whose last scalar is no rank.
  case rankBounds = "rank-bounds"
  /// 层级词: words of rank and place before the name of an organ.
  case ranks
  /// 地名末词: what names of regions end with.
  case regionEndings = "region-endings"
  /// 地名末字的层级: what names of places end with that no list has, with their levels.
  case regionLevels = "region-levels"
  /// 行政区划: provinces, cities and counties.
  case regions
  /// 罚则宾语: what a verb of sanction must have after it.
  case sanctionObjects = "sanction-objects"
  /// 罚则词: verbs that impose what follows a breach.
  case sanctionVerbs = "sanction-verbs"
  /// 适用范围用词: 适用于, 不适用.
  case scopeWords = "scope-words"
  /// 自称词: 法, 条例, as in 本法.
  case selfNames = "self-names"
  /// 比例提示词: 计划, 实际, 完成率.
  case shareCues = "share-cues"
  /// 署名末词: words that the name of an organ ends with in a signature.
  case signatoryEndings = "signatory-endings"
  /// 表头栏目: 二级指标, 分值, 责任部门.
  case tableHeads = "table-heads"
  /// 合计用词: 合计, 总分.
  case tableTotals = "table-totals"
  /// 表格用词: what the cells of a column, and the lines behind a table, are known by.
  case tableWords = "table-words"
  /// 时间单位: 年, 日, 小时, 工作日.
  case timeUnits = "time-units"
  /// 计数所指: 指标, 方面: what a number counts that tells how a text is built.
  case uncountedNouns = "uncounted-nouns"
  /// 标题末词: words that the title of a document ends with.
  case titleEndings = "title-endings"
  /// 标题用词: where a topic begins, what names a version, what is no name of a school or firm.
  case titleWords = "title-words"
  /// 条款项目的形近词: what begins like a unit and is none.
  case unitFalseFriends = "unit-false-friends"
  /// 形似单位的词: 年级, 人民.
  case unitLookalikes = "unit-lookalikes"
  /// 计量单位: 公里, 平方米, 吨.
  case units
  /// 文种语气: 报告 gives facts, 规划 sets targets.
  case documentManners = "document-manners"
  /// 公文要素用词: words that a part of a document's wrapper is known by.
  case wrapperWords = "wrapper-words"
  /// 职能沿革: the function that an old one went over to in a reform.
  case functionSuccessors = "function-successors"
}
