/// 版本: the versions of all works, and what other documents do to them, for questions about a day.
struct VersionIndex: Sendable {
  /// A version as far as time goes.
  struct Version: Sendable {
    let id: Int
    let work: Int
    let source: Int
    let titleKey: String?
    let numberKey: String?
    let title: String?
    let number: String?
    let inForce: CalendarDay?
    let ground: InForceGround
    let versionDay: CalendarDay?
    let expires: CalendarDay?
    let copyOf: Int?
    let authorityLevel: String?
    let isRule: Bool
  }

  /// What a document does to those of a name.
  struct Effect: Sendable {
    let document: Int
    let kind: DocumentEffect.Kind
    let numberKey: String?
    let citation: String?
  }

  /// By their numbers.
  let versions: [Int: Version]
  /// The versions of each work, the oldest first.
  let byWork: [Int: [Int]]
  private let effects: [String: [Effect]]
  /// The versions of each title, where several works have it.
  private let byTitle: [String: [Int]]

  init(versions: [Version], effects: [String: [Effect]]) {
    var byID: [Int: Version] = [:]
    var byWork: [Int: [Int]] = [:]
    for version in versions {
      byID[version.id] = version
      if version.copyOf == nil { byWork[version.work, default: []].append(version.id) }
    }
    for (work, ids) in byWork where ids.count > 1 {
      byWork[work] = ids.sorted { left, right in
        let (first, second) = (byID[left]?.start, byID[right]?.start)
        return (first?.number ?? 0, left) < (second?.number ?? 0, right)
      }
    }
    var byTitle: [String: [Int]] = [:]
    for version in versions where version.copyOf == nil {
      if let key = version.titleKey { byTitle[key, default: []].append(version.id) }
    }
    self.byTitle = byTitle.filter { _, ids in Set(ids.compactMap { byID[$0]?.work }).count > 1 }
    self.versions = byID
    self.byWork = byWork
    self.effects = effects
  }

  /// Whether a version is in force on a day, and on what grounds.
  ///
  /// A copy is in force as long as what it repeats.
  func validity(of id: Int, on day: CalendarDay) -> Validity {
    guard let version = versions[versions[id]?.copyOf ?? id] else {
      return Validity(state: .unknown, ground: "")
    }
    if let expires = version.expires, expires <= day {
      return Validity(state: .repealed, ground: "本文件载明\(expires)失效")
    }
    let repeals = actions(.repeals, on: version, by: day)
    if let repeal = repeals.first(where: \.isCertain) {
      return Validity(state: .repealed, ground: "被\(name(of: repeal.document))废止\(since(repeal))")
    }
    if let start = version.inForce, start > day {
      return Validity(state: .notYet, ground: "\(start)起施行")
    }
    if let later = laterVersion(than: version, on: day) {
      let start = versions[later]?.start
      return Validity(
        state: .amended, ground: "库中有更新的文本 #\(later)\(start.map { "（\($0)起施行）" } ?? "")")
    }
    if let change = actions(.amends, on: version, by: day).first(where: \.isCertain) {
      return Validity(
        state: .amended, ground: "被\(name(of: change.document))修改\(since(change))，库中没有修改后的文本")
    }
    if let repeal = repeals.first {
      let lack = versions[repeal.document]?.start == nil ? "它没有写明施行日期" : "本文件没有写明日期"
      return Validity(
        state: .unknown, ground: "\(name(of: repeal.document))规定废止同名文件，但\(lack)，分不清先后，请核对")
    }
    guard let start = version.inForce else {
      let made = version.versionDay.map { "，只有\($0)通过或印发的日期" } ?? ""
      return Validity(state: .unknown, ground: "文本没有写明施行日期\(made)")
    }
    let twin = twin(of: version, from: start)
    let rival = rival(of: version, from: start, on: day) ?? twin
    let doubt =
      switch rival {
      case nil: ""
      case twin: "；另有同日起施行的文本 #\(twin ?? 0)，文字不同，分不清先后，请核对"
      case .some(let other): "；另有同名的 #\(other) 日期更晚，不能确定是否代替了本文件，请核对"
      }
    let partly = actions(.repealsPartly, on: version, by: day).first { $0.isCertain }
    return Validity(
      state: .inForce, ground: ground(version.ground, start, partly) + doubt, rival: rival)
  }

