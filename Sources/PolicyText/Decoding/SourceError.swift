/// Why a file gives no text.
public enum SourceError: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty(name: String)
  /// It holds something else than text, or text in a format that is not read yet.
  case notText(name: String, kind: BinaryKind)

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .empty: "source.empty"
    case .notText: "source.notText"
    }
  }

  /// Which file it is, what is wrong with it, and what to do, in Chinese.
  public var message: String {
    switch self {
    case .empty(let name):
      "\(Self.title(of: name))是空的，没有可以分析的文字。请检查是否选错了文件，或者内容没有保存。"
    case .notText(let name, let kind):
      "\(Self.title(of: name))\(kind.explanation)"
    }
  }

  private static func title(of name: String) -> String {
    name == "-" ? "标准输入" : "文件“\(name)”"
  }
}
