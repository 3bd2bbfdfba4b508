/// What is wrong with a word list, where, and what to do about it.
public enum LexiconError: Error, Hashable, Sendable {
  /// The file cannot be read.
  case unreadable(file: String, reason: String)
  /// The program has no list of this name.
  case unknownList(file: String, known: [String])
  /// The header lacks a line.
  case missingHeader(file: String, line: String)
  /// A line is not UTF-8.
  case notUTF8(file: String, line: Int)
  /// A row has another number of cells than there are columns.
  case cellCount(file: String, line: Int, expected: Int, found: Int)
  /// A cell is empty.
  case emptyCell(file: String, line: Int, column: String)
  /// A term stands twice.
  case duplicate(file: String, line: Int, term: String, earlierLine: Int)
  /// A term stands after one that it should stand before.
  case unsorted(file: String, line: Int, term: String, previous: String)
  /// A column that the program needs is not there.
  case missingColumn(file: String, column: String)
  /// The columns are not those of the list that the file adds to.
  case otherColumns(file: String, expected: [String], found: [String])
  /// A cell holds none of the values that its column may hold.
  case unknownValue(file: String, line: Int, column: String, value: String, allowed: [String])
}

extension LexiconError: CustomStringConvertible {
  /// Place, cause and next step, in Chinese.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file)无法读取：\(reason)。请检查路径和权限。"
    case .unknownList(let file, let known):
      "\(file)不是本程序的词表。请改用下列名称之一：\(known.joined(separator: "、"))。"
    case .missingHeader(let file, let line):
      "\(file)开头缺少“\(line)”一行。请补上。"
    case .notUTF8(let file, let line):
      "\(file)第\(line)行不是UTF-8文本。请把文件另存为UTF-8编码。"
    case .cellCount(let file, let line, let expected, let found):
      "\(file)第\(line)行有\(found)列，应为\(expected)列。请用制表符分列，空缺处写“-”。"
    case .emptyCell(let file, let line, let column):
      "\(file)第\(line)行的“\(column)”列为空。请填写，无内容时写“-”。"
    case .duplicate(let file, let line, let term, let earlierLine):
      "\(file)第\(line)行的词条“\(term)”与第\(earlierLine)行重复。请删去其中一行。"
    case .unsorted(let file, let line, let term, let previous):
      "\(file)第\(line)行的词条“\(term)”应排在上一行的“\(previous)”之前。请按码位顺序排列。"
    case .missingColumn(let file, let column):
      "\(file)缺少“\(column)”列。请在“# Columns:”一行和各行补上。"
    case .otherColumns(let file, let expected, let found):
      "\(file)的列为\(found.joined(separator: "、"))，应为\(expected.joined(separator: "、"))。"
        + "请改成与内置词表相同的列。"
    case .unknownValue(let file, let line, let column, let value, let allowed):
      "\(file)第\(line)行“\(column)”列的值“\(value)”无法识别。"
        + "请改为下列之一：\(allowed.joined(separator: "、"))。"
    }
  }
}
