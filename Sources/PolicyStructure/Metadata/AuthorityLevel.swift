import PolicyLexicons
import PolicyText

/// 效力级别: what rank a document has, by who made it and what it calls itself.
///
/// Source: Legislation Law (立法法, 2023) arts. 10, 72, 80, 91, 93, 119; 规章制定程序条例 art. 7 (a 规章 is not
/// called 条例); `definitions`, Documents in a source.
struct AuthorityLevel {
  let reader: MetadataReader
  let reading: ReadingText

  func level(of metadata: DocumentMetadata, preface: Preface) -> String? {
    guard metadata.title != nil, let type = metadata.type else { return nil }
    let plain = String(String.UnicodeScalarView(preface.plainTitle(in: reading)))
    let issuer = metadata.issuers.first ?? ""
    let code = metadata.documentNumber?.agencyCode ?? ""
    let makesRules = Self.rules.contains(type)
    if issuer.hasPrefix("最高人民") || plain.hasPrefix("最高人民") {
      return makesRules || type == "解释" || type == "批复" || type == "答复" || type == "安排"
        || code.hasSuffix("释")
        ? "司法解释" : "规范性文件"
    }
    if issuer.hasSuffix("监察委员会"), issuer.hasPrefix("国家") || issuer.hasPrefix("中华") {
      return type == "条例" ? "监察法规" : "规范性文件"
    }
    if type == "报告" || type == "合同" || type == "协议" { return nil }
    if issuer.contains(words: "人民代表大会") || issuer.hasSuffix("人大常委会") {
      return congress(issuer, type: type)
    }
    if isInstitution(issuer)
      || reader.leadingInstitution(of: preface.plainTitle(in: reading)) != nil
    {
      return "单位内部制度"
    }
    if type == "法" || type == "宪法" || plain.contains(words: "修正案") && plain.contains(words: "法") {
      return "法律"
    }
    if type == "令" { return nil }
    return administrative(
      plain: plain, type: type, issuer: issuer, code: code,
      isLocal: isLocal(preface.plainTitle(in: reading)), metadata: metadata)
  }

  /// Types that instruments with articles have.
  static let rules: Set<String> = ["条例", "规定", "办法", "细则", "规则", "决定"]

  private func congress(_ issuer: String, type: String) -> String? {
    guard Self.rules.contains(type) || type == "法" || type == "决议" || type == "修正案" else {
      return "规范性文件"
    }
    return issuer.hasPrefix("全国") || issuer.hasPrefix("中华") ? "法律" : "地方性法规"
  }

  private func administrative(
    plain: String, type: String, issuer: String, code: String, isLocal: Bool,
    metadata: DocumentMetadata
  ) -> String? {
    let isOrder = code.hasSuffix("令")
    let makesRules = Self.rules.contains(type)
    if type == "条例" { return isLocal ? "地方性法规" : "行政法规" }
    if makesRules {
      if isOrder {
        if issuer == "国务院" || code.hasSuffix("国务院令") { return "行政法规" }
        return code.contains(words: "政府") ? "地方政府规章" : "部门规章"
      }
      // Until the Legislation Law (2000) governments published their rules like any document.
      if let year = metadata.documentNumber?.year, year < 2000, issuer.hasSuffix("人民政府") {
        return "地方政府规章"
      }
      if issuer == "国务院" { return code.isEmpty ? "行政法规" : "规范性文件" }
      if code.isEmpty, issuer.isEmpty || issuer.hasSuffix("人民政府") {
        guard isLocal else { return nil }
        return issuer.isEmpty && isOfCongress(plain) ? "地方性法规" : "地方政府规章"
      }
      return code.isEmpty && issuer.isEmpty ? nil : "规范性文件"
    }
    return "规范性文件"
  }

  /// Whether a local title without an issuer is of what the people's congress makes: rules on itself, and what carries out a
  /// law (实施《…法》办法; what carries out a 条例 is of the government).
  ///
  /// Source: Legislation Law (立法法) arts. 82, 84, 93.
  private func isOfCongress(_ plain: String) -> Bool {
    if plain.contains(words: "人民代表大会常务委员会") { return true }
    return plain.contains(words: "实施《") && plain.contains(words: "法》")
  }

  private func isInstitution(_ name: String) -> Bool {
    let words = name.unicodeScalars.map { folded($0) }
    return reader.institutionEndings.longest(in: words, endingAt: words.count, from: 0) != nil
  }

  /// Whether a title begins with a region: 云溪市….
  private func isLocal(_ words: [Unicode.Scalar]) -> Bool {
    guard words.count > 4 else { return false }
    return (2...min(words.count - 2, 12)).contains { reader.endsRegion(in: words, at: $0) }
  }
}
