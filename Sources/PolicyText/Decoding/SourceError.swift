/// Why a file gives no text.
public enum SourceError: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty(name: String)
  /// It holds something else than text, or text in a format that is not read.
  case notText(name: String, kind: BinaryKind)
  /// It is damaged, or made to do harm: what kind of file it is, and what is wrong with it.
  case broken(name: String, format: String, fault: String)
  /// It is larger than what is read: which limit it passes.
  case tooLarge(name: String, limit: String)
  /// It can be opened with a password only.
  case encrypted(name: String, format: String)
  /// It holds images of pages and no words.
  case scanned(name: String)
  /// Another program is needed, which is not there: what for, and the Debian packages that have it.
  case missingProgram(name: String, purpose: String, packages: String)

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .empty: "source.empty"
    case .notText: "source.notText"
    case .broken: "source.broken"
    case .tooLarge: "source.tooLarge"
    case .encrypted: "source.encrypted"
    case .scanned: "source.scanned"
    case .missingProgram: "source.missingProgram"
    }
  }

  /// Which file it is, what is wrong with it, and what to do, in Chinese.
  public var message: String {
    switch self {
    case .empty(let name):
      "\(Self.title(of: name))是空的，没有可以分析的文字。请检查是否选错了文件，或者内容没有保存。"
    case .notText(let name, let kind):
      "\(Self.title(of: name))\(kind.explanation)"
    case .broken(let name, let format, let fault):
      "\(Self.title(of: name))不是完好的\(format)文件：\(fault)。请用原来的软件打开检查，另存一份再分析。"
    case .tooLarge(let name, let limit):
      "\(Self.title(of: name))超过了读取的限度：\(limit)。请检查文件是否正常，必要时拆成几份。"
    case .encrypted(let name, let format):
      "\(Self.title(of: name))是加密的\(format)文件。请先用原来的软件打开，取消密码，再分析。"
    case .scanned(let name):
      "\(Self.title(of: name))是扫描件，只有图像，没有文字。请加上 --ocr 用文字识别读取"
        + "（需要 Debian 软件包 tesseract-ocr 和 tesseract-ocr-chi-sim），或者换用有文字的版本。"
    case .missingProgram(let name, let purpose, let packages):
      "\(Self.title(of: name))需要其他软件\(purpose)，而这台机器上没有。"
        + "请安装 Debian 软件包（apt-get install \(packages)），再分析一次。"
    }
  }

  private static func title(of name: String) -> String {
    name == "-" ? "标准输入" : "文件“\(name)”"
  }
}
