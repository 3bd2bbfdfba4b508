internal import PolicyExtraction
package import PolicyLexicons

/// 部门查找: which of the library's organs a reader means by a name.
///
/// An organ is found by its own name; by its function, whatever it is called there (教育局, 教育行政部门, 教育
/// 主管部门); by a name that it had before a reform (工商局 and 市场监督管理局). A level or place that the
/// reader names must fit: 市教育局 is no 省教育厅, 厦门市教育局 no 福州市教育局, but 县级以上教育行政部门 is each
/// of them. 厅 is an organ of a province; 局 without a level is one below, or of a municipality under the
/// central government (直辖市).
///
/// Source: decisions on institutional reform (1998 to 2023) for old names; Organic Law of Local
/// Governments for levels.
package struct DepartmentFinder: Sendable {
  /// An organ that the library knows.
  struct Subject: Sendable {
    let id: Int
    let name: String
    let kind: Int
    let function: String?
    let level: Int
    let place: String?
    let generic: Bool
  }

  /// The functions that followed others: 工商行政管理 → 市场监督管理.
  private let successors: [String: String]
  private let places: PlaceReader

  /// - Throws: ``LexiconError`` with the first line at fault.
  package init(lexicons: Lexicons) throws(LexiconError) {
    var successors: [String: String] = [:]
    let list = lexicons[.functionSuccessors]
    for row in list.rows where row.count > 1 { successors[row[0]] = row[1] }
    self.successors = successors
    places = try PlaceReader(lexicons: lexicons)
  }

  /// The functions that are one business under its names over time.
  func family(of function: String) -> Set<String> {
    let present = successors[function] ?? function
    var family: Set<String> = [function, present]
    for (old, new) in successors where new == present { family.insert(old) }
    return family
  }

  /// Why an organ is what is asked for; `nil` if it is not.
  func reason(for subject: Subject, asked question: DepartmentQuestion) -> String? {
    if subject.name == question.words { return "名称相同" }
    if question.isExact { return subject.name.contains(question.words) ? "名称含有该词" : nil }
    if let function = question.function, let own = subject.function {
      guard isOrgan(subject), family(of: function).contains(own) else {
        return subject.name.contains(question.words) ? "名称含有该词" : nil
      }
      guard fits(subject, question) else { return nil }
      if own == function { return subject.name.contains(question.words) ? "名称含有该词" : "同一职能：\(own)" }
      return successors[own] != nil ? "原称，现职能：\(successors[own] ?? own)" : "职能相承：\(own)"
    }
    if question.function == nil, subject.name.contains(question.words) {
      return fits(subject, question) ? "名称含有该词" : nil
    }
    return nil
  }

  /// Whether a name means an organ, rather than a unit within one or people.
  private func isOrgan(_ subject: Subject) -> Bool {
    switch Codes.value(subject.kind, in: Codes.subjectKinds) {
    case .department, .government, .party, .committee:
      !Self.servants.contains { subject.name.hasSuffix($0) }
    default: false
    }
  }

  /// What the names of bodies end with that serve a department and are none.
  private static let servants = ["中心", "院", "所", "站", "校", "馆", "协会", "学会"]

  // MARK: Level and place

  private func fits(_ subject: Subject, _ question: DepartmentQuestion) -> Bool {
    let asked = places.place(of: question.words)
    if let asked, let own = subject.place, !isSame(asked, own) { return false }
    var level = question.level.flatMap(Entity.Level.init(rawValue:))
    if level == nil, isProvincialName(question.words) { level = .provincial }
    if level == .national, isShortName(question.words) { level = nil }
    let own = Codes.value(subject.level, in: Codes.administrativeLevels)
    guard let level else {
      // 教育局 is a local organ; 教育部门 may be one at any level.
      guard isLocalName(question.words) else { return true }
      return !(own == .national && !subject.generic) && !isOfProvince(subject, own)
    }
    return covers(subject, own, level)
  }

  /// 厦门市 and 福建省/厦门市 are one place; 思明区 lies in it and is another one.
  private func isSame(_ left: String, _ right: String) -> Bool {
    left == right || left.hasSuffix("/" + right) || right.hasSuffix("/" + left)
  }

  private func isLocalName(_ words: String) -> Bool {
    words.hasSuffix("局") && !words.hasSuffix("总局")
  }

  /// Whether a name may be short for an organ of the central government and is what local ones are called:
  /// 林业局, 国资委.
  private func isShortName(_ words: String) -> Bool {
    let isOfState = ["国家", "国务院", "全国", "中国", "中央", "中共中央"].contains { words.hasPrefix($0) }
    return !isOfState && (isLocalName(words) || words.hasSuffix("委") || words.hasSuffix("办"))
  }

  private func isProvincialName(_ words: String) -> Bool {
    words.hasSuffix("厅") && !words.hasSuffix("办公厅")
  }

  /// Whether an organ is one of a province alone, where it is called 厅; a 直辖市 has 局.
  private func isOfProvince(_ subject: Subject, _ own: Entity.Level?) -> Bool {
    if isProvincialName(subject.name) { return true }
    guard own == .provincial, !subject.name.contains("以上") else { return false }
    return (subject.name.contains("省") || subject.name.contains("自治区"))
      && !subject.name.contains("直辖市")
  }

  /// Whether an organ is one of a level: 县级以上 takes in each from the county up.
  private func covers(
    _ subject: Subject, _ own: Entity.Level?, _ level: Entity.Level
  ) -> Bool {
    let order: [Entity.Level] = [.village, .township, .county, .municipal, .provincial, .national]
    guard let asked = order.firstIndex(of: level) else { return own == nil || own == level }
    if subject.name.contains("以上") {
      let lowest: Entity.Level? =
        if subject.name.contains("县级以上") || subject.name.contains("县以上") {
          .county
        } else if subject.name.contains("市级以上") || subject.name.contains("设区的市以上") {
          .municipal
        } else if subject.name.contains("省级以上") { .provincial } else { own }
      let isLocal = subject.name.contains("地方") && level == .national
      guard let lowest, let from = order.firstIndex(of: lowest) else { return !isLocal }
      return asked >= from && !isLocal
    }
    guard let own else { return !(subject.name.contains("地方") && level == .national) }
    return own == level
  }
}
