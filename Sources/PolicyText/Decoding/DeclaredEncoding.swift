extension TextEncoding {
  /// The encoding that a page or a package calls by one of its usual names (`gb2312`, `utf-8`).
  package init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "chinese", "cp936": self = .gb18030
    case "big5", "big5-hkscs", "x-x-big5", "cn-big5": self = .big5
    default: return nil
    }
  }
}

extension DecodedText {
  /// Decodes bytes whose encoding their author has named; `nil` if they are no text.
  ///
  /// Authors err: what the bytes look like decides, where there are enough of them to tell.
  package static func decode(
    _ bytes: UnsafeRawBufferPointer, declared: TextEncoding?
  ) -> (text: DecodedText, encoding: TextEncoding)? {
    let detected = TextDecoder.decode(bytes)
    guard let declared, declared != detected?.encoding, declared != .utf8,
      detected == nil || bytes.count(where: { $0 >= 0x80 }) < 400,
      TextEncoding.markedEncoding(of: bytes) == nil
    else { return detected }
    let text = declared.decode(bytes)
    return text.replaced.isEmpty ? (text, declared) : detected
  }
}
