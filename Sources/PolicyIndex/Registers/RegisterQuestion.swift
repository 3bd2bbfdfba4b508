/// What goes into a register made from the library.
package struct RegisterQuestion: Sendable {
  /// Which texts and duties.
  package var request: SearchRequest
  /// The day that validity is said for.
  package var day: CalendarDay

  /// A register of what a question finds, in full: its limit is not kept.
  package init(_ request: SearchRequest, on day: CalendarDay) {
    self.request = request
    self.day = day
  }
}

extension Library {
  /// The duties that a question finds, with their sanctions, in the order of hits, or of documents where no
  /// words were asked for.
  ///
  /// A provision that has the words and no duty of its own gives no row.
  ///
  /// - Throws: ``LibraryError``.
  package func register(
    _ question: RegisterQuestion, finder: DepartmentFinder? = nil
  ) throws(LibraryError) -> Register {
    let snapshot = try snapshot(on: question.day)
    let answer = try Searcher(library: self, snapshot: snapshot, finder: finder)
      .answer(question.request)
    let builder = HitBuilder(library: self, snapshot: snapshot, terms: [])
    var sanctions: [Int: [String: [String]]] = [:]
    var rows: [LibraryDuty] = []
    for duty in answer.hits.flatMap(\.duties) {
      let document = duty.document.id
      if sanctions[document] == nil { sanctions[document] = try builder.sanctions(in: document) }
      let article = duty.node.components(upTo: "__")
      rows.append(duty.adding(sanctions: sanctions[document]?[article] ?? []))
    }
    return Register(duties: rows, oldVersions: answer.oldVersions, repealed: answer.repealed)
  }
}

/// The duties that a register lists, and how many documents it leaves out.
package struct Register: Sendable {
  package let duties: [LibraryDuty]
  /// Documents that a later version has replaced, and those that are no longer in force.
  package let oldVersions: Int
  package let repealed: Int
}

extension HitBuilder {
  /// 罚则 by the article that they sanction: 第四十条：处一万元以上五万元以下的罚款.
  fileprivate func sanctions(in document: Int) throws(LibraryError) -> [String: [String]] {
    let found = try library.store.sanctions(in: document)
    var words: [Int: String] = [:]
    for norm in try library.store.normDetails(Array(Set(found.map(\.norm)))) {
      let duty = try duty(norm, of: self.document(document))
      words[norm.key] = "\(norm.citation)：\(duty.text)"
    }
    var byArticle: [String: [String]] = [:]
    for (article, norm) in found {
      guard let text = words[norm] else { continue }
      let key = article.components(upTo: "__")
      if byArticle[key]?.contains(text) != true { byArticle[key, default: []].append(text) }
    }
    return byArticle
  }
}

extension String {
  /// The words before a mark, or all: `art_5` of `art_5__para_2`.
  fileprivate func components(upTo mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}

extension LibraryDuty {
  /// The same duty with the sanctions on it.
  fileprivate func adding(sanctions: [String]) -> LibraryDuty {
    var duty = self
    duty.sanctions = sanctions
    return duty
  }
}
