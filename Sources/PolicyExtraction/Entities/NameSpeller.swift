import PolicyLexicons
import PolicyText

/// Spells names out: 市人社局 in a text of 厦门市 becomes 厦门市人力资源和社会保障局.
struct NameSpeller {
  let vocabulary: EntityVocabulary
  let issuer: Issuer
  let scalars: [Unicode.Scalar]

  /// The whole name.
  func canonical(_ name: ParsedName) -> String {
    switch name.core {
    case .issuer:
      return (speaker(of: name) ?? words(name.coreRange)) + tail(of: name)
    case .category where !name.hasPost:
      if let head = name.sharedHead { return words(name.coreRange) + words(head) }
      return institutionMeant(by: name) ?? words(name.coreRange)
    case .category, .post, .party:
      return words(name.range)
    case .form:
      // A proper name that begins with a place keeps its words: 厦门大学.
      if name.kind == .institution, name.prefix.region >= 0, name.prefix.form == nil {
        return words(name.prefix.range) + words(name.coreRange) + tail(of: name)
      }
      let spelled = place(of: name) + words(name.coreRange)
      if name.prefix.range.isEmpty, let institution = institution(holding: name, words: spelled) {
        return institution + spelled + tail(of: name)
      }
      return spelled + tail(of: name)
    case .department(let function, let head):
      return department(name, function: function, head: head) + tail(of: name)
    case .organ(let row):
      return organ(name, row: row)
    }
  }

  /// Whether a school, hospital or firm speaks, and no bank or association of the state.
  var speaksForHouse: Bool {
    guard let institution = issuer.institution else { return false }
    return vocabulary.words.endings(of: .house).contains { institution.hasSuffix($0) }
  }

  /// The institution that 学校 or 公司 stands for in its own rules.
  func institutionMeant(by name: ParsedName) -> String? {
    guard let institution = issuer.institution else { return nil }
    let endings = vocabulary.words.endings(for: words(name.range), as: .house)
    return endings.contains { institution.hasSuffix($0) } ? institution : nil
  }

  /// Who speaks of itself as 我校, 本局: the issuer whose name ends as the word does.
  private func speaker(of name: ParsedName) -> String? {
    let spoken = words(name.coreRange)
    guard let last = spoken.last else { return nil }
    if vocabulary.words.begins(spoken, with: .addressee) {
      return issuer.addressees.count == 1
        ? issuer.addressees[0] : issuer.addressees.first { $0.last == last }
    }
    switch last {
    case "校": return issuer.institution
    case "位": return issuer.issuers.count == 1 ? issuer.issuers[0] : issuer.institution
    default:
      let isShort = { (issuer: String) in
        issuer.last == last
          || vocabulary.words.endings(for: String(last), as: .short)
            .contains { issuer.hasSuffix($0) }
      }
      return issuer.issuers.first(where: isShort)
        ?? issuer.institution.flatMap { isShort($0) ? $0 : nil }
    }
  }

  /// The institution that speaks, if a unit or standing body without a place is its own: 教务处, 校务会议,
  /// 党委.
  ///
  /// Groups for a task (现场处置组) have a name of their own.
  private func institution(holding name: ParsedName, words: String) -> String? {
    guard let institution = issuer.institution, !vocabulary.words.begins(words, with: .several),
      !words.hasPrefix(institution)
    else { return nil }
    switch name.kind {
    case .unit: return words.hasSuffix("学院") && words.count <= 4 ? nil : institution
    case .committee: return vocabulary.words.ends(words, in: .task) ? nil : institution
    case .party: return institution
    case .institution, .department: return isBranch(name, words: words) ? institution : nil
    default: return nil
    }
  }

  /// Whether a name without a place is one of a house's own units: 实验室管理中心 of a university.
  func isBranch(_ name: ParsedName, words: String) -> Bool {
    guard issuer.institution != nil, name.prefix.range.isEmpty, name.host < 0, !name.hasPost else {
      return false
    }
    if case .organ = name.core { return false }
    return vocabulary.words.ends(words, in: .branch)
  }

  private func organ(_ name: ParsedName, row: Int) -> String {
    let organ = vocabulary.organs[row]
    var place = place(of: name)
    if name.host >= 0 {
      // 市政府各有关部门 are of a kind, which stays as it is written.
      if organ.function == nil, organ.kind == .department, name.prefix.form == .definite {
        return words(name.range)
      }
      let host = vocabulary.organs[name.host].canonical
      let between = words(name.coreRange)
      return place + host + between + tail(of: name)
    }
    if organ.part == .placed { place = level(organ.level) ?? "" }
    if place.isEmpty || place == issuer.institution, organ.holdsPlace || place.isEmpty,
      let institution = institution(holding: name, words: words(name.coreRange))
    {
      // The units and the Party organs of a school are spelled with the school's name.
      let spelled = organ.holdsPlace ? words(name.coreRange) : organ.canonical
      return tail(of: name, after: institution + spelled)
    }
    if place.isEmpty {
      let spelled = organ.holdsPlace ? words(name.coreRange) : organ.canonical
      return tail(of: name, after: spelled)
    }
    if organ.holdsPlace, name.prefix.form != nil, place == words(name.prefix.range) {
      // Without its place the name of a Party organ cannot be spelled out.
      return tail(of: name, after: place + words(name.coreRange))
    }
    return tail(of: name, after: filled(organ.canonical, with: place))
  }

