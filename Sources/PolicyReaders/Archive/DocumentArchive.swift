internal import PolicyText

/// 压缩文件: a ZIP file of documents, each of which is a source of its own.
///
/// It is kept in memory while its files are read; nothing is unpacked to disk.
public final class DocumentArchive: Sendable {
  /// A file of an archive.
  public struct Member: Sendable, Equatable {
    /// Its name with its folders, fit to name an output: no folder is above the archive.
    public let name: String
    /// Whether it has no words of its own, but leads to another file.
    public let isLink: Bool
    /// Its place in the archive.
    let index: Int
  }

  /// The files, in the order of the archive.
  public let members: [Member]
  private let package: Package

  /// An archive in memory; `nil` if the bytes are none, or a document that is a package itself.
  ///
  /// Names in GBK, as Windows writes them in China, are read as such.
  public init?(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) {
    guard FileKind(bytes, name: "", limits: options.limits) == .archive else { return nil }
    var limits = options.limits
    // To reach a file, those before it are passed over.
    limits.members = min(limits.members, 2000)
    package = Package(bytes, limits: limits)
    guard let entries = try? package.entries(), !entries.isEmpty else { return nil }
    let names = Self.names(entries.map(\.name))
    members = zip(entries, names).filter { entry, name in
      entry.kind != .folder && !name.isEmpty && !name.hasPrefix("__MACOSX/")
    }.map { Member(name: $1, isLink: $0.kind == .link, index: $0.index) }
  }

  /// The bytes of a file; `nil` if they are damaged, encrypted or too many, or it is a link.
  public func bytes(of member: Member) -> [UInt8]? {
    member.isLink ? nil : try? package.part(at: member.index)
  }

  /// Names as text.
  ///
  /// All names of an archive are in one encoding, so that they are judged together.
  private static func names(_ names: [[UInt8]]) -> [String] {
    let joined = Array(names.joined(separator: [0x0A]))
    let lines: [String]
    if let text = String(validating: joined, as: UTF8.self) {
      lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    } else {
      let decoded = joined.withUnsafeBytes { DecodedText.decode($0, declared: .gb18030) }
      let scalars = decoded?.text.scalars ?? []
      lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String(scalars, in: $0.indices) }
    }
    guard lines.count == names.count else { return names.indices.map { "\($0 + 1)" } }
    return lines.map(safe)
  }

  /// A name without what would lead out of a folder.
  private static func safe(_ name: String) -> String {
    name.split { $0 == "/" || $0 == "\\" }
      .map { $0.filter { !($0.unicodeScalars.first?.properties.generalCategory == .control) } }
      .filter { !$0.isEmpty && $0 != "." && $0 != ".." }
      .joined(separator: "/")
  }
}
