/// A Word document made for a test from the markup of its body.
struct WordFile {
  /// What stands in `w:body`.
  var body: String
  /// What stands in `w:numbering`.
  var numbering = ""
  /// What stands in `w:styles`.
  var styles = ""
  /// Further parts and what they are: the root element's name and content.
  var parts: [(kind: String, file: String, root: String, content: String)] = []

  /// The file.
  var bytes: [UInt8] { PackageWriter.bytes(files) }

  /// The parts of the package.
  var files: [(name: String, text: String)] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let all =
      [
        ("numbering", "numbering.xml", "w:numbering", numbering),
        ("styles", "styles.xml", "w:styles", styles),
      ] + parts
    let relations = all.enumerated().map { index, part in
      #"<Relationship Id="rId\#(index)" Type="\#(office)/\#(part.0)" Target="\#(part.1)"/>"#
    }
    return [
      (
        "[Content_Types].xml",
        Self.contentTypes(
          all.map { (kind: $0.0, file: $0.1) } + [("document.main", "document.xml")])
      ),
      (
        "_rels/.rels",
        Self.relations([
          #"<Relationship Id="r" Type="\#(office)/officeDocument" Target="word/document.xml"/>"#
        ])
      ),
      ("word/_rels/document.xml.rels", Self.relations(relations)),
      ("word/document.xml", Self.root("w:document", "<w:body>\(body)</w:body>")),
    ] + all.map { ("word/\($0.1)", Self.root($0.2, $0.3)) }
  }

  /// What each part is: other programs ask for it.
  private static func contentTypes(_ parts: [(kind: String, file: String)]) -> String {
    let types = parts.map { part in
      """
      <Override PartName="/word/\(part.file)" ContentType="application/vnd.openxmlformats-\
      officedocument.wordprocessingml.\(part.kind)+xml"/>
      """
    }
    return """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(types.joined())</Types>
      """
  }

  /// A paragraph, with what stands in its properties.
  static func paragraph(_ words: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(run(words))</w:p>"
  }

  /// A paragraph of a list.
  static func paragraph(_ words: String, list: Int, level: Int = 0) -> String {
    paragraph(
      words,
      #"<w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr>"#)
  }

  /// A run of words.
  static func run(_ words: String) -> String {
    #"<w:r><w:rPr/><w:t xml:space="preserve">\#(words)</w:t></w:r>"#
  }

  /// The definition of a list by the formats and texts of its levels, and the list with its number.
  static func list(_ number: Int, _ levels: [(format: String, text: String)]) -> String {
    let levels = levels.enumerated().map { index, level in
      """
      <w:lvl w:ilvl="\(index)"><w:start w:val="1"/><w:numFmt w:val="\(level.format)"/>\
      <w:lvlText w:val="\(level.text)"/></w:lvl>
      """
    }
    return """
      <w:abstractNum w:abstractNumId="\(number)">\(levels.joined())</w:abstractNum>\
      <w:num w:numId="\(number)"><w:abstractNumId w:val="\(number)"/></w:num>
      """
  }

  private static func relations(_ relations: [String]) -> String {
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    \(relations.joined())</Relationships>
    """
  }

  private static func root(_ name: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <\(name) xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:v="urn:schemas-microsoft-com:vml">\(content)</\(name)>
    """
  }
}
