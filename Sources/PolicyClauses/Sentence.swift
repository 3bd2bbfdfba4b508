/// 小句: the layer of sentences and clauses.
enum ClausesPlaceholder {}
