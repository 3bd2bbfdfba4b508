/// 数字字符: what a character means in a number.
@frozen
public enum NumeralCharacter: Equatable, Sendable {
  /// 0 to 9, as in 三, 叁 or 3; `arabic` tells which of the two scripts it is of.
  case digit(Int, arabic: Bool)
  /// 十, 百 or 千 and their formal forms: by how much they multiply the digit before them.
  case unit(Int)
  /// 廿 or 卅: twenty or thirty in one character.
  case tens(Int)
  /// 万 or 亿: by how much they multiply all that stands before them.
  case group(Int)
  /// No part of a number.
  case none

  /// What a character of folded text means in a number.
  ///
  /// 〇 is also written ○, ◯ and, by typists of old documents (二OO三年), with the letter O; the letter
  /// counts as a digit only beside Chinese digits, which is for the caller to see.
  public init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39: self = .digit(Int(scalar.value) - 0x30, arabic: true)
    case 0..<0x25CB: self = .none
    default: self = NumeralCharacter.chinese(scalar)
    }
  }

  /// Whether a character is a zero that is written as a circle or as a letter.
  static func isCircle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "○", "◯", "〇", "O", "o", "Ｏ", "Ο", "О": true
    default: false
    }
  }

  private static func chinese(_ scalar: Unicode.Scalar) -> NumeralCharacter {
    switch scalar {
    case "一", "壹", "弌": .digit(1, arabic: false)
    case "二", "贰", "貳", "两", "兩", "弍": .digit(2, arabic: false)
    case "三", "叁", "參", "叄", "弎": .digit(3, arabic: false)
    case "四", "肆": .digit(4, arabic: false)
    case "五", "伍": .digit(5, arabic: false)
    case "六", "陆", "陸": .digit(6, arabic: false)
    case "七", "柒": .digit(7, arabic: false)
    case "八", "捌": .digit(8, arabic: false)
    case "九", "玖": .digit(9, arabic: false)
    case "〇", "零", "○", "◯": .digit(0, arabic: false)
    case "十", "拾": .unit(10)
    case "百", "佰": .unit(100)
    case "千", "仟": .unit(1000)
    case "廿": .tens(20)
    case "卅": .tens(30)
    case "万", "萬": .group(10_000)
    case "亿", "億": .group(100_000_000)
    default: .none
    }
  }
}
