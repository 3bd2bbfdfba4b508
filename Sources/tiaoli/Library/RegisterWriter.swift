internal import PolicyIndex

/// Writes registers and answers in a form, to a file or standard output.
struct RegisterWriter {
  let format: Search.Format
  /// The file; `nil` for standard output.
  let file: String?
  let register: RegisterOptions.Kind
  /// An edited register, from which the columns of people are taken over.
  let merge: String?

  /// Writes a register, and tells what it leaves out.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written, or the edited one not be read.
  func write(_ register: Register) throws(CommandFailure) {
    try write(register.duties)
    var left: [String] = []
    if register.oldVersions > 0 { left.append("\(register.oldVersions)件已被新版本代替") }
    if register.repealed > 0 { left.append("\(register.repealed)件已失效") }
    guard !left.isEmpty else { return }
    Output.complain("未列入：\(left.joined(separator: "，"))。要看这些文件，请用 tiaoli search --all-versions。")
  }

  /// Writes a register of duties.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written, or the edited one not be read.
  func write(_ duties: [LibraryDuty]) throws(CommandFailure) {
    var table: RegisterTable =
      switch register {
      case .duties: .compliance(duties)
      case .tasks: .tasks(duties)
      }
    if let merge {
      guard let report = table.merge(try EditedTable.rows(of: merge)) else {
        throw CommandFailure(
          .noText, "“\(merge)”中没有\(table.name)的表头，不能带入人工填写的内容。请检查是不是由条理写出的清单。")
      }
      Output.complain(
        "已从“\(merge)”带入\(report.kept)行人工填写的内容"
          + (report.changed > 0 ? "，其中\(report.changed)行的原文已有改动，请核对" : "")
          + (report.orphaned > 0 ? "；另有\(report.orphaned)行在清单中已无对应，列在最后，请核对。" : "。"))
    }
    switch format {
    case .xlsx: if let file { try RegisterWorkbook(table).write(to: file) }
    case .html: try write(RegisterPage(table).bytes)
    default: try write(CSV.bytes([table.columns] + table.rows))
    }
    if file != nil { Output.complain("已写入\(table.rows.count)行。") }
  }

  /// Writes bytes to where the options say.
  ///
  /// - Throws: ``CommandFailure`` if they cannot be written.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try Output.write(bytes, to: file)
  }
}
