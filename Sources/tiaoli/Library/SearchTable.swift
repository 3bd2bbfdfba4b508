internal import PolicyIndex

/// The answer to a search, for the eye.
struct SearchTable {
  private let answer: SearchAnswer
  private let request: SearchRequest
  private let grouping: HitGrouping
  private let terminal: Terminal
  private static let shownSubjects = 8

  init(
    _ answer: SearchAnswer, request: SearchRequest, grouping: HitGrouping, terminal: Terminal
  ) {
    self.answer = answer
    self.request = request
    self.grouping = grouping
    self.terminal = terminal
  }

  /// The whole answer.
  var text: String {
    var lines: [String] = []
    if let notice = answer.notice { lines += [notice, ""] }
    if !answer.documents.isEmpty {
      lines.append("名称或文号相符的文件：")
      lines += answer.documents.map { "  #\($0.id)　\($0.title)　\(styled($0))" }
      lines.append("")
    }
    lines += departments
    if answer.closeness == .apart, !answer.hits.isEmpty {
      lines += ["没有连着出现这些字的条文，以下条文含有其中全部词语：", ""]
    } else if answer.closeness == .some, !answer.hits.isEmpty {
      lines += ["没有同时含有全部词语的条文，以下条文含有其中一部分：", ""]
    }
    switch grouping {
    case .provision:
      let loose = answer.hits.firstIndex(where: \.isLoose)
      for (index, hit) in answer.hits.enumerated() {
        if index == loose { lines += ["以下条文含有这些词语，但不连在一起：", ""] }
        lines += self.lines(index, hit)
      }
    case .duty: lines += dutyLines(answer.hits)
    case .department: lines += departmentLines
    case .document: lines += documentLines
    }
    lines += summary
    return lines.joined(separator: "\n") + "\n"
  }

  private var departments: [String] {
    guard let department = request.duties.department else { return [] }
    guard !answer.subjects.isEmpty else { return ["库中没有与“\(department.words)”相符的主体。", ""] }
    var byReason: [(String, [String])] = []
    for subject in answer.subjects {
      if let index = byReason.firstIndex(where: { $0.0 == subject.reason }) {
        if !byReason[index].1.contains(subject.name) { byReason[index].1.append(subject.name) }
      } else {
        byReason.append((subject.reason, [subject.name]))
      }
    }
    var lines = ["“\(department.words)”找到的主体："]
    for (reason, names) in byReason {
      let rest = names.count - Self.shownSubjects
      lines.append(
        "  \(reason)：" + names.prefix(Self.shownSubjects).joined(separator: "、")
          + (rest > 0 ? "等\(names.count)个" : ""))
    }
    return lines + [""]
  }

  private var summary: [String] {
    let hits =
      request.words.isEmpty
      ? answer.hits.reduce(0) { $0 + $1.duties.count } : answer.hits.count
    let unit = request.words.isEmpty ? "条规范" : "条条文"
    var text =
      hits == 0
      ? (answer.documents.isEmpty ? "没有找到相符的条文。" : "共\(answer.documents.count)件文件；没有条文含有这些词。")
      : "共\(answer.isMore ? "\(answer.total)以上" : "\(answer.total)")\(unit)"
    if hits > 0 {
      let first = request.offset + 1
      let range = hits == 1 ? "\(first)" : "\(first)至\(request.offset + hits)"
      text += answer.total > hits ? "，列出第\(range)条。" : "。"
    }
    var lines = [text]
    if answer.oldVersions > 0 {
      lines.append("未列\(answer.oldVersions)件已被新版本代替的旧文本；加 --all-versions 一并列出。")
    }
    if answer.repealed > 0 { lines.append("未列\(answer.repealed)件已失效的文件。") }
    if answer.undated > 0 {
      lines.append("另有\(answer.undated)件文件没有写明施行日期，未列入；用 tiaoli list --status 不明 查看。")
    }
    return lines
  }

  // MARK: Hits

