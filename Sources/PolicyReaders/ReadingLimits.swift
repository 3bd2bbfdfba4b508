/// 限度: how much of a file is read before it is taken for a hostile one.
///
/// The limits lie far above what any regulation needs: the longest code of law has 110,000 words,
/// and a file of all laws in force would still pass.
public struct ReadingLimits: Sendable {
  /// Bytes that the parts of a package may unfold to, all together.
  public var unpackedBytes = 512 << 20
  /// Characters of text, generated numbers among them.
  public var characters = 32 << 20
  /// Parts of a package, or files of an archive.
  public var members = 10_000
  /// Elements in each other.
  public var depth = 256
  /// Pages.
  public var pages = 20_000
  /// Seconds that another program may take for a file.
  public var seconds = 120
  /// Bytes of memory that another program may take for a file.
  public var memory = 2 << 30

  /// The limits that the command line uses.
  public init() {}
}
