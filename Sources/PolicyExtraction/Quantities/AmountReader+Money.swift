import Foundation
import PolicyText

extension AmountReader {
  // Written out, since dividing decimals is dear.
  private static let tenth = Decimal(sign: .plus, exponent: -1, significand: 1)
  private static let cent = Decimal(sign: .plus, exponent: -2, significand: 1)

  /// 五元三毛, 50元6角三分, 五块六, 一百元整, 八亿元人民币: what may follow the first unit of money.
  func readCoins(of amount: inout Amount, after unit: QuantityWords.Unit) {
    var end = amount.range.upperBound
    var value = amount.value ?? 0
    var unitValue = unit.factor
    while unitValue > Self.cent, let coin = number(at: end), coin.value < 10 {
      let next = scalar(coin.end)
      let factor: Decimal
      if next == "角" || next == "毛" {
        factor = Self.tenth
      } else if next == "分", scalar(coin.end + 1) != "之" {
        factor = Self.cent
      } else if scalars[end - 1] == "块", coin.end == end + 1, self.unit(at: coin.end) == nil {
        // 五块六 is said for 五块六角.
        value += coin.value / 10
        end = coin.end
        break
      } else {
        break
      }
      guard factor < unitValue else { break }
      value += coin.value * factor
      unitValue = factor
      end = coin.end + 1
    }
    amount.value = value
    if unitValue < 1, scalar(end) == "钱" { end += 0 }
    if end > amount.range.upperBound || unitValue == 1,
      let name = self.unit(at: end), name.unit.kind == .money, name.unit.factor == 1,
      isCurrencyName(end..<name.end)
    {
      amount.unit = name.unit.name
      end = name.end
    }
    if scalar(end) == "整" || scalar(end) == "正" { end += 1 }
    amount.range = amount.range.lowerBound..<end
    amount.outer = amount.range
  }

  private func isCurrencyName(_ range: Range<Int>) -> Bool {
    range.count > 1 && scalars[range.lowerBound] != "元" && scalars[range.lowerBound] != "圆"
  }

  /// 人民币, ￥, US$ before the number belong to the amount and name its currency.
  func includeCurrency(in amount: inout Amount) {
    let start = amount.range.lowerBound
    for length in [3, 2, 1] where start - length >= limits.lowerBound {
      guard amount.kind == .money || amount.kind == .number,
        let found = words.unitTrie.longest(in: scalars, from: start - length, to: start),
        found.end == start, words.units[found.word].kind == .money,
        words.units[found.word].factor == 1, scalar(start - length) != "元",
        scalar(start - length) != "块", scalar(start - length) != "圆"
      else { continue }
      if arabicDigit(start - length - 1) != nil { return }
      if amount.kind == .number {
        amount.kind = .money
        amount.unit = words.units[found.word].name
        amount.unitKind = .money
      } else if amount.unit == "CNY" {
        amount.unit = words.units[found.word].name
      }
      amount.range = start - length..<amount.range.upperBound
      amount.outer = amount.range
      return
    }
  }

  /// 负三十二, -22.2%: a minus sign stands at the start or after a mark.
  func applySign(to amount: inout Amount) {
    let start = amount.range.lowerBound
    let sign = scalar(start - 1)
    guard sign == "负" || sign == "-" || sign == "−" || sign == "－" else { return }
    if sign != "负" {
      let before = scalar(start - 2)
      guard before == "\n" || before == "（" || before == "，" || before == "、" || before == " "
      else { return }
    } else if scalar(start - 2) == "欠" || scalar(start - 2) == "担" {
      return
    }
    if let value = amount.value { amount.value = -value }
    amount.range = start - 1..<amount.range.upperBound
    amount.outer = amount.range
  }
}
