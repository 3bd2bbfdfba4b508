internal import ArgumentParser
internal import PolicyExtraction
internal import PolicyIndex

/// The options by which commands choose duties of the library.
struct DutyConditionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "义务主体或责任部门：名称、原称、简称、职能都可以；“教育局”也找到教育行政部门、市教育局。", valueName: "部门"))
  var department: String?

  @Flag(help: "部门只按名称中的字查找，不按职能。")
  var exact = false

  @Option(
    help: ArgumentHelp("部门的角色：lead（牵头）、participant（配合、参加）或 responsible（主责，含单独负责）。", valueName: "角色")
  )
  var role: BearerPart?

  @Option(
    help: ArgumentHelp(
      "类型：应当、不得、可以、可以不、鼓励、处罚，或 obligation 等英文名；可以写多次。", valueName: "类型"),
    transform: Modality.named)
  var modality: [Modality] = []

  @Option(
    help: ArgumentHelp("数量条件，如 '罚款>=100000元'、'>=80%'；按文中写明的数比较，范围看两端。", valueName: "条件"))
  var quantity: [String] = []

  @Option(help: ArgumentHelp("时限条件，如 '<=15日'、'十五日内'；一个月按30日、5个工作日按7日折算。", valueName: "条件"))
  var deadline: [String] = []

  /// The condition that the options make.
  ///
  /// - Throws: ``CommandFailure`` if a quantity is not understood.
  func condition(_ finder: DepartmentTools?) throws(CommandFailure) -> DutyCondition {
    var condition = DutyCondition()
    if let department {
      condition.department = finder?.question(department, isExact: exact)
    }
    if let role { condition.roles = [role] }
    condition.modalities = modality.map(\.rawValue)
    for text in quantity { condition.quantities.append(try Self.quantity(text)) }
    for text in deadline { condition.deadlines.append(try Self.quantity(text)) }
    return condition
  }

  private static func quantity(_ text: String) throws(CommandFailure) -> QuantityCondition {
    try CommandFailure.wrapping { () throws(LibraryError) in try QuantityCondition(text) }
  }
}

extension BearerPart: ExpressibleByArgument {
  /// A part by its name in the output, or by the word that a register has for it.
  package init?(argument: String) {
    switch argument {
    case "lead", "牵头": self = .lead
    case "responsible", "主责", "负责": self = .responsible
    case "participant", "配合", "参加": self = .participant
    default: return nil
    }
  }
}
