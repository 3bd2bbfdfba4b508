internal import CXML

/// Reads XML piece by piece, or a page of HTML, and tells a handler of it.
///
/// Nothing is fetched, no entity is defined, and no tree is built (see `CXML.h`).
final class MarkupParser<Handler: MarkupHandler> {
  private let handler: Handler
  private let vocabulary = Handler.Name.vocabulary
  private let depth: Int
  private var reader: OpaquePointer?

  /// A parser that tells a handler of elements no deeper in each other than `depth`.
  init(_ handler: Handler, depth: Int) {
    self.handler = handler
    self.depth = depth
  }

  deinit { cxml_close(reader) }

  /// Reads the next bytes of XML.
  ///
  /// - Throws: ``MarkupError`` if they cannot be read.
  func read(_ bytes: UnsafeRawBufferPointer) throws(MarkupError) {
    try pass(bytes, isLast: false)
  }

  /// Reads the next bytes of XML.
  ///
  /// - Throws: ``MarkupError`` if they cannot be read.
  func read(_ bytes: [UInt8]) throws(MarkupError) {
    let outcome = bytes.withUnsafeBytes { bytes in
      Result<Void, MarkupError> { () throws(MarkupError) in try read(bytes) }
    }
    try outcome.get()
  }

  /// Ends the reading of XML.
  ///
  /// - Throws: ``MarkupError`` if something is missing.
  func finish() throws(MarkupError) {
    try pass(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  /// Reads a page of HTML in UTF-8.
  ///
  /// - Throws: ``MarkupError`` if its elements lie too deep in each other.
  func readPage(_ bytes: UnsafeRawBufferPointer) throws(MarkupError) {
    let status = withSink { sink in
      cxml_read_html(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, vocabulary.pointer,
        Int32(depth), sink)
    }
    try check(status)
  }

  private func pass(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(MarkupError) {
    // The handler of the reader is this parser.
    if reader == nil { reader = withSink { cxml_open(vocabulary.pointer, Int32(depth), $0) } }
    guard let reader else { throw .malformed }
    try check(
      cxml_read(
        reader, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
        isLast ? 1 : 0))
  }

  private func check(_ status: cxml_status) throws(MarkupError) {
    switch status {
    case CXML_OK: return
    case CXML_DECLARATION: throw .declaration
    case CXML_DEPTH: throw .depth
    default: throw .malformed
    }
  }

  /// The handler as C calls it; the parser lives as long as any call.
  private func withSink<Result>(_ body: (cxml_handler) -> Result) -> Result {
    let (handler, vocabulary) = (handler, vocabulary)
    let sink = MarkupSink(
      start: { name, attributes in
        handler.start(
          vocabulary.names[name],
          MarkupAttributes(attributes: attributes, vocabulary: vocabulary))
      },
      end: { name in handler.end(vocabulary.names[name]) },
      text: { bytes in handler.text(bytes) })
    self.sink = sink
    return body(sink.door)
  }

  private var sink: MarkupSink?
}

/// What C calls back.
private final class MarkupSink {
  let start: (Int, UnsafeBufferPointer<cxml_attribute>) -> Void
  let end: (Int) -> Void
  let text: (UnsafeRawBufferPointer) -> Void

  init(
    start: @escaping (Int, UnsafeBufferPointer<cxml_attribute>) -> Void,
    end: @escaping (Int) -> Void, text: @escaping (UnsafeRawBufferPointer) -> Void
  ) {
    self.start = start
    self.end = end
    self.text = text
  }

  /// The functions that C calls, with this object as their context.
  var door: cxml_handler {
    cxml_handler(
      context: Unmanaged.passUnretained(self).toOpaque(),
      start: { context, name, attributes, count in
        MarkupSink.at(context)?.start(
          Int(name), UnsafeBufferPointer(start: attributes, count: Int(count)))
      },
      end: { context, name in MarkupSink.at(context)?.end(Int(name)) },
      text: { context, bytes, length in
        MarkupSink.at(context)?.text(UnsafeRawBufferPointer(start: bytes, count: length))
      })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> MarkupSink? {
    context.map { Unmanaged<MarkupSink>.fromOpaque($0).takeUnretainedValue() }
  }
}
