/// The elements and attributes of OFD that say where pages are and what stands on them.
///
/// Source: GB/T 33190—2016, 7 (文件组织), 11 (文字).
enum OFDName: String, MarkupName {
  case area = "PhysicalBox"
  case abbreviatedData = "AbbreviatedData"
  case baseLocation = "BaseLoc"
  case boundary = "Boundary"
  case deltaX = "DeltaX"
  case deltaY = "DeltaY"
  case docRoot = "DocRoot"
  case identifier = "ID"
  case page = "Page"
  case pathObject = "PathObject"
  case size = "Size"
  case template = "Template"
  case templateIdentifier = "TemplateID"
  case templatePage = "TemplatePage"
  case textCode = "TextCode"
  case textObject = "TextObject"
  case transform = "CTM"
  case visible = "Visible"
  case x = "X"
  case y = "Y"

  static let vocabulary = MarkupVocabulary<OFDName>()
  static let prefixes: [(prefix: String, namespaces: [String])] = []
}
