import PolicyText
import Testing

/// One form for characters that typists use for each other.
@Suite struct FoldingTests {
  private func fold(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(folded)))
  }

  @Test(
    "characters that stand for each other become one",
    arguments: [
      ("(一)第５条,共Ａ项;甲:乙?丙!", "（一）第5条，共A项；甲：乙？丙！"),
      ("第\u{3000}一\u{00A0}章\t", "第 一 章 "), ("３．５％", "3.5%"), ("﹙一﹚、﹑", "（一）、、"),
      ("比例1∶3", "比例1：3"),
    ])
  func widths(text: String, form: String) {
    #expect(fold(text) == form)
  }

  @Test(
    "radicals that a converter of PDF wrote for characters become the characters",
    arguments: [
      ("⼈⺠政府", "人民政府"), ("⻓期", "长期"), ("⼀、⼆、⼗", "一、二、十"), ("⻔⻋⻅⻚", "门车见页"),
      ("\u{F951}", "陋"), ("\u{FA0E}", "\u{FA0E}"),
    ])
  func radicals(text: String, form: String) {
    #expect(fold(text).unicodeScalars.elementsEqual(form.unicodeScalars))
  }

  @Test("what has one form only stays", arguments: ["第一条　", "“以上”、《办法》〔2019〕1.5%—①℃㎡⺮"])
  func unchanged(text: String) {
    #expect(fold(text) == text.replacing("　", with: " "))
  }
}
