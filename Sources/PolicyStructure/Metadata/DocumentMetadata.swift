/// 文件信息: what the wrapper of a document says of it, read from the text alone.
public struct DocumentMetadata: Sendable {
  /// 标题, with its line breaks taken out.
  public var title: String?
  /// Where the title stands in the reading text.
  public var titleRange: Range<Int>?
  /// 文种: 法, 条例, 通知, 方案 and others.
  public var type: String?
  /// 效力级别: 法律, 行政法规, 部门规章, 规范性文件 and others.
  public var authorityLevel: String?
  /// 发文机关, in the order of the text.
  public var issuers: [String] = []
  /// 主送机关.
  public var recipients: [String] = []
  /// 发文字号.
  public var documentNumber: DocumentNumber?
  /// Dates of adoption, issue, effect and the like.
  public var dates: [DocumentDate] = []
  /// The version that the title names: 2020修正, 修订, 试行.
  public var version: String?
  /// 依据: titles cited by 根据《…》 in the first article or paragraph.
  public var basis: [String] = []

  /// Metadata of a document that says nothing of itself.
  public init() {}
}

/// 发文字号, as in 济政办发〔2019〕5号.
public struct DocumentNumber: Hashable, Sendable {
  /// As written.
  public var text: String
  /// 机关代字: 济政办发.
  public var agencyCode: String
  /// The year, if the number names one.
  public var year: Int?
  /// The serial number.
  public var number: Int?

  /// A number and its parts.
  public init(text: String, agencyCode: String, year: Int?, number: Int?) {
    self.text = text
    self.agencyCode = agencyCode
    self.year = year
    self.number = number
  }
}

/// A date that the wrapper or a closing article gives.
public struct DocumentDate: Hashable, Sendable {
  /// What happened on the day.
  public enum Kind: String, Sendable {
    /// 通过.
    case adopted
    /// 成文, 印发.
    case issued
    /// 公布.
    case promulgated
    /// 施行.
    case effective
    /// 修订, 修正.
    case revised
    /// 废止, 失效.
    case repealed
    /// 发布 on a web page.
    case published
  }

  /// What happened.
  public let kind: Kind
  /// ISO 8601, as exact as the text: 2019-03-04, 2019-03, 2019.
  public let date: String
  /// Where it stands in the reading text, if it stands there.
  public let range: Range<Int>?

  /// A date and what happened.
  public init(kind: Kind, date: String, range: Range<Int>?) {
    self.kind = kind
    self.date = date
    self.range = range
  }
}
