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
  }

  let form: Form
  let part: Quantity
  let whole: Quantity

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
    }
  }

  /// Whether a stated percentage follows from the numbers, each within its last written digit.
  func agrees(with stated: Decimal, percent: Quantity, in draft: Draft) -> Bool {
    guard let part = part.value, let whole = whole.value else { return true }
    let partStep = step(of: self.part, in: draft)
    let wholeStep = step(of: self.whole, in: draft)
    let corners = [-1, 1].flatMap { a in
      [-1, 1].compactMap { b in
        share(of: part + partStep * Decimal(a), in: whole + wholeStep * Decimal(b))
      }
    }
    guard let low = corners.min(), let high = corners.max() else { return true }
    let digit = lastDigit(of: percent, in: draft)
    return stated >= low - digit && stated <= high + digit
  }

  /// Half of the last written digit of a number that may be rounded; 0 for a whole count.
  private func step(of quantity: Quantity, in draft: Draft) -> Decimal {
    let words = draft.scalars[quantity.range]
    let isRounded = words.contains { $0 == "." || $0 == "万" || $0 == "亿" }
    guard isRounded else { return 0 }
    let scale: Decimal =
      words.contains("亿") ? 100_000_000 : words.contains("万") ? 10_000 : 1
    return lastDigit(of: quantity, in: draft) * scale / 2
  }

  /// The weight of the last digit after the point: 0.01 for 72.71, 1 for 73.
  private func lastDigit(of quantity: Quantity, in draft: Draft) -> Decimal {
    var digit = Decimal(1)
    var isFraction = false
    for scalar in draft.scalars[quantity.range] {
      if scalar == "." {
        isFraction = true
      } else if isFraction {
        guard ("0"..."9").contains(scalar) else { break }
        digit /= 10
      }
    }
    return digit
  }
}
