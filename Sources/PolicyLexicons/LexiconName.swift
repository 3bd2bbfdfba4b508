/// The lists that the program has, by the names of their files in `lexicons/` (without `.tsv`).
public enum LexiconName: String, Sendable, CaseIterable, Hashable {
  /// 情态词: what makes a clause a norm.
  case modality
}