  private func filled(_ pattern: String, with place: String) -> String {
    guard let star = pattern.firstIndex(of: "*") else { return place + pattern }
    return pattern[..<star] + place + pattern[pattern.index(after: star)...]
  }

  private func department(_ name: ParsedName, function: Int, head: Int) -> String {
    let head = vocabulary.heads[head]
    // So do 市人民政府部门, which no function tells apart.
    if name.host >= 0, function < 0, name.sharedHead == nil, name.prefix.form == .definite,
      isPlain(name, head: head)
    {
      return words(name.range)
    }
    var spelled = place(of: name)
    var core = name.coreRange
    if name.host >= 0 {
      spelled += vocabulary.organs[name.host].canonical
      if name.sharedHead == nil {
        core = name.hostRange.upperBound..<name.coreRange.upperBound
      }
    }
    if name.sharedHead != nil {
      // Members of a coordination stand in the same place and rank as the first.
      return spelled + functionWords(function, in: core) + head.full
    }
    let isBranch = isBranch(name, words: words(core))
    if spelled.isEmpty, isBranch || head.form == .inner && function >= 0,
      function < 0
        || vocabulary.wholeOrgans[vocabulary.functions[function].full + head.full] == nil,
      let institution = institution(holding: name, words: words(core))
    {
      return institution + words(core)
    }
    if head.form == .generic {
      guard function >= 0, vocabulary.functions[function].isShort, name.host < 0 else {
        return spelled + words(core)
      }
      return spelled + vocabulary.functions[function].function + head.full
    }
    guard function >= 0 else { return spelled + words(core) }
    return spelled + vocabulary.functions[function].full + head.full
  }

  /// Whether a department of a government has no more to its name than a head and what says which: 所属部门.
  private func isPlain(_ name: ParsedName, head: EntityVocabulary.DepartmentHead) -> Bool {
    let own = name.hostRange.upperBound..<name.coreRange.upperBound
    let rest = words(own).dropLast(head.full.count)
    return rest.isEmpty || vocabulary.rankWords.contains(String(rest))
  }

  private func functionWords(_ function: Int, in range: Range<Int>) -> String {
    guard function >= 0, vocabulary.functions[function].isShort else { return words(range) }
    return vocabulary.functions[function].function
  }

  // MARK: - Place

  private func place(of name: ParsedName) -> String {
    let prefix = name.prefix
    guard !prefix.range.isEmpty else { return "" }
    if !prefix.placeRange.isEmpty {
      let rest = withoutTerm(words(prefix.placeRange.upperBound..<prefix.range.upperBound))
      if prefix.region >= 0 {
        let region = vocabulary.regions[prefix.region]
        // 厦门 is spelled 厦门市; several regions stay as they are.
        let written = words(prefix.placeRange)
        return (region.canonical.hasPrefix(written) ? region.canonical : written) + rest
      }
      return words(prefix.placeRange) + rest
    }
    let written = withoutTerm(words(prefix.range))
    guard prefix.form == .definite else { return written }
    // 市直 keeps its second half, 我市 and 学校 stand for the place as a whole.
    let isOwn = vocabulary.words.begins(written, with: .self)
    let isLong = isOwn || vocabulary.words.begins(written, with: .whole)
    if let place = level(prefix.level) { return place + written.dropFirst(isLong ? 2 : 1) }
    if isOwn, written.count > 1 {
      return String(written.dropFirst())
    }
    return written
  }

  /// Words of place without 第十四届 at their end: a congress is the same in all its terms.
  private func withoutTerm(_ words: String) -> String {
    guard words.hasSuffix("届"), let start = words.lastIndex(of: "第") else { return words }
    return String(words[..<start])
  }

  /// The place or institution that a rank of the issuer's own stands for.
  private func level(_ level: Entity.Level?) -> String? {
    guard let level else { return nil }
    return level == .internal ? issuer.institution : issuer.places[level]
  }

  // MARK: - Tail

  private func tail(of name: ParsedName) -> String { words(name.tail) }

  private func tail(of name: ParsedName, after spelled: String) -> String {
    guard name.tailOrgan >= 0, !name.hasPost else { return spelled + words(name.tail) }
    let organ = vocabulary.organs[name.tailOrgan]
    return organ.holdsPlace ? filled(organ.canonical, with: spelled) : spelled + words(name.tail)
  }

  private func words(_ range: Range<Int>) -> String {
    String(scalars, in: range)
  }
}
