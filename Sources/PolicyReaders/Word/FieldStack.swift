/// 域: the fields that a place lies in.
///
/// Of a field its result is read, and its instruction is not.
///
/// Source: ISO/IEC 29500-1, 17.16.
struct FieldStack {
  private struct Field {
    var isInstruction = true
    var instruction: [UInt8] = []
    /// Whether it is a box to be ticked, and ticked.
    var isCheckBox = false
    var isChecked = false
  }

  private var fields: [Field] = []
  private var instructions = 0

  /// Whether words are part of an instruction.
  var isInInstruction: Bool { instructions > 0 }

  /// Whether all fields are closed.
  var isEmpty: Bool { fields.isEmpty }

  /// A field begins.
  mutating func begin() {
    fields.append(Field())
    instructions += 1
  }

  /// The instruction ends and the result begins.
  mutating func separate() {
    guard let last = fields.indices.last, fields[last].isInstruction else { return }
    fields[last].isInstruction = false
    instructions -= 1
  }

  /// Keeps the words of an instruction.
  mutating func addInstruction(_ bytes: UnsafeRawBufferPointer) {
    guard let last = fields.indices.last, fields[last].instruction.count < 256 else { return }
    fields[last].instruction.append(contentsOf: bytes)
  }

  /// The field is a box to be ticked.
  mutating func beginCheckBox() {
    if let last = fields.indices.last { fields[last].isCheckBox = true }
  }

  /// The box is ticked, or not.
  mutating func check(_ isChecked: Bool) {
    guard let last = fields.indices.last, fields[last].isCheckBox else { return }
    fields[last].isChecked = isChecked
  }

  /// A field ends: gives what it shows where it has no result, a box or a number in a circle.
  mutating func end() -> String? {
    guard let field = fields.popLast() else { return nil }
    guard field.isInstruction else { return nil }
    instructions -= 1
    let instruction = String(decoding: field.instruction, as: UTF8.self)
    if instruction.contains("FORMCHECKBOX") { return field.isChecked ? "☑" : "□" }
    return Self.enclosedCharacter(instruction)
  }

  /// What 带圈字符 makes of a number: `eq \o\ac(○,12)` shows ⑫.
  private static func enclosedCharacter(_ instruction: String) -> String? {
    let words = instruction.filter { !$0.isWhitespace }.lowercased()
    guard words.hasPrefix("eq\\o"), let comma = words.lastIndex(where: { $0 == "," || $0 == "，" }),
      let close = words.lastIndex(of: ")"), comma < close
    else { return nil }
    let inner = String(words[words.index(after: comma)..<close])
    return Int(inner).map(NumberFormat.circled) ?? (inner.isEmpty ? nil : inner)
  }
}
