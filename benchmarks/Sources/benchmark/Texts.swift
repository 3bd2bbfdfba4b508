internal import Foundation
internal import PolicyText

/// The texts that are timed, read before the clock starts.
struct Texts: Sendable {
  /// The bytes of a file as they stand on the disk, and what to call it.
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
    /// How many bytes the text has in UTF-8: what speed counts, whatever the file's encoding.
    let utf8Count: Int
  }

  /// Files of a folder, over and over until there are enough bytes.
  let files: [File]

  /// All bytes of the files, in UTF-8.
  var utf8Count: Int { files.reduce(0) { $0 + $1.utf8Count } }

  /// Reads the texts of a folder, and of the folders in it, and repeats them up to a size in UTF-8.
  ///
  /// - Throws: ``BenchmarkError`` if there are none, or what the system says of a file.
  init(folder: String, size: Int) throws {
    let reader = PlainTextReader()
    var read: [File] = []
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where name.hasSuffix(".txt") || name.hasSuffix(".md") {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
      let bytes = [UInt8](try Data(contentsOf: url))
      guard let source = try? reader.read(bytes, name: name) else { continue }
      let utf8Count = source.text.scalars.reduce(0) { $0 + UTF8.width($1) }
      read.append(File(name: name, bytes: bytes, utf8Count: utf8Count))
    }
    guard read.contains(where: { $0.utf8Count > 0 }) else {
      throw BenchmarkError("there are no texts in \(folder)")
    }
    var files: [File] = []
    var total = 0
    while total < size {
      let file = read[files.count % read.count]
      files.append(file)
      total += file.utf8Count
    }
    self.files = files
  }

  private init(files: [File]) { self.files = files }

  /// The same texts in one file, each after a line break: for the memory that one file takes.
  ///
  /// Only texts in UTF-8 are taken, since bytes of two encodings make no file.
  var joined: Texts {
    var bytes: [UInt8] = []
    for file in files where file.bytes.count == file.utf8Count {
      bytes += file.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return Texts(files: [File(name: "joined.txt", bytes: bytes, utf8Count: bytes.count)])
  }

  /// The texts from the given core's point of view: every n-th one.
  func share(of core: Int, among cores: Int) -> Texts {
    Texts(files: stride(from: core, to: files.count, by: cores).map { files[$0] })
  }
}

/// Why no benchmark could be run.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
