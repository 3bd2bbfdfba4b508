import CLexicons
public import Foundation

/// All word lists of the program, with a user's own words over them if there are any.
public struct Lexicons: Sendable {
  private var lists: [LexiconName: Lexicon]

  /// Lists that are already read; the others are empty.
  public init(_ lexicons: [Lexicon]) {
    lists = [:]
    for lexicon in lexicons { lists[lexicon.name] = lexicon }
  }

  /// The lists of `lexicons/` as they were when the program was built.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  public static func embedded() throws(LexiconError) -> Lexicons {
    var lexicons: [Lexicon] = []
    for index in 0..<clexicons_count() {
      let file = clexicons_at(index)
      let stem = String(cString: file.name)
      guard let name = LexiconName(rawValue: stem) else {
        throw .unknownList(file: "lexicons/\(stem).tsv", known: Self.knownNames)
      }
      let reader = LexiconReader(name: name, file: "lexicons/\(stem).tsv", isSorted: true)
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
      lexicons.append(try reader.lexicon(bytes))
    }
    return Lexicons(lexicons)
  }

  /// These lists with the words of the `.tsv` files of a folder over them.
  ///
  /// A file adds to the list of its name, and has the columns of that list. A term that the list has
  /// already takes the row of the folder.
  /// - Throws: ``LexiconError`` with the first file or line at fault.
  public func overlaid(with directory: URL) throws(LexiconError) -> Lexicons {
    var result = self
    for file in try Self.files(of: directory) {
      let path = directory.lastPathComponent + "/" + file.lastPathComponent
      let stem = file.deletingPathExtension().lastPathComponent
      guard let name = LexiconName(rawValue: stem) else {
        throw .unknownList(file: path, known: Self.knownNames)
      }
      let bytes: Data
      do {
        bytes = try Data(contentsOf: file)
      } catch {
        throw .unreadable(file: path, reason: error.localizedDescription)
      }
      let added = try LexiconReader(name: name, file: path, isSorted: false).lexicon(bytes)
      var list = self[name]
      guard list.columns.isEmpty || list.columns == added.columns else {
        throw .otherColumns(file: path, expected: list.columns, found: added.columns)
      }
      if list.columns.isEmpty { list = added } else { list.overlay(added) }
      result.lists[name] = list
    }
    return result
  }

  /// The list of a name; empty if it was not given.
  public subscript(name: LexiconName) -> Lexicon {
    lists[name] ?? Lexicon(name: name, columns: [], rows: [])
  }

  /// A digest of all words, in 16 hexadecimal digits (FNV-1a): what was found with other words may
  /// be outdated.
  public var digest: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in LexiconName.allCases {
      for row in self[name].rows {
        for cell in row {
          for byte in cell.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
          hash = (hash ^ 0x09) &* 0x0000_0100_0000_01B3
        }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static var knownNames: [String] { LexiconName.allCases.map(\.rawValue).sorted() }

  /// The `.tsv` files of a folder in the order of their names.
  private static func files(of directory: URL) throws(LexiconError) -> [URL] {
    do {
      return try FileManager.default
        .contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "tsv" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    } catch {
      throw .unreadable(file: directory.path, reason: error.localizedDescription)
    }
  }
}
