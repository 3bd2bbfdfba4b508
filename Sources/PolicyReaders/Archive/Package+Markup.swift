internal import PolicyText

extension Package {
  /// Reads a part of XML, if it is there, from `parts` or else from the package; `name` and `format`
  /// are those of the file, for messages.
  ///
  /// - Throws: ``SourceError`` if the package or the part is damaged, or passes a limit.
  func read<Handler: MarkupHandler>(
    _ path: String, among parts: [String: [UInt8]] = [:], with handler: Handler, name: String,
    format: String, limits: ReadingLimits
  ) throws(SourceError) -> Bool {
    let parser = MarkupParser(handler, depth: limits.depth)
    if let part = parts[path] {
      do throws(MarkupError) {
        try parser.read(part)
        try parser.finish()
      } catch {
        throw .init(error, name: name, format: format, part: path)
      }
      return true
    }
    var markupError: MarkupError?
    do throws(Fault) {
      let isThere = try stream(path) { bytes throws(Fault) in
        do throws(MarkupError) {
          try parser.read(bytes)
        } catch {
          markupError = error
          throw .broken
        }
      }
      guard isThere else { return false }
    } catch {
      if let markupError { throw .init(markupError, name: name, format: format, part: path) }
      throw .init(error, name: name, format: format, limits: limits)
    }
    do {
      try parser.finish()
    } catch {
      throw .init(error, name: name, format: format, part: path)
    }
    return true
  }
}

extension SourceError {
  /// What is said of a package that cannot be read.
  init(_ fault: Package.Fault, name: String, format: String, limits: ReadingLimits) {
    switch fault {
    case .broken: self = .broken(name: name, format: format, fault: "压缩数据已经损坏，或者不完整")
    case .encrypted: self = .encrypted(name: name, format: format)
    case .tooLarge:
      self = .tooLarge(
        name: name,
        limit: "解压后超过\(limits.unpackedBytes >> 20)MB，或者其中的文件多于\(limits.members)个")
    }
  }

  /// What is said of a part that is no markup.
  init(_ error: MarkupError, name: String, format: String, part: String) {
    switch error {
    case .malformed: self = .broken(name: name, format: format, fault: "其中的“\(part)”不是完整的 XML")
    case .declaration:
      self = .broken(name: name, format: format, fault: "其中的“\(part)”含有不允许的文档类型声明（DTD）")
    case .depth: self = .broken(name: name, format: format, fault: "其中的“\(part)”嵌套太深")
    }
  }
}
