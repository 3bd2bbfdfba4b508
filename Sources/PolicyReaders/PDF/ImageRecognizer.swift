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
    guard let painter = HelperProgram("pdftoppm", options: options),
      let recognizer = HelperProgram("tesseract", options: options)
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
  ///
  /// The words of a line are put together, since tesseract parts Chinese ones at random: between
  /// Latin ones stands a space, and where there is room for two characters, a gap.
  static func page(_ table: [UInt8]) -> Page {
    var page = Page(width: 0, height: 0)
    var line: (top: Double, bottom: Double) = (0, 0)
    var isInLine = false
    for row in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 12, var word = PageFragment(cells) else { continue }
      switch cells[0] {
      case "1":
        page.width = word.right - word.left
        page.height = word.bottom - word.top
      case "4":
        line = (word.top, word.bottom)
        isInLine = false
      case "5" where !word.words.isEmpty:
        // The boxes of single characters are not to be relied on: 一 is as low as its stroke.
        (word.top, word.bottom) = line
        if isInLine, let last = page.fragments.indices.last,
          word.left - page.fragments[last].right < word.size * 1.2
        {
          page.fragments[last].words.join(word.words)
          page.fragments[last].right = max(page.fragments[last].right, word.right)
        } else {
          page.fragments.append(word)
        }
        isInLine = true
      default: break
      }
    }
    return page
  }
}

extension PageFragment {
  /// A word in a row of what tesseract writes; `nil` if its box is none.
  fileprivate init?(_ cells: [Substring]) {
    let box = cells[6...9].compactMap(Double.init)
    guard box.count == 4, box.allSatisfy({ abs($0) < 1e6 }) else { return nil }
    let words = cells[11].unicodeScalars.filter { $0 != " " && $0 != "\r" }
    self.init(
      left: box[0], right: box[0] + box[2], top: box[1], bottom: box[1] + box[3],
      words: Array(words))
  }
}
