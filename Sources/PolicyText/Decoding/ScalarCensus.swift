/// How many characters of some kinds a text has: what tells UTF-8 from other encodings and text from
/// other files.
struct ScalarCensus {
  /// Characters of three bytes or more in UTF-8; all Chinese ones are.
  var long = 0
  /// Characters of two bytes in UTF-8.
  var twoByte = 0
  /// Zeros.
  var zeros = 0
  /// Control characters of ASCII but white space, zeros among them.
  var controls = 0

  /// Nothing counted yet.
  init() {}

  /// Counts the characters of a text; what stands for unexplained bytes is none.
  init(_ text: DecodedText) {
    for scalar in text.scalars {
      if scalar.value < 0x80 {
        if scalar.value < 0x20 { countControl(scalar.value) }
      } else if scalar.value < 0x800 {
        twoByte += 1
      } else if scalar != "\u{FFFD}" {
        long += 1
      }
    }
  }

  /// Counts one of the first 32 characters.
  @inline(__always)
  mutating func countControl(_ value: UInt32) {
    if value == 0 { zeros += 1 }
    if value < 0x09 || value > 0x0D { controls += 1 }
  }
}
