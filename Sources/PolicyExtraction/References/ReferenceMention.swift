/// 引用用语: a reference as the text words it, before anyone has looked where it leads.
public struct ReferenceMention: Sendable {
  /// The index of the node that it stands in.
  public var node: Int
  /// Whether it stands in the words that close the node's list.
  public var isInTail: Bool
  /// Whether it stands within quotation marks: words of another text, as an amendment quotes them.
  public var isQuoted: Bool
  /// The words that point.
  public var range: Range<Int>
  /// What the numbers of its units count from.
  public var anchor: Anchor
  /// The units that it names, each with the units above it as far as they are said; a list names
  /// several.
  ///
  /// Empty where a whole document, or the unit of the anchor itself, is meant.
  public var units: [UnitPath]
  /// The rule that found it.
  public var rule: Rule

  /// What a reference starts from.
  public enum Anchor: Hashable, Sendable {
    /// Nothing: 第五条, 第二款.
    case bare
    /// 本条例, 本办法.
    case this
    /// 《…》: the title within the brackets, and the number that follows in round brackets.
    case title(Range<Int>, number: Range<Int>?)
    /// A law named without brackets: 刑法, 宪法.
    case law(Range<Int>)
    /// A document number alone: 国办发〔2019〕2号.
    case number(Range<Int>)
    /// 该条例, 同法: the document named last.
    case last
    /// 前款, 前两条: so many units of a level before this one; 0 for all of them (前各款).
    case previous(ReferenceUnit, count: Int)
    /// 本条, 本款.
    case enclosing(ReferenceUnit)
    /// 附件: all of them where no number is given.
    case annexes([ClosedRange<Int>])
    /// 表1.
    case table(Int)
    /// 4.2.1, in a document that numbers its units so.
    case decimal([Int])
    /// 国家有关规定.
    case generic
  }

  /// The rules that find references, for whoever asks why.
  public enum Rule: String, Sendable, CaseIterable {
    /// 《…》, with what follows.
    case title = "reference.title"
    /// A law named without brackets.
    case law = "reference.law"
    /// A document number.
    case number = "reference.number"
    /// 本条例第五条.
    case this = "reference.this"
    /// 第五条.
    case bare = "reference.bare"
    /// 该办法第五条.
    case last = "reference.last"
    /// 前款, 本条.
    case relative = "reference.relative"
    /// 附件1.
    case annex = "reference.annex"
    /// 表1.
    case table = "reference.table"
    /// 4.2.1.
    case decimal = "reference.decimal"
    /// 有关法律、行政法规的规定.
    case generic = "reference.generic"
    /// A name defined by 以下简称.
    case alias = "reference.alias"
  }
}

/// The units that references count in.
public enum ReferenceUnit: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// 编, 分编, 章, 节, 部分 (of an official document), 条, 款, 项, 目, from the outermost in.
  case part, subpart, chapter, section, division, article, paragraph, item, subitem

  /// Whether a unit stands above another.
  public static func < (one: ReferenceUnit, other: ReferenceUnit) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// One step on the way to a unit: 第十七条之一 is an article, `[17, 1]`.
public struct UnitStep: Hashable, Sendable {
  /// The kind of unit.
  public var unit: ReferenceUnit
  /// Its number, with those of 之一.
  public var values: [Int]
  /// Whether the number stands in brackets: 第（三）项.
  public var isBracketed: Bool

  /// A step to a unit of a number.
  public init(_ unit: ReferenceUnit, _ values: [Int], isBracketed: Bool = false) {
    self.unit = unit
    self.values = values
    self.isBracketed = isBracketed
  }
}

/// The way to a unit, 第五条第二款, or to all units from one to another, 第五条至第八条.
public struct UnitPath: Hashable, Sendable {
  /// The steps from the outermost unit that is said.
  public var steps: [UnitStep]
  /// Of a range, the way to its last unit.
  public var through: [UnitStep]?

  /// A way.
  public init(_ steps: [UnitStep], through: [UnitStep]? = nil) {
    self.steps = steps
    self.through = through
  }
}
