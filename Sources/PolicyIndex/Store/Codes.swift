internal import PolicyExtraction
internal import PolicyStructure

/// The words of the program as small numbers: the place of a case in a list that only ever grows.
///
/// The lists stand here and not in the types, so that reordering a type's cases changes no library.
enum Codes {
  static let levels: [NodeLevel] = [
    .part, .subpart, .chapter, .section, .article, .paragraph, .item, .subitem, .heading, .preface,
    .preamble, .toc, .table, .attachment, .signature, .note, .colophon,
  ]
  static let modalities: [Modality] = [
    .obligation, .prohibition, .permission, .exemption, .encouragement, .sanction,
  ]
  static let bearerRoles: [Bearer.Role] = [
    .bearer, .lead, .participant, .responsible, .supervisor, .authority,
  ]
  static let origins: [Bearer.Origin] = [.explicit, .inherited, .assignment]
  static let partyRoles: [Party.Role] = [.lead, .participant, .responsible, .supervisor]
  static let subjectKinds: [Entity.Kind] = [
    .government, .department, .party, .legislature, .court, .procuratorate, .institution, .unit,
    .committee, .category, .person, .anyone,
  ]
  static let administrativeLevels: [Entity.Level] = [
    .national, .provincial, .municipal, .county, .township, .village, .internal,
  ]
  static let quantityKinds: [Quantity.Kind] = [
    .number, .percent, .fraction, .money, .quantity, .rate, .duration, .date, .dateRange,
    .frequency, .score,
  ]
  static let quantityRoles: [Quantity.Role] = [
    .threshold, .target, .deadline, .duration, .frequency, .penalty, .weight, .statistic,
  ]
  static let comparators: [Comparator] = [
    .atLeast, .moreThan, .atMost, .lessThan, .equal, .about, .range,
  ]
  static let referenceStatuses: [Reference.Status] = [
    .resolved, .missing, .ambiguous, .external, .generic,
  ]

  /// The code of a case; one that no list has yet is -1, and is read as none.
  static func code<Case: Equatable>(of value: Case, in list: [Case]) -> Int {
    list.firstIndex(of: value) ?? -1
  }

  /// The case of a code.
  static func value<Case>(_ code: Int?, in list: [Case]) -> Case? {
    guard let code, list.indices.contains(code) else { return nil }
    return list[code]
  }
}
