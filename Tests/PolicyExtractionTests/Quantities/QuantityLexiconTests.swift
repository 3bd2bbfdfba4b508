import PolicyLexicons
import Testing

@testable import PolicyExtraction

@Suite struct QuantityLexiconTests {
  private let reading: QuantityReading
  private let lexicons: Lexicons
  init() throws {
    reading = try QuantityReading()
    lexicons = try Lexicons.embedded()
  }

  @Test("every unit, classifier and currency is read after a number")
  func units() {
    for name in [LexiconName.units, .currencies, .timeUnits, .classifiers] {
      for row in lexicons[name].rows where row[0] != "成" && row[0] != "$" && row[0] != "US$" {
        let found = reading.quantities(of: "23" + row[0]).found
        #expect(found.count == 1 && found[0].unit != nil, "\(row[0])")
      }
    }
  }

  @Test("every comparison compares, every look-alike does not")
  func comparators() {
    for row in lexicons[.comparators].rows {
      let isAfter = row[1] == "after"
      // 内 needs a time or a length, 起 an amount; 近三日 is the last three days.
      let unit = row[0] == "内" ? "日" : "元"
      let text = isAfter ? "23" + unit + row[0] : row[0] + "23" + unit
      let found = reading.quantities(of: text).found.first
      #expect(found?.comparator == Comparator(rawValue: row[2]), "\(text)")
    }
  }

  @Test("no word with a numeral in it makes a quantity")
  func numeralWords() {
    for row in lexicons[.numeralWords].rows {
      #expect(reading.summaries(of: "推进" + row[0] + "。").isEmpty, "\(row[0])")
    }
  }

  @Test("no word that begins as a unit does is one")
  func lookalikes() {
    for row in lexicons[.unitLookalikes].rows {
      #expect(reading.summaries(of: "有关三" + row[0] + "。").isEmpty, "\(row[0])")
    }
  }
}
