/// 时效性: whether a version is in force on a day, as far as the texts of the library tell.
package struct Validity: Sendable, Equatable {
  /// The states that legal databases label.
  package enum State: String, Sendable, CaseIterable {
    /// 现行有效.
    case inForce
    /// 尚未生效.
    case notYet
    /// 已被修改: a later version is in force.
    case amended
    /// 失效: repealed or expired.
    case repealed
    /// No text says when it takes effect.
    case unknown

    /// What people call it.
    package var chineseName: String {
      switch self {
      case .inForce: "现行有效"
      case .notYet: "尚未生效"
      case .amended: "已被修改"
      case .repealed: "失效"
      case .unknown: "时效不明"
      }
    }
  }

  /// The state.
  package let state: State
  /// On which words of the library that rests, for people.
  package let ground: String
  /// A later text of the same name that could not be told to be a version of it.
  package var rival: Int?
}
