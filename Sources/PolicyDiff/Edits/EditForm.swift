internal import Foundation
internal import PolicyText

/// Tells edits that change only the form of words from those that change the words.
enum EditForm {
  /// Whether two stretches say the same in another form: other marks, width or breaks, or a number in
  /// other digits.
  static func isSame(_ old: ArraySlice<Unicode.Scalar>, _ new: ArraySlice<Unicode.Scalar>) -> Bool {
    let (left, right) = (old.filter(isKept), new.filter(isKept))
    if left == right { return true }
    return values(left) == values(right)
  }

  /// Whether a scalar says something: words do, marks and breaks do not.
  ///
  /// A mark that belongs to a number does (3.5, 80%, -2).
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    TextFeatures.isWord(scalar) || scalar == "." || scalar == "%" || scalar == "-" || scalar == "+"
      || scalar.properties.numericType != nil
      || scalar.properties.isAlphabetic
  }

  /// The words with each number as its value: 三十日 and 30日 give the same.
  private static func values(_ scalars: [Unicode.Scalar]) -> [String] {
    var values: [String] = []
    var offset = 0
    while offset < scalars.count {
      if let number = ChineseNumeral.decimal(in: scalars, from: offset) {
        values.append("#\(number.value)")
        offset = number.end
      } else {
        values.append(String(scalars[offset]))
        offset += 1
      }
    }
    return values
  }
}
