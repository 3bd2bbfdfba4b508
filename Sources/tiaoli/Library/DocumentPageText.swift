internal import PolicyIndex

/// What is known of a document, for the eye.
struct DocumentPageText {
  private let page: DocumentPage
  private let terminal: Terminal
  /// How many links of a kind are named; the rest is counted.
  private static let shownLinks = 20

  init(_ page: DocumentPage, terminal: Terminal) {
    self.page = page
    self.terminal = terminal
  }

  /// The whole page.
  var text: String {
    let document = page.document
    var lines = [terminal.styled("#\(document.id)　\(document.title)", .bold)]
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("  \(name.padded(toWidth: 10))\(value)")
    }
    add("文号", document.number)
    add("发文机关", document.issuers.joined(separator: "、"))
    add("效力级别", document.authorityLevel)
    add("文种", document.type)
    add("地区", document.region?.split(separator: "/").joined(separator: " "))
    add("版本日期", document.versionDay?.description)
    add("施行日期", document.inForce?.description)
    add("时效性", "\(document.validity.state.chineseName)（\(document.validity.ground)）")
    add("内容", "\(document.articles)条，规范\(document.norms)条")
    add("来源", document.source)
    add("重复", document.copyOf.map { "内容与 #\($0) 相同" })
    add("存疑", document.doubt)
    if page.versions.count > 1 {
      lines.append("各版本")
      for version in page.versions {
        let day = (version.inForce ?? version.versionDay)?.description ?? "日期不明"
        let mark = version.id == document.id ? "→" : "　"
        lines.append(
          "\(mark) #\(version.id)　\(day)　\(version.validity.state.chineseName)　\(version.validity.ground)"
        )
      }
    }
    lines += links("引用的文件", page.cited) { link in
      "\(link.citation)　《\(link.name)》\(link.unit ?? "")　\(Self.held(link))"
    }
    lines += links("引用它的文件", page.citing) { link in
      "#\(link.document)《\(link.name)》\(link.citation)　引用\(link.unit ?? "全文")"
    }
    if !page.findings.isEmpty {
      lines.append("引用中的问题")
      for finding in page.findings {
        lines.append("  \(finding.citation)　“\(finding.words)”　\(finding.message)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// #450（现行）、#449: the versions that the library holds, the one in force first.
  private static func held(_ link: CitationLink) -> String {
    guard !link.targets.isEmpty else { return "库中没有" }
    let others = link.targets.filter { $0 != link.current }.map { "#\($0)" }
    let current = link.current.map { "#\($0)（现行）" }
    return ([current].compactMap(\.self) + others).joined(separator: "、")
      + (current == nil ? "（没有现行有效的文本）" : "")
  }

  private func links(
    _ title: String, _ links: [CitationLink], _ line: (CitationLink) -> String
  ) -> [String] {
    guard !links.isEmpty else { return [] }
    var lines = ["\(title)（\(links.count)处）"]
    lines += links.prefix(Self.shownLinks).map { "  " + line($0) }
    if links.count > Self.shownLinks { lines.append("  ……另有\(links.count - Self.shownLinks)处") }
    return lines
  }
}
