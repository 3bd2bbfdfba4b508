internal import PolicyDiff

/// A table as a Word document (.docx): A4 landscape, the head repeated on every page, for Word, WPS and
/// LibreOffice.
///
/// Source: ECMA-376 (Office Open XML), part 1, WordprocessingML.
public struct WordReport: Sendable {
  /// What is wrong where no document can be made: the memory is used up.
  public struct Failure: Error, Sendable {}

  private let table: ComparisonTable

  /// The report of a table.
  public init(_ table: ComparisonTable) {
    self.table = table
  }

  /// The whole file.
  ///
  /// - Throws: ``Failure`` if it cannot be made.
  public func bytes() throws(Failure) -> [UInt8] {
    let parts = [
      ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.relations),
      ("word/document.xml", document),
      ("word/_rels/document.xml.rels", WordParts.documentRelations),
      ("word/styles.xml", WordParts.styles), ("word/footer1.xml", WordParts.footer),
      ("word/settings.xml", WordParts.settings),
    ]
    do {
      return try ZipPackage.bytes(of: parts.map { (name: $0.0, content: Array($0.1.utf8)) })
    } catch {
      throw Failure()
    }
  }

  /// The widths of the columns, in twentieths of a point; together the width between the margins.
  private static let widths = [740, 5100, 5100, 1060, 2574]

  /// The main part: the words and the tables.
  var document: String {
    var xml =
      WordParts.declaration + """
        <w:document xmlns:w="\(WordParts.namespace)" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
        """
    xml += paragraph([plain(table.title)], style: "Title")
    xml += paragraph([
      plain("图例："), run("新增的文字", .inserted), plain("　"), run("删去的文字", .deleted),
      plain("　……没有改动的款、项"),
    ])
    let counts = table.counts.map { "\($0.kind.title)\($0.count)" }.joined(separator: "，")
    xml += paragraph([plain(counts + "。")])
    for replacement in table.replacements {
      xml += paragraph([
        plain("“"), run(replacement.old, .deleted), plain("”统一改为“"),
        run(replacement.new, .inserted),
        plain("”，共\(replacement.count)处：\(replacement.places.joined(separator: "、"))"),
      ])
    }
    for note in table.notes { xml += paragraph([plain(note)]) }
    xml += mainTable
    if !table.numbers.isEmpty {
      xml += paragraph([plain("条文序号对照")], style: "Heading1") + numberTable
    }
    return xml + paragraph([]) + WordParts.section + "</w:body></w:document>"
  }

  // MARK: Tables

  private var mainTable: String {
    var xml = opening(Self.widths) + head(table.columns, Self.widths)
    for row in table.rows {
      let cells: [ComparisonTable.Cell] = [
        note("\(row.number)"), row.old, row.new, note(row.kind.title),
        row.remarks.map { [ComparisonTable.Run(text: $0.spoken, mark: .same, edit: nil)] },
      ]
      xml += Self.opening(ofRowWith: cells)
      for (index, cell) in cells.enumerated() {
        let style = index == 0 || index == 3 ? "Centered" : index == 4 ? "Remark" : "Cell"
        xml += self.cell(cell, width: Self.widths[index], style: style)
      }
      xml += "</w:tr>"
    }
    return xml + "</w:tbl>"
  }

  /// A row of up to so many characters is kept on one page: a third of a page.
  private static let unbrokenLength = 240

  private static func opening(ofRowWith cells: [ComparisonTable.Cell]) -> String {
    let longest = cells.map { cell in cell.reduce(0) { $0 + $1.reduce(0) { $0 + $1.text.count } } }
    let isShort = longest.allSatisfy { $0 <= unbrokenLength } && cells.allSatisfy { $0.count <= 12 }
    return isShort ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>"
  }

  private var numberTable: String {
    let widths = [4000, 4000]
    var xml = opening(widths) + head(["修订前", "修订后"], widths)
    for change in table.numbers {
      xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
      xml += cell(note(change.old.isEmpty ? "（新增）" : change.old), width: widths[0], style: "Cell")
      xml += cell(note(change.new.isEmpty ? "（删除）" : change.new), width: widths[1], style: "Cell")
      xml += "</w:tr>"
    }
    return xml + "</w:tbl>"
  }

  private func opening(_ widths: [Int]) -> String {
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    return """
      <w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/>\
      <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>
      """
  }

  private func head(_ titles: [String], _ widths: [Int]) -> String {
    let cells = zip(titles, widths).map {
      cell(note($0), width: $1, style: "Head", shading: "D9E2F3")
    }
    return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(cells.joined())</w:tr>"
  }

  private func cell(
    _ cell: ComparisonTable.Cell, width: Int, style: String, shading: String? = nil
  ) -> String {
    let shade = shading.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? ""
    // A cell without a paragraph is not valid.
    let paragraphs = (cell.isEmpty ? [[]] : cell).map { runs in
      paragraph(runs.map { run($0.text, $0.mark) }, style: style)
    }
    return """
      <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/>\(shade)</w:tcPr>\(paragraphs.joined())</w:tc>
      """
  }

  private func note(_ text: String) -> ComparisonTable.Cell {
    [[ComparisonTable.Run(text: text, mark: .same, edit: nil)]]
  }

  // MARK: Words

  private func paragraph(_ runs: [String], style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)\(runs.joined())</w:p>"
  }

  private func plain(_ text: String) -> String { run(text, .same) }

  private func run(_ text: String, _ mark: ComparisonTable.Run.Mark) -> String {
    let properties =
      switch mark {
      case .same, .note: ""
      case .inserted: "<w:rPr><w:b/><w:u w:val=\"single\"/></w:rPr>"
      case .deleted: "<w:rPr><w:strike/></w:rPr>"
      }
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(text.markupEscaped)</w:t></w:r>"
  }
}
