internal import PolicyExtraction

// The sentences that effects are told in.

extension String {
  /// What became of some words: “甲”改为“乙”, 增加“乙”, 删去“甲”.
  static func change(_ old: String, _ new: String) -> String {
    if old.isEmpty { return "增加“\(new.withoutOuterMarks.shortened)”" }
    if new.isEmpty { return "删去“\(old.withoutOuterMarks.shortened)”" }
    return "“\(old.shortened)”改为“\(new.shortened)”"
  }

  /// What became of some words of a table, whose cells are parted: 增加“4｜食品留样｜5”.
  static func change(ofRows old: String, _ new: String) -> String {
    func row(_ words: String) -> String {
      let scalars = words.unicodeScalars
      let isMark: (Unicode.Scalar) -> Bool = { $0 == "\t" || $0 == "\n" }
      let inner = scalars.drop(while: isMark).reversed().drop(while: isMark).reversed()
      return String(
        String.UnicodeScalarView(inner.map { $0 == "\t" ? "｜" : $0 == "\n" ? "；" : $0 }))
    }
    return change(row(old), row(new))
  }

  /// The words without the marks that join them to others: 党中央 of 党中央、; mere marks stay.
  fileprivate var withoutOuterMarks: String {
    let isJoin: (Unicode.Scalar) -> Bool = { $0 == "、" || $0 == "，" || $0 == "\n" }
    let words = unicodeScalars.drop(while: isJoin).reversed().drop(while: isJoin).reversed()
    return words.isEmpty ? self : String(String.UnicodeScalarView(words))
  }

  /// The words on one line, the middle of long ones left out.
  var shortened: String {
    let line = unicodeScalars.filter { $0 != "\n" && $0 != "\t" }
    guard line.count > 60 else { return String(line) }
    return String(line.prefix(40)) + "……" + String(line.suffix(16))
  }
}

extension Effect {
  /// A norm that came.
  static func added(_ norm: Norm, on side: UnitSide) -> Effect {
    let words = side.words(norm.range)
    return Effect(
      kind: .normAdded, old: "", new: words,
      direction: EffectDirection.ofAdding(norm.modality),
      message: "新增\(norm.modality.noun)：\(words.shortened)", modality: norm.modality)
  }

  /// A norm that went.
  static func removed(_ norm: Norm, on side: UnitSide) -> Effect {
    let words = side.words(norm.range)
    return Effect(
      kind: .normRemoved, old: words, new: "",
      direction: EffectDirection.ofRemoving(norm.modality),
      message: "删除\(norm.modality.noun)：\(words.shortened)", modality: norm.modality)
  }

  /// A definition that came.
  static func added(_ definition: Definition, on side: UnitSide) -> Effect {
    Effect(
      kind: .definition, old: "", new: side.words(definition.meaning), direction: .other,
      message: "新增定义“\(side.words(definition.term))”")
  }

  /// A definition that went.
  static func removed(_ definition: Definition, on side: UnitSide) -> Effect {
    Effect(
      kind: .definition, old: side.words(definition.meaning), new: "", direction: .other,
      message: "删除定义“\(side.words(definition.term))”")
  }

  /// Another modal word.
  static func modality(_ old: String, _ new: String, direction: Direction) -> Effect {
    Effect(
      kind: .modality, old: old, new: new, direction: direction, message: .change(old, new))
  }

  /// Others on whom a norm falls, or who take a part in it.
  static func bearers(
    _ succession: OrganRenames.Succession, as role: Party.Role?
  ) -> Effect {
    let noun = role?.noun ?? "主体"
    let (gone, come) = (succession.old, succession.new)
    let (left, right) = (gone.joined(separator: "、"), come.joined(separator: "、"))
    let message =
      if gone.isEmpty {
        "\(noun)增加“\(right)”"
      } else if come.isEmpty {
        "\(noun)不再包括“\(left)”"
      } else {
        "\(noun)由“\(left)”改为“\(right)”"
      }
    return Effect(
      kind: .bearer, old: left, new: right, direction: .other,
      message: message + succession.note)
  }

  /// Other references.
  static func references(_ gone: [String], _ come: [String]) -> Effect {
    let (old, new) = (gone.unique.joined(separator: "、"), come.unique.joined(separator: "、"))
    let message =
      gone.isEmpty
      ? "增加引用“\(new)”" : come.isEmpty ? "删去引用“\(old)”" : "引用由“\(old)”改为“\(new)”"
    return Effect(kind: .reference, old: old, new: new, direction: .other, message: message)
  }
}

extension [String] {
  /// The words without those that stand before.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Modality {
  /// What a norm of this kind is called.
  package var noun: String {
    switch self {
    case .obligation: "义务"
    case .prohibition: "禁止性规定"
    case .permission: "授权性规定"
    case .exemption: "免除规定"
    case .encouragement: "鼓励性规定"
    case .sanction: "罚则"
    }
  }
}

extension Party.Role {
  /// What a party in this part is called.
  fileprivate var noun: String {
    switch self {
    case .lead: "牵头单位"
    case .participant: "配合单位"
    case .responsible: "责任单位"
    case .supervisor: "监督单位"
    }
  }
}
