internal import ArgumentParser
internal import PolicyReaders
internal import PolicyText

/// The options that say how files are read.
struct ReadingFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("带修订的 Word 文件：final（接受全部修订，默认）或 original（拒绝全部修订）。", valueName: "文本"),
    transform: ReadingFlags.revisions(named:))
  var revisions: RevisionView = .final

  @Flag(help: "扫描的 PDF 用文字识别读取（需要 tesseract-ocr 和 tesseract-ocr-chi-sim）。")
  var ocr = false

  /// The options as readers take them.
  var options: ReadingOptions {
    var options = ReadingOptions()
    options.revisions = revisions
    options.recognizesImages = ocr
    return options
  }
}

extension ReadingFlags {
  private static func revisions(named argument: String) throws -> RevisionView {
    guard let view = RevisionView(rawValue: argument) else {
      throw ValidationError("--revisions 只能是 final 或 original")
    }
    return view
  }
}

extension CommandFailure {
  /// The failure of a command whose input gives no text.
  init(_ error: SourceError) {
    if case .missingProgram = error {
      self.init(.unavailable, error.message)
    } else {
      self.init(.noText, error.message)
    }
  }
}
