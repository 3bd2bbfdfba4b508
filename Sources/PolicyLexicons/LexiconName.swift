/// The lists that the program has, by the names of their files in `lexicons/` (without `.tsv`).
public enum LexiconName: String, Sendable, CaseIterable, Hashable {
  /// 情态词: what makes a clause a norm.
  case modality
  /// 网页杂项: words that show a line to be part of a web page.
  case pageClutter = "page-clutter"
  /// 署名末词: words that the name of an organ ends with in a signature.
  case signatoryEndings = "signatory-endings"
  /// 标题末词: words that the title of a document ends with.
  case titleEndings = "title-endings"
}