  private func lines(_ index: Int, _ hit: SearchHit) -> [String] {
    let place = hit.citation.isEmpty ? "" : "　\(hit.citation)"
    var lines = [
      terminal.styled("\(request.offset + index + 1)　\(hit.document.title)\(place)", .bold)
        + "　#\(hit.document.id)　\(styled(hit.document))"
        + (hit.document.authorityLevel.map { "　\($0)" } ?? "")
    ]
    lines += Passage(hit.text, marks: hit.marks, breaks: hit.breaks, on: terminal).lines
    lines += hit.duties.prefix(4).map { "   " + terminal.styled(facts(of: $0), .cyan) }
    if hit.duties.count > 4 { lines.append("   ……另有\(hit.duties.count - 4)条规范") }
    return lines + [""]
  }

  /// 应当　市教育局（牵头）　时限：十五日.
  private func facts(of duty: LibraryDuty) -> String {
    var parts = [duty.id, duty.modalityName]
    let bearers = duty.bearers.map { bearer in
      bearer.name + (Self.roles[bearer.role].map { "（\($0)）" } ?? "")
    }
    parts.append(bearers.isEmpty ? "未写明主体" : bearers.joined(separator: "、"))
    if !duty.terms.isEmpty { parts.append("时限：" + duty.terms.joined(separator: "；")) }
    if !duty.amounts.isEmpty { parts.append("数值：" + duty.amounts.joined(separator: "；")) }
    if let indicator = duty.indicators.first {
      let rest = duty.indicators.count - 1
      parts.append("指标：" + indicator + (rest > 0 ? "等\(rest + 1)个" : ""))
    }
    if let reason = duty.reason { parts.append("［\(reason)］") }
    return parts.joined(separator: "　")
  }

  private static let roles = [
    "lead": "牵头", "participant": "配合", "responsible": "责任单位", "supervisor": "监督",
    "authority": "实施机关",
  ]

  private func dutyLines(_ hits: [SearchHit]) -> [String] {
    var lines: [String] = []
    var number = request.offset
    for hit in hits {
      for duty in hit.duties {
        number += 1
        lines.append(
          terminal.styled("\(number)　\(duty.document.title)　\(duty.citation)", .bold)
            + "　\(styled(duty.document))")
        lines += Passage(duty.text, marks: duty.marks, on: terminal).lines
        lines.append("   " + terminal.styled(facts(of: duty), .cyan))
        lines.append("")
      }
    }
    return lines
  }

  private var departmentLines: [String] {
    var groups: [(name: String, lines: [String])] = []
    for duty in answer.hits.flatMap(\.duties) {
      let names = duty.bearers.map(\.name)
      for name in names.isEmpty ? ["（未写明主体）"] : names {
        let line =
          "   \(duty.modalityName)　\(duty.text.truncated(toWidth: max(40, terminal.width - 60)))"
          + "　《\(duty.document.title)》\(duty.citation)"
          + (duty.terms.isEmpty ? "" : "　时限：\(duty.terms.joined(separator: "；"))")
        if let index = groups.firstIndex(where: { $0.name == name }) {
          groups[index].lines.append(line)
        } else {
          groups.append((name, [line]))
        }
      }
    }
    return groups.flatMap { group in
      [terminal.styled("\(group.name)（\(group.lines.count)条）", .bold)] + group.lines + [""]
    }
  }

  private var documentLines: [String] {
    var lines: [String] = []
    var order: [Int] = []
    var byDocument: [Int: [SearchHit]] = [:]
    for hit in answer.hits {
      if byDocument[hit.document.id] == nil { order.append(hit.document.id) }
      byDocument[hit.document.id, default: []].append(hit)
    }
    for id in order {
      guard let hits = byDocument[id], let document = hits.first?.document else { continue }
      lines.append(
        terminal.styled("#\(id)　\(document.title)", .bold) + "　\(styled(document))　\(hits.count)条")
      for hit in hits {
        let words = Passage(hit.text, marks: hit.marks, on: terminal).line
        // The words of an article begin with its number.
        lines.append("   " + (words.hasPrefix(hit.citation) ? "" : hit.citation + "　") + words)
      }
      lines.append("")
    }
    return lines
  }

  // MARK: Words

  /// 现行有效 in green, 失效 in red.
  private func styled(_ document: HitDocument) -> String {
    switch document.validity.state {
    case .inForce: terminal.styled(document.standing, .green)
    case .repealed: terminal.styled(document.standing, .red)
    default: terminal.styled(document.standing, .yellow)
    }
  }
}
