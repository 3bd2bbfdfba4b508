/// 废止, 修改: what one document does to another.
package struct DocumentEffect: Sendable {
  /// What is done.
  package enum Kind: Int, Sendable {
    /// 废止.
    case repeals = 0
    /// 修改.
    case amends = 1
    /// Some of its provisions are repealed.
    case repealsPartly = 2
  }
}
