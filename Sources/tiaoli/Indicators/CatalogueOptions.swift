internal import ArgumentParser
internal import PolicyIndicators
internal import PolicyText

/// The option that names an outside catalogue of indicators.
struct CatalogueOptions: ParsableArguments {
  @Option(
    name: .customLong("indicators"),
    help: ArgumentHelp("外部指标目录（CSV 或 JSON），与文本中的条款相关联；格式见 docs/indicators.md。", valueName: "文件"))
  var file: String?

  /// The catalogue that the option names, if it does.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read.
  func catalogue() throws(CommandFailure) -> IndicatorCatalogue? {
    guard let file else { return nil }
    let bytes = try InputFile(path: file, name: file).read()
    do {
      return try IndicatorCatalogue(PlainTextReader().read(bytes, name: file).text)
    } catch let error as SourceError {
      throw CommandFailure(.noText, error.message)
    } catch let error as CatalogueError {
      throw CommandFailure(.noText, error.description)
    } catch {
      throw CommandFailure(.noText, "指标目录“\(file)”不能读取。")
    }
  }
}
