internal import ArgumentParser
internal import PolicyIndex

/// The options by which commands choose documents of the library.
struct DocumentFilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("发文机关的名称中有这些字的。", valueName: "机关"))
  var issuer: String?

  @Option(
    name: .customLong("authority-level"),
    help: ArgumentHelp("效力级别：法律、行政法规、部门规章等；可以写多次。", valueName: "级别"))
  var authorityLevel: [String] = []

  @Option(help: ArgumentHelp("文种：法、条例、办法、通知等；可以写多次。", valueName: "文种"))
  var type: [String] = []

  @Option(help: ArgumentHelp("地区，含其下辖的地区。", valueName: "地区"))
  var region: String?

  @Option(help: ArgumentHelp("施行或印发不早于这一天。", valueName: "日期"))
  var from: CalendarDay?

  @Option(help: ArgumentHelp("施行或印发不晚于这一天。", valueName: "日期"))
  var to: CalendarDay?

  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("只看这一天有效的版本，如 2021-06-30。", valueName: "日期"))
  var asOf: CalendarDay?

  @Option(
    help: ArgumentHelp("时效：现行有效、尚未生效、已被修改、失效、时效不明；可以写多次。", valueName: "时效"),
    transform: Validity.State.named)
  var status: [Validity.State] = []

  /// The filter that the options make.
  var filter: DocumentFilter {
    var filter = DocumentFilter()
    filter.issuer = issuer
    filter.authorityLevels = Set(authorityLevel)
    filter.types = Set(type)
    filter.region = region
    filter.from = from
    filter.to = to
    filter.asOf = asOf
    filter.states = Set(status)
    return filter
  }

  func validate() throws {
    if let asOf, !asOf.isWholeDay {
      throw ValidationError("--as-of 要写到日，如 2021-06-30。请改正。")
    }
  }

  /// Says which values no document of a library has, so that an empty answer is understood.
  ///
  /// - Throws: ``CommandFailure`` if the library cannot be read.
  func complainOfUnknown(in library: Library) throws(CommandFailure) {
    let unknown = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.unknownValues(in: filter)
    }
    unknown.forEach(Output.complain)
  }

  /// The day that validity is asked for.
  var day: CalendarDay { asOf ?? .today }
}

extension Validity.State {
  /// A state by its name in the output, or as people call it.
  fileprivate static func named(_ argument: String) throws -> Validity.State {
    if argument == "unknown" || argument == "不明" { return .unknown }
    if argument == "有效" { return .inForce }
    if argument == "废止" { return .repealed }
    let found = allCases.first { $0.rawValue == argument || $0.chineseName == argument }
    guard let found else { throw ValidationError("没有这种时效") }
    return found
  }
}
