/// The parts of a Word document that do not depend on its words.
///
/// Source: ECMA-376 (Office Open XML), parts 1 and 2.
enum WordParts {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// [Content_Types].xml.
  static let contentTypes =
    declaration + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(type("document.main"))"/>\
      <Override PartName="/word/styles.xml" ContentType="\(type("styles"))"/>\
      <Override PartName="/word/settings.xml" ContentType="\(type("settings"))"/>\
      <Override PartName="/word/footer1.xml" ContentType="\(type("footer"))"/>\
      </Types>
      """

  private static func type(_ part: String) -> String {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.\(part)+xml"
  }

  /// _rels/.rels.
  static let relations = relationships([("officeDocument", "word/document.xml")])
  /// word/_rels/document.xml.rels.
  static let documentRelations = relationships([
    ("styles", "styles.xml"), ("footer", "footer1.xml"), ("settings", "settings.xml"),
  ])

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let entries = targets.enumerated().map { index, entry in
      """
      <Relationship Id="rId\(index + 1)" Type="\(base)\(entry.type)" Target="\(entry.target)"/>
      """
    }
    return declaration + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(entries.joined())</Relationships>
      """
  }

  /// A4 landscape, 20 mm around; the footer has the number of the page.
  static let section = """
    <w:sectPr><w:footerReference w:type="default" r:id="rId2"/>\
    <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
    <w:pgMar w:top="1134" w:right="1132" w:bottom="1134" w:left="1132" w:header="567" \
    w:footer="567" w:gutter="0"/></w:sectPr>
    """

  /// word/settings.xml.
  static let settings =
    declaration
    + "<w:settings xmlns:w=\"\(namespace)\"><w:defaultTabStop w:val=\"420\"/></w:settings>"

  /// word/footer1.xml: 第 1 页，共 9 页.
  static let footer =
    declaration + """
      <w:ftr xmlns:w="\(namespace)"><w:p><w:pPr><w:pStyle w:val="Centered"/></w:pPr>\
      <w:r><w:t xml:space="preserve">第 </w:t></w:r>\
      <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>\
      <w:r><w:t xml:space="preserve"> 页，共 </w:t></w:r>\
      <w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>\
      <w:r><w:t xml:space="preserve"> 页</w:t></w:r></w:p></w:ftr>
      """

  /// word/styles.xml: 宋体 for the words, 黑体 for heads.
  static let styles =
    declaration + """
      <w:styles xmlns:w="\(namespace)"><w:docDefaults><w:rPrDefault><w:rPr>\
      <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" \
      w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="21"/>\
      <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
      <w:pPr><w:spacing w:after="40" w:line="280" w:lineRule="auto"/></w:pPr></w:style>\
      \(heading("Title", "Title", size: 36, centered: true))\
      \(heading("Heading1", "heading 1", size: 26, centered: false))\
      \(paragraph("Cell", "<w:spacing w:after=\"20\" w:line=\"264\" w:lineRule=\"auto\"/>"))\
      \(paragraph("Centered", "<w:jc w:val=\"center\"/>"))\
      \(paragraph("Remark", "<w:spacing w:after=\"20\"/>", "<w:sz w:val=\"18\"/>"))\
      \(paragraph("Head", "<w:jc w:val=\"center\"/>", "<w:rFonts w:eastAsia=\"黑体\"/><w:b/>"))\
      <w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>\
      \(borders)</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>\
      <w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
      """

  private static func heading(
    _ id: String, _ name: String, size: Int, centered: Bool
  ) -> String {
    let alignment = centered ? "<w:jc w:val=\"center\"/>" : ""
    return """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="120"/>\
      \(alignment)</w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="\(size)"/></w:rPr>\
      </w:style>
      """
  }

  private static func paragraph(
    _ id: String, _ properties: String, _ runProperties: String = ""
  ) -> String {
    """
    <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(id)"/>\
    <w:basedOn w:val="Normal"/><w:pPr>\(properties)</w:pPr><w:rPr>\(runProperties)</w:rPr></w:style>
    """
  }

  private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
    "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/>"
  }.joined()
}
