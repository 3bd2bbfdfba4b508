internal import PolicyText

/// Ranks the best candidates anew with their words in view.
///
/// The full-text index knows how often words stand in a provision. What a lawyer looks at besides: whether
/// the words stand in one sentence, whether the provision defines them or is headed by them, whether it
/// lays down a duty, what rank its document has, and whether it is in force.
struct Ranking {
  let library: Library
  let snapshot: VersionSnapshot
  let terms: [[Unicode.Scalar]]

  /// The candidates, the best first; those beyond the pool stay as they are.
  func ranked(_ candidates: [Candidate], pool: Int) throws(LibraryError) -> [Candidate] {
    let head = Array(candidates.prefix(pool))
    guard head.count > 1 else { return candidates }
    let details = try library.store.provisionDetails(head.map(\.provision))
    var scored: [(candidate: Candidate, score: Double)] = []
    for candidate in head {
      var score = -candidate.score
      if let detail = details[candidate.provision] {
        score *= weight(of: detail.document)
        if let words = try library.words(detail.document, detail.start, detail.end) {
          score *= weight(of: PolicyTokenizer.read(words))
        }
      }
      scored.append((candidate, score))
    }
    let best = scored.sorted {
      if $0.candidate.isLoose != $1.candidate.isLoose { return $1.candidate.isLoose }
      return ($1.score, $0.candidate.provision) < ($0.score, $1.candidate.provision)
    }
    return best.map(\.candidate) + candidates.dropFirst(pool)
  }

  private func weight(of document: Int) -> Double {
    let state = snapshot.index.validity(of: document, on: snapshot.day).state
    let validity =
      switch state {
      case .inForce: 1.0
      case .unknown, .notYet: 0.9
      case .amended: 0.7
      case .repealed: 0.5
      }
    let rank =
      switch snapshot.index.versions[document]?.authorityLevel {
      case "宪法", "法律": 1.15
      case "行政法规", "监察法规", "司法解释": 1.1
      case "地方性法规", "部门规章", "地方政府规章": 1.05
      default: 1.0
      }
    return validity * rank
  }

  private func weight(of words: [Unicode.Scalar]) -> Double {
    var weight = 1.0
    let places = terms.map { Self.places(of: $0, in: words) }
    if terms.count > 1, Self.shareSentence(places, in: words) { weight *= 1.3 }
    for (term, found) in zip(terms, places) {
      if found.contains(where: { Self.isDefined(at: $0, count: term.count, in: words) }) {
        weight *= 1.4
      }
      if let first = found.first, first < 12 { weight *= 1.1 }
    }
    return weight
  }

  private static func places(of term: [Unicode.Scalar], in words: [Unicode.Scalar]) -> [Int] {
    guard let first = term.first, term.count <= words.count else { return [] }
    var places: [Int] = []
    for index in 0...words.count - term.count
    where words[index] == first && words[index..<index + term.count].elementsEqual(term) {
      places.append(index)
      if places.count == 16 { break }
    }
    return places
  }

  /// Whether one sentence holds each of the terms that the provision holds.
  private static func shareSentence(_ places: [[Int]], in words: [Unicode.Scalar]) -> Bool {
    let held = places.filter { !$0.isEmpty }
    guard held.count > 1, let first = held.first else { return false }
    for place in first {
      var start = place
      while start > 0, words[start - 1] != "。", words[start - 1] != "；" { start -= 1 }
      var end = place
      while end < words.count, words[end] != "。", words[end] != "；" { end += 1 }
      if held.dropFirst().allSatisfy({ $0.contains { start <= $0 && $0 < end } }) { return true }
    }
    return false
  }

  /// Whether a definition explains the term: 所称X, X，是指….
  private static func isDefined(
    at place: Int, count: Int, in words: [Unicode.Scalar]
  ) -> Bool {
    let before = words[max(0, place - 3)..<place]
    let after = words[(place + count)..<min(words.count, place + count + 4)]
    let isCalled = String(String.UnicodeScalarView(before)).contains("所称")
    return isCalled || String(String.UnicodeScalarView(after)).contains("是指")
  }
}
