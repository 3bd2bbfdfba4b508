internal import CICU

/// One form for characters that Chinese typists use for each other: the form in which lexicons and
/// rules are written.
///
/// Full-width digits and Latin letters become half-width (５ → 5, Ａ → A); half-width brackets and
/// sentence marks become full-width (`(` → （, `,` → ，, `;` → ；, `:` → ：, `?` → ？, `!` → ！); all kinds of
/// space become one; Kangxi radicals that PDF converters write for characters become characters.
/// The dot `.` stays, since it is a decimal point as well as a mark after a number. Each scalar
/// becomes one scalar, so that offsets stay what they are.
@inlinable
public func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let value = scalar.value
  // Nearly every scalar of a Chinese text is a unified ideograph or a mark of 、。《》: out at once.
  if value > 0x3000 && value < 0xF900 { return scalar }
  if value < 0x80 { return foldedASCII(scalar) }
  return foldedRare(scalar)
}

/// The ASCII part of ``folded(_:)``.
@inlinable
func foldedASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar {
  case "(": "（"
  case ")": "）"
  case ",": "，"
  case ";": "；"
  case ":": "："
  case "?": "？"
  case "!": "！"
  case "\t", "\u{0B}", "\u{0C}": " "
  default: scalar
  }
}

/// The part of ``folded(_:)`` for scalars that are seldom seen.
@usableFromInline
func foldedRare(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E, 0xFF0F,
    0xFF1D, 0xFF03, 0xFF0A, 0xFF5C:
    // The full-width forms of ASCII stand 0xFEE0 above it.
    Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
  case 0x2236, 0xFE30: "："
  case 0x2E80...0x2EF3: unifiedRadical(scalar) ?? compatibilityForm(scalar)
  case 0x2F00...0x2FD5, 0xF900...0xFAFF: compatibilityForm(scalar)
  case 0xFE59: "（"
  case 0xFE5A: "）"
  case 0xFE50: "，"
  case 0xFE51: "、"
  case 0xFE52: "."
  case 0xFE54: "；"
  case 0xFE55: "："
  case 0xFE56: "？"
  case 0xFE57: "！"
  case 0xFE6A: "%"
  case 0xFF61: "。"
  case 0xFF64: "、"
  default: scalar
  }
}

/// The one character that Unicode counts a compatibility character as (NFKC), or the character
/// itself: ⼈ (a Kangxi radical) → 人.
private func compatibilityForm(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  Unicode.Scalar(cicu_compatibility_form(scalar.value)) ?? scalar
}
