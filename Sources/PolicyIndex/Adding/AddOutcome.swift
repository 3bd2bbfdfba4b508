/// What became of a source that was to be added.
package struct AddOutcome: Sendable, Equatable {
  /// What was done.
  package enum Result: Sendable, Equatable {
    /// It is new.
    case added
    /// The file was there and has changed: its documents were made anew.
    case updated
    /// The very same file is there.
    case unchanged
    /// Its words are there under these numbers, from another file.
    case repeated([Int])
  }

  /// A document of the source.
  package struct Document: Sendable, Equatable {
    /// Its number in the library.
    package let id: Int
    /// Its title, if it has one.
    package let title: String?
    /// Whether its work has other versions.
    package let isVersion: Bool
    /// The work that it belongs to.
    package let work: Int
    /// The document that it repeats.
    package let copyOf: Int?
    /// Why it stays apart from another one of its name.
    package let doubt: String?
  }

  /// What the user calls the source.
  package let name: String
  /// What was done.
  package let result: Result
  /// Its documents, where it was added or changed.
  package let documents: [Document]
}
