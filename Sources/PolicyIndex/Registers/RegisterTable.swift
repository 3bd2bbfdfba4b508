/// A register as a table: titles, rows, and which columns people fill.
package struct RegisterTable: Sendable {
  /// 义务清单 or 任务分解表.
  package let name: String
  package internal(set) var columns: [String]
  /// The columns that are left to people, by their places.
  package internal(set) var ownColumns: Set<Int>
  /// How wide the columns are in print, in characters.
  package internal(set) var widths: [Double]
  package var rows: [[String]]

  /// The columns that tell which row is which: number, name of the law, unit, words.
  let keyColumns: (id: Int, title: Int, citation: Int, text: Int)

  /// 合规义务清单: the columns that registers of companies have; those of people are empty.
  ///
  /// Source: observed in registers of state-owned companies (风险识别清单, 合规义务清单).
  package static func compliance(_ duties: [LibraryDuty]) -> RegisterTable {
    let columns = [
      "序号", "义务编号", "法规名称", "文号", "效力级别", "时效性", "条款号", "原文", "义务主体", "义务类型",
      "义务内容", "触发条件", "时限/频次", "数值要求", "责任部门", "责任岗位", "罚则", "风险等级", "对应内部制度", "控制措施",
      "状态", "核对人/日期", "备注",
    ]
    let rows = duties.enumerated().map { index, duty in
      [
        String(index + 1), duty.id, duty.document.title, duty.document.number ?? "",
        duty.document.authorityLevel ?? "", duty.document.standing, duty.citation, duty.text,
        duty.names(of: ["bearer", "authority"]), duty.modalityName, duty.action,
        (duty.conditions + duty.exceptions).joined(separator: "；"),
        duty.terms.joined(separator: "；"), duty.amounts.joined(separator: "；"), duty.parties, "",
        duty.sanctions.joined(separator: "\n"), "", "", "", "", "", "",
      ]
    }
    return RegisterTable(
      name: "合规义务清单", columns: columns, ownColumns: [14, 15, 17, 18, 19, 20, 21, 22],
      widths: [
        6, 11, 24, 16, 11, 18, 14, 48, 18, 8, 34, 24, 13, 13, 18, 10, 30, 8, 14, 14, 8, 12, 14,
      ], rows: rows, keyColumns: (1, 2, 6, 7))
  }

  /// 任务分解表: who leads, who takes part, by when.
  package static func tasks(_ duties: [LibraryDuty]) -> RegisterTable {
    let rows = duties.enumerated().map { index, duty in
      let leads = duty.names(of: ["lead"])
      let others = duty.names(of: ["responsible", "participant", "supervisor"])
      let own = duty.names(of: ["bearer", "authority"])
      return [
        String(index + 1), duty.action.isEmpty ? duty.text : duty.action, duty.text,
        leads.isEmpty ? own : leads,
        leads.isEmpty
          ? others
          : [own, others].filter { !$0.isEmpty }
            .joined(separator: "、"), duty.terms.joined(separator: "；"), "",
        "《\(duty.document.title)》\(duty.citation)", duty.id,
      ]
    }
    return RegisterTable(
      name: "任务分解表",
      columns: ["序号", "重点任务", "具体内容", "牵头单位", "责任单位", "完成时限", "进展", "依据", "编号"],
      ownColumns: [6], widths: [6, 32, 48, 20, 26, 14, 16, 30, 11], rows: rows,
      keyColumns: (8, 7, 7, 2))
  }
}

extension LibraryDuty {
  /// The names of those in some roles, each once.
  package func names(of roles: Set<String>) -> String {
    var seen: Set<String> = []
    return bearers.filter { roles.contains($0.role) && seen.insert($0.name).inserted }
      .map(\.name).joined(separator: "、")
  }

  /// 责任部门, with their parts: 牵头：…；配合：….
  fileprivate var parties: String {
    let parts = [
      ("牵头", names(of: ["lead"])), ("责任", names(of: ["responsible"])),
      ("配合", names(of: ["participant"])), ("监督", names(of: ["supervisor"])),
    ]
    return parts.filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }.joined(separator: "；")
  }
}

extension HitDocument {
  /// 时效性 in a cell: 现行有效（2020-05-01起施行）.
  package var standing: String {
    guard let inForce else { return validity.state.chineseName }
    switch validity.state {
    case .repealed, .amended: return "\(validity.state.chineseName)（\(validity.ground)）"
    default:
      let rival = validity.rival.map { "；另有同名的 #\($0)，请核对" } ?? ""
      return "\(validity.state.chineseName)（\(inForce)起施行\(rival)）"
    }
  }
}
