internal import CXML

/// The names of a format, as the parser finds them by their bytes.
///
/// One is made for each format and lives as long as the program.
final class MarkupVocabulary<Name: MarkupName>: Sendable {
  /// The names in the order in which the parser counts them.
  let names: [Name]
  /// Never changed after it is made, so that threads may share it.
  nonisolated(unsafe) let pointer: OpaquePointer

  init() {
    names = Array(Name.allCases)
    let prefixes = Name.prefixes
    var strings = CStrings()
    let locals = names.map { name in
      let parts = name.rawValue.split(separator: ":", maxSplits: 1)
      let space = parts.count == 2 ? prefixes.firstIndex { $0.prefix == parts[0] } : nil
      return (
        place: strings.add(String(parts.last ?? "")), space: UInt8(space.map { $0 + 1 } ?? 0)
      )
    }
    let namespaces = prefixes.enumerated().flatMap { index, prefix in
      prefix.namespaces.map { (place: strings.add($0), space: UInt8(index + 1)) }
    }
    let learned = strings.withPointers { pointer in
      let names = locals.map { cxml_name(local: pointer($0.place), space: $0.space) }
      let spaces = namespaces.map { cxml_space(uri: pointer($0.place), space: $0.space) }
      return names.withUnsafeBufferPointer { names in
        names.baseAddress.flatMap {
          cxml_learn($0, Int32(names.count), spaces, Int32(spaces.count))
        }
      }
    }
    guard let learned else { preconditionFailure("a vocabulary has names, and room for them") }
    pointer = learned
  }

  deinit { cxml_forget(pointer) }

  /// Whether a name that the parser found is this one.
  func isName(_ index: Int32, _ name: Name) -> Bool { Self.areSame(names[Int(index)], name) }

  /// Compares names by what they are, and not by how they are written.
  private static func areSame<Value: Equatable>(_ one: Value, _ other: Value) -> Bool {
    one == other
  }
}

/// Strings as C wants them, one behind the other.
private struct CStrings {
  private var bytes: [CChar] = []

  /// Adds a string and gives its place.
  mutating func add(_ string: String) -> Int {
    defer { bytes += string.utf8CString }
    return bytes.count
  }

  /// Gives the addresses of the strings for the time of a call.
  func withPointers<Result>(_ body: ((Int) -> UnsafePointer<CChar>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { preconditionFailure("there are strings") }
      return body { base + $0 }
    }
  }
}