  /// Another text of the same work that is in force from the same day.
  private func twin(of version: Version, from start: CalendarDay) -> Int? {
    (byWork[version.work] ?? []).last { $0 != version.id && versions[$0]?.start == start }
  }

  /// A later text of the same name and kind that stands apart as another work.
  private func rival(
    of version: Version, from start: CalendarDay, on day: CalendarDay
  ) -> Int? {
    guard let key = version.titleKey, version.isRule else { return nil }
    return byTitle[key]?.last { other in
      guard let other = versions[other], other.work != version.work, other.isRule else {
        return false
      }
      // A text without a day may be the later one.
      guard let later = other.start else { return true }
      return later > start && later <= day
    }
  }

  /// Whether a later version of the same work has replaced a version by a day.
  func isSuperseded(_ id: Int, on day: CalendarDay) -> Bool {
    guard let version = versions[id] else { return false }
    return laterVersion(than: version, on: day) != nil
  }

  /// Whether a version is what applies on a day: in force, also where a decision has amended it and the
  /// library lacks the text that came of it.
  func applies(_ id: Int, on day: CalendarDay) -> Bool {
    switch validity(of: id, on: day).state {
    case .inForce: true
    case .amended: !isSuperseded(id, on: day)
    case .notYet, .repealed, .unknown: false
    }
  }

  /// The version of the same work that is in force on a day.
  func current(of work: Int, on day: CalendarDay) -> Int? {
    (byWork[work] ?? []).last { applies($0, on: day) }
  }

  /// What documents do to those of a title.
  func effects(on titleKey: String) -> [Effect] { effects[titleKey] ?? [] }

  // MARK: - Helpers

  private func laterVersion(than version: Version, on day: CalendarDay) -> Int? {
    guard let start = version.start else { return nil }
    return (byWork[version.work] ?? []).last { other in
      guard other != version.id, let later = versions[other]?.start else { return false }
      return later > start && later <= day
    }
  }

  /// What a document does to a version.
  private struct Action {
    let document: Int
    let start: CalendarDay?
    /// Whether dates tell that it came after the version.
    let isCertain: Bool
  }

  /// The documents that repeal or amend a version, and did not come before it or after a day.
  private func actions(
    _ kind: DocumentEffect.Kind, on version: Version, by day: CalendarDay
  ) -> [Action] {
    let named = version.titleKey.flatMap { effects[$0] } ?? []
    let numbered = version.numberKey.flatMap { effects[Self.key(ofNumber: $0)] } ?? []
    var found: [Action] = []
    for effect in named + numbered where effect.kind == kind && effect.document != version.id {
      if let number = effect.numberKey, let own = version.numberKey, number != own { continue }
      guard let actor = versions[effect.document], actor.work != version.work else { continue }
      let made = version.versionDay ?? version.inForce
      if let start = actor.start {
        // A decision that came before this version is in it already.
        if start > day || (made.map { $0 >= start } ?? false) { continue }
      }
      found.append(
        Action(
          document: effect.document, start: actor.start,
          isCertain: actor.start != nil && made != nil))
    }
    return found
  }

  /// The key of effects on documents that are named by their number alone.
  static func key(ofNumber number: String) -> String { "\u{0}" + number }

  private func since(_ action: Action) -> String { action.start.map { "（\($0)起）" } ?? "" }

  private func name(of document: Int) -> String {
    guard let title = versions[document]?.title else { return "#\(document)" }
    return title.hasPrefix("《") ? title : "《\(title)》"
  }

  private func ground(
    _ ground: InForceGround, _ start: CalendarDay, _ partly: Action?
  ) -> String {
    let reason =
      switch ground {
      case .effective: "\(start)起施行"
      case .revised: "\(start)最后一次修订或修正"
      case .issued: "\(start)印发"
      case .issuing: "\(start)随印发文件施行"
      case .unknown: ""
      }
    if let partly {
      return reason + "；部分条款被\(name(of: partly.document))废止\(since(partly))，请核对"
    }
    return reason + "；库中没有废止、修改它的文件"
  }
}

extension VersionIndex.Version {
  /// The day from which it counts: in force, or made.
  var start: CalendarDay? { inForce ?? versionDay }
}
