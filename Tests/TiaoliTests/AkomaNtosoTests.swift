import Foundation
import Testing

@Suite("exported XML keeps to the OASIS schema of Akoma Ntoso")
struct AkomaNtosoTests {
  private static let schema = "schemas/akoma-ntoso/akomantoso30.xsd"

  /// xmllint on some files; `nil` where it is not installed.
  private func validate(_ files: [URL]) throws -> Program.Run? {
    let paths = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"]
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else {
      print("跳过：没有装 xmllint（Debian 软件包 libxml2-utils），没有用校验器核对 XML。")
      return nil
    }
    return try Program.run(
      URL(fileURLWithPath: path),
      ["--nonet", "--noout", "--schema", Self.schema] + files.map(\.path))
  }

  /// The XML of every document of the corpus.
  private func exported() throws -> (scratch: Scratch, files: [URL]) {
    let scratch = try Scratch()
    let environment = ["TIAOLI_LIBRARY": "a.sqlite"]
    let corpus = Program.root.appendingPathComponent("corpus/texts").path
    _ = try Program.run(["add", corpus], in: scratch.folder, environment: environment)
    let export = try Program.run(
      ["export", "--format", "akn", "-o", "akn"], in: scratch.folder, environment: environment)
    #expect(export.status == 0)
    let files = scratch.files.filter { $0.hasPrefix("akn/") }
      .map { scratch.folder.appendingPathComponent($0) }
    return (scratch, files)
  }

  @Test("every document of the corpus is valid, and one that is damaged is not")
  func corpusIsValid() throws {
    let (scratch, files) = try exported()
    #expect(files.count > 50)
    guard let validation = try validate(files) else { return }
    #expect(validation.status == 0, "\(validation.error.suffix(2000))")
    let text = try String(contentsOf: files[0], encoding: .utf8)
    let damaged = try scratch.write(text.replacing("<meta>", with: "<meta><article/>"), to: "x.xml")
    #expect(try validate([damaged])?.status != 0)
  }
}
