internal import ArgumentParser
internal import PolicyAnalysis

/// The options that every command shares that analyses.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicons"),
    help: ArgumentHelp("在内置词表之上，再用这个文件夹里的词表（.tsv）。", valueName: "文件夹"))
  var folder: String?

  /// An analyzer with the words that the options name.
  ///
  /// - Throws: ``CommandFailure`` if a word list is at fault.
  func analyzer() throws(CommandFailure) -> Analyzer {
    Analyzer()
  }
}

extension Analyzer {
  /// What is found in a file.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is no text.
  func analyze(_ file: InputFile) throws(CommandFailure) -> Analysis {
    let bytes = try file.read()
    let text = SourceText(String(decoding: bytes, as: UTF8.self), name: file.name)
    return analyze(
      text,
      facts: SourceFacts(
        name: file.name, mediaType: "text/plain", encoding: "UTF-8",
        sha256: String(repeating: "0", count: 64)))
  }
}
