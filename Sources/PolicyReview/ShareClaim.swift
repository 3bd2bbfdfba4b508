import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// What a percentage claims: that it is a part of a whole, or a change from one number to another.
struct ShareClaim {
  /// What is divided.
  enum Form {
    /// Part by whole.
    case share
    /// Part (the later number) minus whole (the earlier), by whole; `sign` is −1 for a decrease.
    case change(sign: Int)
    /// Part (by how much it changed) by what whole (the later number) was before.
    case rise(sign: Int)
  }

  let form: Form
  let part: Quantity
  let whole: Quantity

  /// Whether it is made of two numbers, in either order.
  func isOf(_ a: Quantity, _ b: Quantity) -> Bool {
    let own = Set([part.range, whole.range])
    return own == [a.range, b.range]
  }

  /// The share in per cent; `nil` where nothing can be divided.
  var share: Decimal? {
    guard let part = part.value, let whole = whole.value else { return nil }
    return share(of: part, in: whole)
  }

  private func share(of part: Decimal, in whole: Decimal) -> Decimal? {
    guard whole > 0 else { return nil }
    switch form {
    case .share: return part / whole * 100
    case .change(let sign): return (part - whole) / whole * 100 * Decimal(sign)
    case .rise(let sign):
      let before = whole - part * Decimal(sign)
      return before > 0 ? part / before * 100 : nil
    }
  }

  /// Whether a stated percentage follows from the numbers, each within its last written digit.
  func agrees(with stated: Decimal, percent: Quantity, in draft: Draft) -> Bool {
    guard let part = part.value, let whole = whole.value else { return true }
    let partStep = WrittenPrecision.step(of: self.part.range, in: draft.scalars)
    let wholeStep = WrittenPrecision.step(of: self.whole.range, in: draft.scalars)
    var low: Decimal?
    var high: Decimal?
    for (a, b) in [(-1, -1), (-1, 1), (1, -1), (1, 1)] {
      guard let corner = share(of: part + partStep * Decimal(a), in: whole + wholeStep * Decimal(b))
      else { return true }
      low = min(low ?? corner, corner)
      high = max(high ?? corner, corner)
    }
    guard let low, let high else { return true }
    let digit = WrittenPrecision.lastDigit(of: percent.range, in: draft.scalars)
    return stated >= low - digit && stated <= high + digit
  }
}
