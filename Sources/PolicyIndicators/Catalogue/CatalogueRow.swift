internal import Foundation
internal import PolicyText

/// An indicator as a file of a catalogue gives it.
struct CatalogueRow {
  var code = ""
  var name = ""
  var level: Int?
  var parent = ""
  /// The place of its parent, where it stands in its parent's `children`.
  var parentIndex: Int?
  var weight = ""
  var unit = ""
  var target = ""
  var criterion = ""
  var departments: [String] = []

  /// The number of a weight: 20分 is 20.
  var weightDigits: String {
    weight.hasSuffix("分") || weight.hasSuffix("%") ? String(weight.dropLast()) : weight
  }

  /// 分 or %, of the weight or of its own column.
  var weightUnit: String? {
    if !unit.isEmpty { return unit }
    return weight.hasSuffix("分") ? "分" : weight.hasSuffix("%") ? "%" : nil
  }

  // MARK: CSV

  /// The rows of a CSV with a head.
  static func rows(csv text: SourceText) throws(CatalogueError) -> [CatalogueRow] {
    let lines = CSVReader.rows(text.scalars)
    guard let head = lines.first else { throw .empty(name: text.name) }
    let keys = head.map(key)
    guard keys.contains("name") else { throw .noNames(name: text.name, columns: head) }
    return lines.dropFirst().map { line in
      var row = CatalogueRow()
      for (key, cell) in zip(keys, line) { row.set(key, cell) }
      return row
    }
  }

  /// The English name of a column.
  private static func key(_ head: String) -> String {
    switch head {
    case "代码", "编码", "编号", "指标代码": "code"
    case "名称", "指标", "指标名称": "name"
    case "级别", "层级", "级": "level"
    case "上级", "上级指标", "上级代码", "父级": "parent"
    case "权重", "分值": "weight"
    case "单位", "权重单位": "unit"
    case "目标", "目标值", "指标值": "target"
    case "评价标准", "评分标准", "评价内容", "说明": "criterion"
    case "责任部门", "责任单位", "部门": "departments"
    default: head.lowercased()
    }
  }

  private mutating func set(_ key: String, _ cell: String) {
    switch key {
    case "code": code = cell
    case "name": name = cell
    case "level": level = CatalogueRow.level(cell)
    case "parent": parent = cell
    case "weight": weight = cell
    case "unit": unit = cell
    case "target": target = cell
    case "criterion": criterion = cell
    case "departments":
      departments = cell.split { "、,，;；".contains($0) }.map { String($0).trimmed }
    default: break
    }
  }

  /// 1, 一级, 一级指标.
  private static func level(_ words: String) -> Int? {
    if let number = Int(words) { return number }
    switch words.first {
    case "一": return 1
    case "二": return 2
    case "三": return 3
    case "四": return 4
    default: return nil
    }
  }

  // MARK: JSON

  /// An object of a JSON file; numbers may stand for words.
  private struct Item: Decodable {
    struct Words: Decodable {
      let words: String
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let words = try? container.decode(String.self) {
          self.words = words
        } else {
          words = "\(try container.decode(Decimal.self))"
        }
      }
    }

    let code: Words?
    let name: Words?
    let level: Words?
    let parent: Words?
    let weight: Words?
    let unit: Words?
    let target: Words?
    let criterion: Words?
    let departments: [String]?
    let children: [Item]?
  }

  private struct File: Decodable {
    let indicators: [Item]
  }

  /// The objects of a JSON file, children behind their parents.
  static func rows(json text: SourceText) throws(CatalogueError) -> [CatalogueRow] {
    let data = Data(text[TextSpan(0, text.scalars.count)].utf8)
    let items: [Item]
    do {
      let decoder = JSONDecoder()
      items =
        try (try? decoder.decode(File.self, from: data))?.indicators
        ?? decoder.decode([Item].self, from: data)
    } catch {
      throw .badJSON(name: text.name, reason: "应为指标的数组，或含有indicators数组的对象")
    }
    var rows: [CatalogueRow] = []
    var pending: [(item: Item, parent: Int?)] = items.reversed().map { ($0, nil) }
    while let (item, parent) = pending.popLast() {
      var row = CatalogueRow()
      row.code = item.code?.words ?? ""
      row.name = item.name?.words.trimmed ?? ""
      row.level = item.level.flatMap { level($0.words) }
      row.parent = item.parent?.words ?? ""
      row.parentIndex = parent
      row.weight = item.weight?.words ?? ""
      row.unit = item.unit?.words ?? ""
      row.target = item.target?.words ?? ""
      row.criterion = item.criterion?.words ?? ""
      row.departments = item.departments ?? []
      rows.append(row)
      let index = rows.count - 1
      for child in (item.children ?? []).reversed() { pending.append((child, index)) }
    }
    return rows
  }
}
