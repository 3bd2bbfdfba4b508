/// 修订的取舍: which state of a file with tracked changes is read.
public enum RevisionView: String, Sendable, CaseIterable {
  /// As if all changes were accepted.
  case final
  /// As if all changes were rejected.
  case original
}

/// How files are read.
public struct ReadingOptions: Sendable {
  /// Which state of a file with tracked changes is read.
  public var revisions = RevisionView.final
  /// Whether images of pages are read by character recognition.
  public var recognizesImages = false
  /// How much is read.
  public var limits = ReadingLimits()

  /// The folders in which other programs are looked for; those of `PATH` where nothing is said.
  package var programFolders: [String]?

  /// The options that hold where nothing else is said.
  public init() {}
}
