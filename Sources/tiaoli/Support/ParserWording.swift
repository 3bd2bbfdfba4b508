/// What the argument parser says in English, said in Chinese.
///
/// The library has no other door for this: its messages are strings. What is not known here is left
/// as it is.
enum ParserWording {
  /// A page of help with Chinese headings.
  static func help(_ page: String) -> String {
    var page = withoutDefaults(page)
    for (english, chinese) in headings {
      page = page.split(separator: english, omittingEmptySubsequences: false)
        .joined(separator: chinese)
    }
    return page
  }

  /// A page without what the library adds on values and defaults: each option says its own in Chinese.
  private static func withoutDefaults(_ page: String) -> String {
    var page = page
    for opening in ["(default:", "(values:"] {
      while let start = page.firstRange(of: opening),
        let end = page[start.upperBound...].firstIndex(of: ")")
      {
        var head = page[..<start.lowerBound]
        while let last = head.last, last == " " || last == "\n" { head = head.dropLast() }
        page = String(head) + page[page.index(after: end)...]
      }
    }
    return page
  }

  /// The lines that say how a command is used, from the full text of an error.
  static func usage(in page: String) -> String {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { $0.hasPrefix("Usage: ") }) else { return "" }
    return help(lines[first...].joined(separator: "\n"))
  }

  /// A complaint about a command line.
  ///
  /// `isAboutCommand` says that the first word was no command.
  static func complaint(_ message: String, isAboutCommand: Bool) -> String {
    if isAboutCommand, let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") {
      return "没有“\(word)”这个命令。请看下面的用法。"
    }
    if let word = excludedWord(in: message) {
      return "“-\(word)”在命令行上会被当作选项。要排除“\(word)”，请写成 NOT \(word)。"
    }
    let first = message.split(separator: "\n").first.map(String.init) ?? message
    for (pattern, chinese) in complaints {
      let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      guard let words = words(of: first, between: parts) else { continue }
      var result = chinese
      for (index, word) in words.enumerated() {
        result = result.split(separator: "\\\(index)", omittingEmptySubsequences: false)
          .joined(separator: word)
      }
      return result
    }
    return message
  }

  /// 登记 of an option -登记 that does not exist: options are Latin, words to leave out of a search are not.
  private static func excludedWord(in message: String) -> String? {
    guard message.hasPrefix("Unknown option '-") else { return nil }
    let word = message.dropFirst("Unknown option '-".count).prefix { $0 != "'" }
    guard let first = word.unicodeScalars.first, first.value > 0x2E80 else { return nil }
    return String(word)
  }

  /// The words that stand between fixed parts of a sentence, if it has all parts.
  private static func words(of sentence: String, between parts: [String]) -> [String]? {
    guard let head = parts.first, sentence.hasPrefix(head) else { return nil }
    var rest = sentence.dropFirst(head.count)
    var words: [String] = []
    for (index, part) in parts.enumerated().dropFirst() {
      if part.isEmpty && index == parts.count - 1 {
        words.append(String(rest))
        rest = ""
      } else {
        guard let range = rest.firstRange(of: part) else { return nil }
        words.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty ? words : nil
  }

  private static let headings: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("<options>", "<选项>"),
    ("<subcommand>", "<命令>"), ("Show help information.", "显示这段说明。"),
    ("Show the version.", "显示版本。"),
    ("  See 'tiaoli help <命令>' for detailed help.", "  “tiaoli help <命令>”说明一个命令的用法。"),
    ("  See 'tiaoli ", "  详见“tiaoli "), ("' for more information.", "”。"),
    ("Show subcommand help information.", "显示命令的说明。"),
  ]

  private static let complaints: [(String, String)] = [
    ("Unknown option '*'. Did you mean '*'?", "没有“\\0”这个选项。是不是“\\1”？"),
    ("Unknown option '*'", "没有“\\0”这个选项。请看下面的用法。"),
    ("Missing expected argument '*'", "缺少参数“\\0”。请看下面的用法。"),
    ("Missing value for '*'", "选项“\\0”后面缺少值。请补上。"),
    ("The value '*' is invalid for '*'*", "“\\0”不能作“\\1”的值。请看 --help。"),
    ("Unexpected argument '*'", "“\\0”是多余的参数。请看下面的用法。"),
    ("* unexpected arguments: *", "有\\0个多余的参数：\\1。请看下面的用法。"),
    ("Missing expected argument '*' *", "缺少参数“\\0”。请看下面的用法。"),
  ]
}
