internal import PolicyStructure

/// How the day is known from which a version is in force.
enum InForceGround: Int, Sendable {
  /// 施行日期, as the text states it.
  case effective = 0
  /// The last revision, which came after the day that the closing article names.
  case revised = 1
  /// 成文 or 公布: an official document that names no other day takes effect when it is issued.
  case issued = 2
  /// The day of the document that issues it.
  case issuing = 3
  /// Nothing is said.
  case unknown = 4
}

extension DocumentFacts {
  /// Works out the day from which the version is in force; `issuing` is the document that issues it.
  ///
  /// The closing article of a law that was amended (修正) keeps the day on which its first version took
  /// effect, so a later revision counts from its own day.
  ///
  /// Source: Legislation Law (立法法, 2023) arts. 62, 64; 党政机关公文处理工作条例 for official documents.
  mutating func settleInForce(issuing: DocumentFacts?) {
    let issued = days[.promulgated] ?? days[.issued]
    if let effective = days[.effective] {
      inForce = effective
      ground = .effective
      if let revised = days[.revised], revised > effective {
        inForce = revised
        ground = .revised
      }
    } else if let revised = days[.revised] {
      inForce = revised
      ground = .revised
    } else if let issued, !isRule || days[.promulgated] == nil {
      inForce = issued
      ground = .issued
    } else if let issuing {
      inForce = issuing.days[.effective] ?? issuing.days[.promulgated] ?? issuing.days[.issued]
      ground = inForce == nil ? .unknown : .issuing
    }
    if expires == nil { expires = days[.repealed] }
  }
}
