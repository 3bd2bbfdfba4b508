/// An organ with how many duties it has.
package struct DepartmentCount: Sendable {
  package let name: String
  package let function: String?
  /// By modality, in the order of the register: 应当, 不得, 可以, 可以不, 鼓励, 处罚.
  package let byModality: [Int]
  /// In how many of them it leads, and in how many it takes part.
  package let leads: Int
  package let participates: Int
  package let documents: Int

  /// All of them.
  package var total: Int { byModality.reduce(0, +) }
}

/// What changed for an organ.
package struct DutyChange: Sendable {
  /// What became of a duty.
  package enum Kind: String, Sendable {
    case added, changed, removed

    /// What people call it.
    package var chineseName: String {
      switch self {
      case .added: "新增"
      case .changed: "修改"
      case .removed: "取消"
      }
    }
  }

  package let kind: Kind
  /// The duty before and after.
  package let old: LibraryDuty?
  package let new: LibraryDuty?
}

extension Library {
  /// The organs on which duties fall, those with most first, in texts that are not repealed.
  ///
  /// `question` asks for one organ under its names; `includesCategories` takes in 企业, 用人单位 and the like.
  ///
  /// - Throws: ``LibraryError``.
  package func departments(
    matching question: DepartmentQuestion?, documents filter: DocumentFilter,
    includesCategories: Bool, on day: CalendarDay, finder: DepartmentFinder?
  ) throws(LibraryError) -> [DepartmentCount] {
    let snapshot = try snapshot(on: day)
    let left = Set(snapshot.superseded + snapshot.copies)
    let asked = try store.documents(filter: filter, index: snapshot.index, day: day).filter {
      !left.contains($0)
        && (filter.states.contains(.repealed)
          || snapshot.index.validity(of: $0, on: day).state != .repealed)
    }
    var subjects: [Int]?
    if let question, let finder {
      subjects = try store.subjects(question, finder: finder).map(\.id)
    }
    return try store.departmentCounts(
      documents: asked, subjects: subjects, includesCategories: includesCategories)
  }

  /// Whether the library has an organ that a question means.
  ///
  /// - Throws: ``LibraryError``.
  package func knows(
    _ question: DepartmentQuestion, finder: DepartmentFinder
  ) throws(LibraryError) -> Bool {
    try !store.subjects(question, finder: finder).isEmpty
  }

  /// What changed for an organ between the texts in force on two days.
  ///
  /// - Throws: ``LibraryError``.
  package func changes(
    for question: DepartmentQuestion, from old: CalendarDay, to new: CalendarDay,
    finder: DepartmentFinder
  ) throws(LibraryError) -> [DutyChange] {
    let index = try versionIndex()
    var pairs: [(old: Int?, new: Int?)] = []
    for work in index.byWork.keys.sorted() {
      let before = index.current(of: work, on: old)
      let after = index.current(of: work, on: new)
      if before != after { pairs.append((before, after)) }
    }
    return try changes(for: question, between: pairs, on: new, finder: finder)
  }

  /// What changed for an organ from one text to another.
  ///
  /// - Throws: ``LibraryError``.
  package func changes(
    for question: DepartmentQuestion, between pairs: [(old: Int?, new: Int?)],
    on day: CalendarDay, finder: DepartmentFinder
  ) throws(LibraryError) -> [DutyChange] {
    let snapshot = try snapshot(on: day)
    let builder = HitBuilder(library: self, snapshot: snapshot, terms: [])
    let subjects = try store.subjects(question, finder: finder).map(\.id)
    func duties(of document: Int?) throws(LibraryError) -> [LibraryDuty] {
      guard let document else { return [] }
      var condition = DutyCondition()
      condition.department = question
      let norms = try store.norms(
        SearchConditions(condition, subjects: subjects, documents: [document]))
      var duties: [LibraryDuty] = []
      for detail in try store.normDetails(norms.compactMap(\.norm)) {
        duties.append(try builder.duty(detail, of: builder.document(document)))
      }
      return duties
    }
    var changes: [DutyChange] = []
    for pair in pairs {
      changes +=
        DutyComparison(old: try duties(of: pair.old), new: try duties(of: pair.new))
        .changes
    }
    return changes
  }
}

extension LibraryStore {
  /// The organs that a question means, with reasons.
  func subjects(
    _ question: DepartmentQuestion, finder: DepartmentFinder
  ) throws(LibraryError) -> [(id: Int, name: String, reason: String)] {
    let functions = question.isExact ? [] : question.function.map(finder.family) ?? []
    let known = try subjects(functions: functions, words: question.words)
    return known.compactMap { subject in
      finder.reason(for: subject, asked: question).map { (subject.id, subject.name, $0) }
    }
  }
}
