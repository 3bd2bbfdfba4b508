internal import PolicyText

/// What is asked of every text: how fast is it to …
enum Question: String, CaseIterable {
  /// … make text of the bytes, with encoding and digest?
  case decode

  /// Does the work on one file and returns a number that depends on all of it.
  var work: @Sendable (Texts.File) throws -> Int {
    switch self {
    case .decode:
      let reader = PlainTextReader()
      return { file in
        try reader.read(file.bytes, name: file.name).text.scalars.count
      }
    }
  }
}
