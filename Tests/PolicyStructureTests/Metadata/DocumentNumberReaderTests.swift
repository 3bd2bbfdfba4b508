import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// 发文字号 in its spellings.
@Suite struct DocumentNumberReaderTests {
  private func numbers(_ text: String) throws -> [String] {
    let reader = DocumentNumberReader(lexicons: try Lexicons.embedded())
    let scalars = text.unicodeScalars.map { folded($0) }
    return scalars.indices.compactMap { offset in
      guard DocumentNumberReader.isMark(scalars[offset]),
        let match = reader.number(in: scalars, at: offset, within: 0..<scalars.count)
      else { return nil }
      let code = String(String.UnicodeScalarView(scalars[match.code]))
      return "\(code) \(match.year.map(String.init) ?? "-") \(match.number ?? 0)"
    }
  }

  @Test(
    "a number is read in all its spellings",
    arguments: [
      ("云政办发〔2019〕5号", "云政办发 2019 5"), ("云政发[2022]44号", "云政发 2022 44"),
      ("云教发(2019)第4号", "云教发 2019 4"), ("国务院令第737号", "国务院令 - 737"),
      ("中华人民共和国国务院令第737号", "国务院令 - 737"), ("云溪银行公告〔2024〕第21号", "云溪银行公告 2024 21"),
      ("中华人民共和国主席令第十二号", "中华人民共和国主席令 - 12"), ("（83）银发字第381号", "银发字 1983 381"),
      ("根据国发〔2019〕4号", "国发 2019 4"), ("江大研〔二○○三〕十二号", "江大研 2003 12"),
    ] as [(String, String)])
  func spellings(text: String, expected: String) throws {
    #expect(try numbers(text).first == expected)
  }

  @Test(
    "years and other numbers in brackets are none",
    arguments: ["（2019）年度", "第（5）号楼", "命令下达", "公告如下"])
  func none(text: String) throws {
    #expect(try numbers(text) == [])
  }
}
