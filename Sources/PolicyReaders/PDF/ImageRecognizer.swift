internal import Foundation
internal import PolicyText

/// 文字识别: reads the images of pages through poppler's `pdftoppm` and `tesseract`, page by page.
struct ImageRecognizer {
  let name: String
  let options: ReadingOptions

  /// The words of pages and where they stand.
  ///
  /// - Throws: ``SourceError`` if a program is not on this machine, or fails.
  func pages(
    of file: String, count: Int, in folder: ScratchFolder
  ) throws(SourceError) -> [Page] {
    guard let painter = HelperProgram("pdftoppm"), let recognizer = HelperProgram("tesseract")
    else {
      throw .missingProgram(
        name: name, purpose: "识别图像中的文字",
        packages: "poppler-utils tesseract-ocr tesseract-ocr-chi-sim")
    }
    var pages: [Page] = []
    for number in 1...max(count, 1) {
      do throws(HelperProgram.Fault) {
        _ = try painter.run(
          [
            "-r", "300", "-gray", "-png", "-singlefile", "-f", String(number), "-l",
            String(number), file, "\(folder.path)/page",
          ], in: folder, limits: options.limits)
        let table = try recognizer.run(
          ["\(folder.path)/page.png", "stdout", "-l", "chi_sim", "--psm", "6", "tsv"],
          in: folder, limits: options.limits)
        pages.append(Self.page(table))
      } catch {
        if folder.complaints.contains("chi_sim") {
          throw .missingProgram(
            name: name, purpose: "识别图像中的中文", packages: "tesseract-ocr-chi-sim")
        }
        throw .broken(name: name, format: " PDF ", fault: "第\(number)页的图像无法识别")
      }
    }
    return pages
  }

  /// A page from what tesseract writes: tab-separated, a word a line, with its box.
  static func page(_ table: [UInt8]) -> Page {
    var page = Page(width: 0, height: 0)
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 12, let left = Double(cells[6]), let top = Double(cells[7]),
        let width = Double(cells[8]), let height = Double(cells[9])
      else { continue }
      if cells[0] == "1" {
        page.width = width
        page.height = height
      }
      let words = cells[11].unicodeScalars.filter { $0 != " " && $0 != "\r" }
      guard cells[0] == "5", !words.isEmpty else { continue }
      page.fragments.append(
        PageFragment(
          left: left, right: left + width, top: top, bottom: top + height, words: Array(words)))
    }
    return page
  }
}
