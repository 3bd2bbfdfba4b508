internal import CXML

/// The names of a format that its reader wants to hear of.
///
/// The raw value is the name as it is written, with the prefix that `prefixes` gives a meaning to.
protocol MarkupName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The namespaces that prefixes of the raw values stand for; a name without a prefix is known in
  /// any namespace.
  static var prefixes: [(prefix: String, namespaces: [String])] { get }
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
  let names: [Name]

  /// The value of an attribute.
  subscript(name: Name) -> String? { bytes(of: name).map { String(decoding: $0, as: UTF8.self) } }

  /// The value of an attribute as a whole number of at most 32 bits.
  func integer(_ name: Name) -> Int? {
    bytes(of: name).flatMap { Int32(String(decoding: $0, as: UTF8.self)) }.map(Int.init)
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
    for attribute in attributes where names[Int(attribute.name)] == name {
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
