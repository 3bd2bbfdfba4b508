/// The names in lists of relationships, which say where the parts of a package are.
///
/// Source: ISO/IEC 29500-2 (Open Packaging Conventions), 9.3.
enum RelationName: String, MarkupName {
  case relationship = "Relationship"
  case target = "Target"
  case targetMode = "TargetMode"
  case type = "Type"

  static let vocabulary = MarkupVocabulary<RelationName>()
  static let prefixes: [(prefix: String, namespaces: [String])] = []
}

/// 关系: the parts that a part of a package names, by the kind of part.
///
/// What lies outside the package is left out: nothing is ever fetched.
final class WordRelations: MarkupHandler {
  /// The kind of a part, as the last word of its type says (`styles`, `header`), and its place.
  private(set) var targets: [(kind: String, path: String)] = []
  private let folder: [Substring]

  /// The relationships of a part that lies in a folder of the package.
  init(folder: String) { self.folder = folder.split(separator: "/") }

  /// The part of a kind.
  func path(of kind: String) -> String? { targets.first { $0.kind == kind }?.path }

  func start(_ name: RelationName, _ attributes: MarkupAttributes<RelationName>) {
    guard name == .relationship, attributes[.targetMode] != "External",
      let target = attributes[.target], let type = attributes[.type],
      let kind = type.split(separator: "/").last
    else { return }
    var parts = target.hasPrefix("/") ? [] : folder
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    targets.append((String(kind), parts.joined(separator: "/")))
  }

  func end(_ name: RelationName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
