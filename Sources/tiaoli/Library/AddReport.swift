internal import PolicyIndex

/// What `tiaoli add` says: a line for each new document, and the sum.
struct AddReport {
  private var added = 0
  private var documents = 0
  private var versions = 0
  private var updated = 0
  private var unchanged = 0
  private var repeated = 0
  private var failures: [CommandFailure] = []

  mutating func held(_ name: String) { unchanged += 1 }

  mutating func failed(_ failure: CommandFailure, saysNow: Bool) {
    failures.append(failure)
    if saysNow { Output.complain(failure.message) }
  }

  /// Notes what became of a source, and says it.
  mutating func add(_ outcome: AddOutcome, isShown: Bool) {
    var lines = ""
    switch outcome.result {
    case .added: added += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    case .repeated(let twins):
      repeated += 1
      lines += "重复　\(outcome.name)：内容与 \(twins.map { "#\($0)" }.joined(separator: "、")) 相同\n"
    }
    for document in outcome.documents {
      documents += 1
      if document.isVersion { versions += 1 }
      let verb = outcome.result == .updated ? "更新" : document.isVersion ? "新版" : "新增"
      lines += "\(verb)　#\(document.id)　\(document.title ?? "（无标题）")"
      if let twin = document.copyOf { lines += "（内容与 #\(twin) 相同）" }
      lines += "\n"
    }
    if isShown { try? Output.write(lines) }
    for document in outcome.documents {
      if let doubt = document.doubt { try? Output.write("存疑　#\(document.id)　\(doubt)。\n") }
    }
  }

  /// Says the sum.
  ///
  /// - Throws: ``CommandFailure`` if some files failed.
  func finish(path: String, isBatch: Bool) throws(CommandFailure) {
    if !isBatch, let failure = failures.first { throw failure }
    var parts = ["加入\(added)份（文件\(documents)件，其中新版\(versions)件）"]
    if updated > 0 { parts.append("更新\(updated)份") }
    if unchanged > 0 { parts.append("已有\(unchanged)份") }
    if repeated > 0 { parts.append("内容重复\(repeated)份") }
    if !failures.isEmpty { parts.append("失败\(failures.count)份") }
    try Output.write("\(path)：\(parts.joined(separator: "，"))。\n")
    if !failures.isEmpty { throw CommandFailure(.some, "") }
  }
}
