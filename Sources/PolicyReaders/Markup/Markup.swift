internal import CXML

/// The names of a format that its reader wants to hear of.
///
/// The raw value is the name as it is written, with the prefix that `prefixes` gives a meaning to.
protocol MarkupName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The namespaces that prefixes of the raw values stand for; a name without a prefix is known in
  /// any namespace.
  static var prefixes: [(prefix: String, namespaces: [String])] { get }
  /// The names as the parser finds them.
  static var vocabulary: MarkupVocabulary<Self> { get }
}

/// Who hears what is read: elements and words, in the order of the file.
protocol MarkupHandler<Name>: AnyObject {
  associatedtype Name: MarkupName
  /// An element begins.
  func start(_ name: Name, _ attributes: MarkupAttributes<Name>)
  /// An element ends.
  func end(_ name: Name)
  /// Words, in UTF-8; a word may come in several pieces.
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// The attributes of an element that have names which the reader wants to hear of.
struct MarkupAttributes<Name: MarkupName> {
  let attributes: UnsafeBufferPointer<cxml_attribute>
  let vocabulary: MarkupVocabulary<Name>

  /// The value of an attribute.
  subscript(name: Name) -> String? { bytes(of: name).map { String(decoding: $0, as: UTF8.self) } }

  /// The value of an attribute as a whole number of at most 32 bits.
  func integer(_ name: Name) -> Int? {
    bytes(of: name).flatMap(Self.number)
  }

  /// A whole number as XML has it: a sign, and digits, with white space around.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var digits = bytes[...]
    while digits.first == 0x20 { digits.removeFirst() }
    while digits.last == 0x20 { digits.removeLast() }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty, digits.count < 11 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    guard value <= Int(Int32.max) else { return nil }
    return isNegative ? -value : value
  }

  /// Whether the value of an attribute is a word of ASCII; `nil` if there is no such attribute.
  func has(_ name: Name, _ word: StaticString) -> Bool? {
    bytes(of: name).map { bytes in
      bytes.elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }

  /// The value of an attribute that says whether something holds, which it does where the value is
  /// left out, as in `<w:vanish/>`.
  func isOn(_ name: Name) -> Bool {
    switch self[name] {
    case "0", "false", "off", "none": false
    default: true
    }
  }

  /// The bytes of the value of an attribute.
  func bytes(of name: Name) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes where vocabulary.isName(attribute.name, name) {
      return UnsafeBufferPointer(
        start: UnsafeRawPointer(attribute.value).assumingMemoryBound(to: UInt8.self),
        count: attribute.length)
    }
    return nil
  }
}

/// Why markup could not be read.
enum MarkupError: Error {
  /// It is not well-formed.
  case malformed
  /// It has a document type declaration, which no file of these formats has but a hostile one.
  case declaration
  /// Its elements lie too deep in each other.
  case depth
}
