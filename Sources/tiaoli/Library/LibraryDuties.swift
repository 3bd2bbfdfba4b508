internal import PolicyExtraction
internal import PolicyIndex

/// `tiaoli duties --library`: the register of duties of all texts in force in a library.
struct LibraryDuties {
  /// Where the library is.
  let file: String
  let department: String?
  let modalities: [Modality]
  /// Words that the duties must have.
  let words: [String]
  /// How many duties are listed; all if it is `nil`.
  let limit: Int?
  /// An edited register, from which the columns of people are taken over.
  let merge: String?

  /// Writes the register.
  ///
  /// - Throws: ``CommandFailure`` if the library cannot be read or the register not be written.
  func write(
    as format: RegisterFormat, to output: String?, lexicons: LexiconOptions
  ) throws(CommandFailure) {
    let library = try LibraryOptions.open(file, for: .reading)
    let tools = try department.map { _ throws(CommandFailure) in try DepartmentTools(lexicons) }
    var request = SearchRequest()
    request.words = words.map { "\"\($0)\"" }.joined(separator: " ")
    request.limit = limit ?? 1_000_000_000
    request.includesRepealed = false
    request.duties.modalities = modalities.map(\.rawValue)
    if let department { request.duties.department = tools?.question(department, isExact: false) }
    let register = RegisterWriter(
      format: Search.Format(rawValue: format.rawValue) ?? .table, file: output, register: .duties,
      merge: merge)
    switch format {
    case .table, .json:
      let answer = try CommandFailure.wrapping { () throws(LibraryError) in
        try library.search(request, on: .today, finder: tools?.finder)
      }
      if format == .json {
        try register.write(SearchJSON.bytes(answer))
      } else {
        let terminal = output == nil ? Terminal.standardOutput : .plain
        let table = SearchTable(answer, request: request, grouping: .duty, terminal: terminal)
        try register.write(Array(table.text.utf8))
      }
    case .csv, .xlsx:
      let duties = try CommandFailure.wrapping { () throws(LibraryError) in
        try library.register(RegisterQuestion(request, on: .today), finder: tools?.finder)
      }
      try register.write(duties)
    }
  }
}
