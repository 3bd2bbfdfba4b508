public import PolicyText

/// A unit of a document: an article, a heading, a table, a signature.
///
/// Nodes lie in an array in reading order, a parent before its children, so that a document's tree
/// is a value: the descendants of the node at `index` are the nodes from `index + 1` up to
/// `subtreeEnd`. All ranges count in the reading text.
public struct Node: Sendable {
  /// What kind of unit it is.
  public let level: NodeLevel
  /// Of a heading: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; 0 for all others.
  public let depth: Int
  /// Its number, if it has one.
  public let number: UnitNumber?
  /// Its title, without number and marks.
  public let heading: Range<Int>?
  /// The whole unit, with number, title and children.
  public internal(set) var range: Range<Int>
  /// Its own words before its children, without number and title; empty where it has none.
  public let text: Range<Int>
  /// Words of its own that close a list after its last child (…的，按照前款规定处理).
  public let tail: Range<Int>?
  /// 表: the cells of a table, with ranges of the reading text.
  public let table: TableGrid?
  /// The index of its parent; `nil` at the top.
  public let parent: Int?
  /// The index after its last descendant.
  public internal(set) var subtreeEnd: Int

  /// A node whose place in the tree is known.
  public init(
    level: NodeLevel, depth: Int = 0, number: UnitNumber? = nil, heading: Range<Int>? = nil,
    range: Range<Int>, text: Range<Int>, tail: Range<Int>? = nil, table: TableGrid? = nil,
    parent: Int? = nil, subtreeEnd: Int
  ) {
    self.level = level
    self.depth = depth
    self.number = number
    self.heading = heading
    self.range = range
    self.text = text
    self.tail = tail
    self.table = table
    self.parent = parent
    self.subtreeEnd = subtreeEnd
  }
}
