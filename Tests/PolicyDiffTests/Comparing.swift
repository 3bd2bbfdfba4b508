import PolicyAnalysis
import PolicyDiff
import PolicyLexicons
import PolicyText

/// Compares texts as the program does.
struct Comparing {
  /// What comparing takes, made once.
  private static let tools: (analyzer: Analyzer, comparer: Comparer) = {
    do {
      let lexicons = try Lexicons.embedded()
      return (try Analyzer(lexicons: lexicons), try Comparer(lexicons: lexicons))
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  let comparison: Comparison

  init(_ old: String, _ new: String) throws {
    comparison = Self.tools.comparer.compare(
      old: Self.tools.analyzer.analyze(try DecodedSource(old, name: "旧")),
      new: Self.tools.analyzer.analyze(try DecodedSource(new, name: "新")))
  }

  /// The alignments, each as `art_1>art_2 renumbered`, of the ids that begin with some words.
  func changes(of prefix: String = "art_") -> [String] {
    comparison.alignments.compactMap { alignment in
      let old = alignment.old.map { comparison.old.units[$0].id }
      let new = alignment.new.map { comparison.new.units[$0].id }
      guard (new ?? old ?? "").hasPrefix(prefix) else { return nil }
      return "\(old ?? "-")>\(new ?? "-") \(alignment.change.rawValue)"
    }
  }

  /// The edits of the alignment of a new unit, each as `旧→新`, a break as ¶.
  func edits(of id: String) -> [String] {
    comparison.alignments.filter { $0.new.map { comparison.new.units[$0].id } == id }
      .flatMap { alignment in
        alignment.edits.map { edit in
          let old = comparison.oldText(of: alignment).string(edit.old)
          let new = comparison.newText(of: alignment).string(edit.new)
          return "\(old)→\(new)".replacing("\n", with: "¶")
        }
      }
  }
}
