import Foundation
import PolicyReaders
import PolicyText
import Testing

/// Files as other programs write them; each test is passed over where its program is not installed.
@Suite("files of other programs", .serialized)
struct RealProgramTests {
  private static func path(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)"]
      .first(where: FileManager.default.isExecutableFile)
  }

  private static let hasOffice = path("soffice") != nil && path("pdftotext") != nil
  private static let hasRecognizer =
    hasBrowser && path("tesseract") != nil
    && FileManager.default.fileExists(
      atPath: "/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata")
  private static let hasBrowser = path("chromium") != nil && path("pdftotext") != nil

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaoli-programs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.path(program)))
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  private func convert(_ files: [String], to format: String, in place: String = ".") throws {
    try run(
      "soffice",
      [
        "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", format,
        "--outdir", place,
      ] + files)
  }

  private func read(_ name: String) throws -> DecodedSource {
    let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
    return try FileReader().read(Array(bytes), name: name)
  }

  private static let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>云溪市公园办法</h1>
    <p>第一条　公园应当免费开放。</p><p>第二条　公园不得有下列行为：</p>
    <ol><li>收取门票；</li><li>擅自关闭。</li></ol>
    <table border=1><tr><th>指标</th><th>分值</th><th>标准</th></tr><tr><td>绿化覆盖</td><td>10分</td><td>达到百分之四十</td></tr>
    <tr><td>环境卫生</td><td>20分</td><td>每日清扫两次</td></tr></table><p>第三条　本办法自2024年1月1日起施行。</p></body></html>
    """

  private static let words = ["云溪市公园办法", "第一条", "公园应当免费开放。", "收取门票；", "绿化覆盖", "每日清扫两次", "起施行。"]

  private func expectAll(in source: DecodedSource) {
    let text = source.string.filter { !$0.isWhitespace }
    for words in Self.words { #expect(text.contains(words), "\(source.mediaType)") }
    // A PDF has words and no cells: its tables are guessed.
    guard source.mediaType != "application/pdf" else { return }
    #expect(source.text.tables.count == 1, "\(source.mediaType): \(source.string)")
    #expect(source.text.tables.first?.rows.last?.count == 3)
  }

  @Test(
    "LibreOffice: DOCX, ODT, DOC, RTF, PDF",
    .enabled(if: hasOffice, "没有安装 libreoffice-writer、poppler-utils"))
  func office() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.page.utf8).write(to: folder.appendingPathComponent("a.html"))
    try convert(["a.html"], to: "odt")
    for (format, ending) in [
      ("docx:MS Word 2007 XML", "docx"), ("doc:MS Word 97", "doc"), ("rtf", "rtf"), ("pdf", "pdf"),
    ] {
      try convert(["a.odt"], to: format)
      expectAll(in: try read("a.\(ending)"))
    }
    expectAll(in: try read("a.odt"))
  }

  /// Texts of each kind: with articles, with headings, with a list of addressees.
  private static let texts = CorpusFile.all.filter {
    ["reg-public-sports-grounds.txt", "opinion-village-doctors.txt", "judicial-sand-mining.txt"]
      .contains($0.name)
  }

  @Test(
    "Chromium: printed pages say what TXT says",
    .enabled(if: hasBrowser, "没有安装 chromium、poppler-utils"))
  func browserParity() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for text in Self.texts {
      try Data(text.page).write(to: folder.appendingPathComponent("a.html"))
      try printPage()
      let bytes = try Data(contentsOf: folder.appendingPathComponent("b.pdf"))
      try ParityDigest(Array(bytes), name: "b.pdf")
        .expect(ParityDigest(text.text, name: text.name), text.name)
    }
  }

  @Test(
    "LibreOffice: automatic numbers and tables say in every format what TXT says",
    .enabled(if: hasOffice, "没有安装 libreoffice-writer、poppler-utils"))
  func officeParity() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = try #require(CorpusFile.all.first { $0.name == "reg-public-sports-grounds.txt" })
    let plan = try #require(CorpusFile.all.first { $0.name == "opinion-village-doctors.txt" })
    try Data(rules.numberedWord).write(to: folder.appendingPathComponent("rules.docx"))
    try Data(plan.numberedWord).write(to: folder.appendingPathComponent("plan.docx"))
    for format in ["docx:MS Word 2007 XML", "pdf", "doc:MS Word 97", "rtf", "odt"] {
      let ending = String(format.prefix { $0 != ":" })
      // What LibreOffice has to read once more takes seconds: one text of each kind will do.
      let names =
        ending == "docx" || ending == "pdf"
        ? ["rules", "plan"] : [ending == "odt" ? "plan" : "rules"]
      let files = names.map { "\($0).docx" }
      try convert(files, to: format, in: ending)
      for name in names {
        let text = name == "rules" ? rules : plan
        let file = folder.appendingPathComponent("\(ending)/\(name).\(ending)")
        try ParityDigest(Array(Data(contentsOf: file)), name: "文件.\(ending)")
          .expect(ParityDigest(text.text, name: text.name), "\(ending) \(text.name)")
      }
    }
  }

  private func printPage() throws {
    try run(
      "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--print-to-pdf=\(folder.path)/b.pdf", "file://\(folder.path)/a.html",
      ])
  }

  @Test("Chromium: a printed page", .enabled(if: hasBrowser, "没有安装 chromium、poppler-utils"))
  func browser() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.page.utf8).write(to: folder.appendingPathComponent("a.html"))
    try printPage()
    let source = try read("b.pdf")
    expectAll(in: source)
    #expect(source.cells(0).last == ["环境卫生", "20分", "每日清扫两次"])
  }

  @Test(
    "tesseract: a scanned page is read with --ocr",
    .enabled(if: hasRecognizer, "没有安装 tesseract-ocr-chi-sim、chromium、poppler-utils"))
  func scan() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = "<meta charset=utf-8><body style='font-size:20pt'><p>第一条　公园应当免费开放。<p>第二条　公园每日清扫两次。"
    try Data(page.utf8).write(to: folder.appendingPathComponent("a.html"))
    try printPage()
    try run("pdftoppm", ["-r", "200", "-gray", "-singlefile", "b.pdf", "scan"])
    let image = try Data(contentsOf: folder.appendingPathComponent("scan.pgm"))
    let file = ScannedFile(image: Array(image)).bytes
    #expect(throws: SourceError.scanned(name: "扫描.pdf")) { try reading(file, name: "扫描.pdf") }
    var options = ReadingOptions()
    options.recognizesImages = true
    let source = try reading(file, name: "扫描.pdf", options: options)
    #expect(source.string.contains("公园应当免费开放"))
    #expect(source.string.contains("第二条"))
  }
}
