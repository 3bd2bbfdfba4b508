internal import GRDB
internal import PolicyExtraction

/// A piece of SQL with the values that it binds.
struct Fragment {
  var sql: String
  var arguments: [any DatabaseValueConvertible] = []

  static func + (left: Fragment, right: Fragment) -> Fragment {
    Fragment(sql: left.sql + right.sql, arguments: left.arguments + right.arguments)
  }

  /// Conditions that must all hold.
  static func all(_ parts: [Fragment]) -> Fragment {
    Fragment(
      sql: parts.map(\.sql).joined(separator: " AND "), arguments: parts.flatMap(\.arguments))
  }
}

/// The conditions of a question, ready to be joined to a statement.
struct SearchConditions {
  /// The documents asked; `nil` for all but some.
  var documents: [Int]?
  /// Those that are left out of all.
  var excluded: [Int] = []
  /// What a norm must be.
  var norm: [Fragment] = []

  /// Whether a key is of the documents asked.
  func documents(of key: String) -> Fragment? {
    guard let list = documents ?? (excluded.isEmpty ? nil : excluded) else { return nil }
    return Fragment(
      sql: "(\(key) >> 24) \(documents == nil ? "NOT IN" : "IN") (SELECT value FROM json_each(?))",
      arguments: [LibraryStore.list(list)])
  }

  init(
    _ condition: DutyCondition, subjects: [Int]?, documents: [Int]?, excluded: [Int] = []
  ) {
    self.documents = documents
    self.excluded = excluded
    if let subjects {
      var bearers = Fragment(
        sql: """
          norm.id IN (SELECT norm FROM bearer WHERE subject IN (SELECT value FROM json_each(?))
          """, arguments: [LibraryStore.list(subjects)])
      if !condition.roles.isEmpty {
        bearers = bearers + Self.roles(condition.roles)
      }
      bearers.sql += ")"
      norm.append(bearers)
    } else if !condition.roles.isEmpty {
      norm.append(
        Fragment(sql: "norm.id IN (SELECT norm FROM bearer WHERE true")
          + Self.roles(condition.roles) + Fragment(sql: ")"))
    }
    if !condition.modalities.isEmpty {
      let codes = Codes.modalities.indices.filter {
        condition.modalities.contains(Codes.modalities[$0].rawValue)
      }
      norm.append(Fragment(sql: "norm.modality IN (\(Self.digits(codes)))"))
    }
    for quantity in condition.quantities { norm.append(Self.norms(with: quantity, role: nil)) }
    for deadline in condition.deadlines {
      norm.append(
        Self.norms(
          with: deadline, role: Codes.code(of: .deadline, in: Codes.quantityRoles)))
    }
  }

  private static func roles(_ parts: Set<BearerPart>) -> Fragment {
    let codes = Set(parts.flatMap(\.codes)).sorted()
    return Fragment(sql: " AND role IN (\(digits(codes)))")
  }

  /// Codes, which are numbers of our own, as SQL.
  private static func digits(_ codes: [Int]) -> String {
    codes.map(String.init).joined(separator: ", ")
  }

  /// The norms with a number that satisfies a condition.
  private static func norms(with condition: QuantityCondition, role: Int?) -> Fragment {
    let sign =
      ["=", ">=", ">", "<=", "<"].contains(condition.comparator) ? condition.comparator : "="
    let factor = condition.kind == .duration ? " * " + dayFactor : ""
    var parts = [Fragment(sql: "kind IN (\(digits(condition.kinds)))")]
    if let role { parts.append(Fragment(sql: "role = \(role)")) }
    parts.append(
      Fragment(
        sql: "(value\(factor) \(sign) ? OR low\(factor) \(sign) ? OR high\(factor) \(sign) ?)",
        arguments: [condition.value, condition.value, condition.value]))
    if condition.kind == .count {
      parts.append(Fragment(sql: "unit = ?", arguments: [condition.unit]))
    }
    if !condition.words.isEmpty {
      parts.append(Fragment(sql: "instr(measures, ?) > 0", arguments: [condition.words]))
    }
    return Fragment(
      sql: """
        norm.id IN (SELECT norm FROM norm_quantity WHERE quantity IN (SELECT id FROM quantity WHERE
        """) + Fragment(sql: " ") + .all(parts) + Fragment(sql: "))")
  }

  /// How many days a unit of time has.
  private static let dayFactor: String = {
    let cases = QuantityCondition.days.sorted { $0.key < $1.key }
      .map { "WHEN '\($0.key)' THEN \($0.value)" }
    return "CASE unit \(cases.joined(separator: " ")) END"
  }()
}
