/// The elements and attributes of WordprocessingML that say something of the text.
///
/// Source: ISO/IEC 29500-1 (Office Open XML), 17.
enum WordName: String, MarkupName {
  case fallback = "mc:Fallback"

  case abstractNum = "w:abstractNum"
  case abstractNumId = "w:abstractNumId"
  case basedOn = "w:basedOn"
  case `break` = "w:br"
  case carriageReturn = "w:cr"
  case cell = "w:tc"
  case cellDeleted = "w:cellDel"
  case cellInserted = "w:cellIns"
  case cellProperties = "w:tcPr"
  case cellPropertiesChange = "w:tcPrChange"
  case character = "w:char"
  case checkBox = "w:checkBox"
  case checked = "w:checked"
  case `default` = "w:default"
  case deleted = "w:del"
  case deletedInstruction = "w:delInstrText"
  case deletedText = "w:delText"
  case drawnParagraph = "a:p"
  case drawnText = "a:t"
  case endnote = "w:endnote"
  case fieldCharacter = "w:fldChar"
  case fieldCharacterType = "w:fldCharType"
  case font = "w:font"
  case footnote = "w:footnote"
  case gridBefore = "w:gridBefore"
  case gridSpan = "w:gridSpan"
  case header = "w:tblHeader"
  case horizontalMerge = "w:hMerge"
  case inserted = "w:ins"
  case instruction = "w:instrText"
  case isLegal = "w:isLgl"
  case level = "w:lvl"
  case levelIndex = "w:ilvl"
  case levelOverride = "w:lvlOverride"
  case levelRestart = "w:lvlRestart"
  case levelText = "w:lvlText"
  case mathBegin = "m:begChr"
  case mathCharacter = "m:chr"
  case mathDegree = "m:deg"
  case mathDelimiter = "m:d"
  case mathDenominator = "m:den"
  case mathElement = "m:e"
  case mathEnd = "m:endChr"
  case mathNumerator = "m:num"
  case mathOperator = "m:nary"
  case mathRadical = "m:rad"
  case mathSuperscript = "m:sup"
  case mathText = "m:t"
  case mathValue = "m:val"
  case movedFrom = "w:moveFrom"
  case movedTo = "w:moveTo"
  case name = "w:name"
  case noBreakHyphen = "w:noBreakHyphen"
  case number = "w:num"
  case numberFormat = "w:numFmt"
  case numberId = "w:numId"
  case numberProperties = "w:numPr"
  case numberStyleLink = "w:numStyleLink"
  case pageBreak = "w:lastRenderedPageBreak"
  case paragraph = "w:p"
  case paragraphProperties = "w:pPr"
  case paragraphPropertiesChange = "w:pPrChange"
  case paragraphStyle = "w:pStyle"
  case positionTab = "w:ptab"
  case row = "w:tr"
  case rowProperties = "w:trPr"
  case rowPropertiesChange = "w:trPrChange"
  case rubyText = "w:rt"
  case run = "w:r"
  case runProperties = "w:rPr"
  case runPropertiesChange = "w:rPrChange"
  case runStyle = "w:rStyle"
  case start = "w:start"
  case startOverride = "w:startOverride"
  case style = "w:style"
  case styleId = "w:styleId"
  case styleLink = "w:styleLink"
  case suffix = "w:suff"
  case symbol = "w:sym"
  case tab = "w:tab"
  case table = "w:tbl"
  case text = "w:t"
  case textBox = "w:txbxContent"
  case type = "w:type"
  case value = "w:val"
  case vanish = "w:vanish"
  case verticalAlignment = "w:vertAlign"
  case verticalMerge = "w:vMerge"
  case wordArt = "v:textpath"
  case wordArtWords = "string"

  static let vocabulary = MarkupVocabulary<WordName>()
  static let prefixes: [(prefix: String, namespaces: [String])] = [
    (
      "w",
      [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      ]
    ),
    ("v", ["urn:schemas-microsoft-com:vml"]),
    (
      "a",
      [
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
      ]
    ),
    ("mc", ["http://schemas.openxmlformats.org/markup-compatibility/2006"]),
    (
      "m",
      [
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
      ]
    ),
  ]
}
