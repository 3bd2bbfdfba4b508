internal import ArgumentParser
internal import Foundation
internal import PolicyAnalysis
internal import PolicyIndicators
internal import PolicyLexicons
internal import PolicyReaders
internal import PolicyText

/// The options that every command shares that analyses.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicons"),
    help: ArgumentHelp("在内置词表之上，再用这个文件夹里的词表（.tsv）。", valueName: "文件夹"))
  var folder: String?

  @OptionGroup
  var reading: ReadingFlags

  /// An analyzer with the words that the options name.
  ///
  /// - Throws: ``CommandFailure`` if a word list is at fault.
  func analyzer() throws(CommandFailure) -> Analyzer { try analyzer(words()) }

  /// An analyzer with some words, and an outside catalogue of indicators if there is one.
  ///
  /// - Throws: ``CommandFailure`` if a word list is at fault.
  func analyzer(
    _ words: Lexicons, catalogue: IndicatorCatalogue? = nil
  ) throws(CommandFailure) -> Analyzer {
    do {
      let analyzer = try Analyzer(
        lexicons: words, reader: FileReader(options: reading.options), catalogue: catalogue)
      // It serves as long as the program runs: to take its tables apart at the end would cost a
      // twentieth of a short run.
      _ = Unmanaged.passRetained(analyzer)
      return analyzer
    } catch {
      throw CommandFailure(.usage, error.description)
    }
  }

  /// The words that the options name.
  ///
  /// - Throws: ``CommandFailure`` if a word list is at fault.
  func words() throws(CommandFailure) -> Lexicons {
    do {
      let lexicons = try Lexicons.embedded()
      guard let folder else { return lexicons }
      return try lexicons.overlaid(with: URL(fileURLWithPath: folder))
    } catch {
      throw CommandFailure(.usage, error.description)
    }
  }
}

extension Analyzer {
  /// What is found in a file.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is no text.
  func analyze(_ file: InputFile) throws(CommandFailure) -> Analysis {
    let bytes = try file.read()
    do {
      return try analyze(bytes, name: file.name)
    } catch {
      throw CommandFailure(error)
    }
  }
}
