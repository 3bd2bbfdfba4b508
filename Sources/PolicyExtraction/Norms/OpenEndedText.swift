/// The words of a source, with nothing before and behind them: a rule may look at the scalar beside a
/// word without asking whether there is one.
struct OpenEndedText {
  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// How many scalars there are.
  var count: Int { scalars.count }

  /// The scalar at an offset, U+0000 outside the text.
  @inline(__always)
  subscript(offset: Int) -> Unicode.Scalar {
    offset >= 0 && offset < scalars.count ? scalars[offset] : "\0"
  }
}
