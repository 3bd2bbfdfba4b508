import PolicyText
import Testing

/// The order of names, and the forms of characters.
@Suite struct OrderAndFormTests {
  @Test("names are in the order of their sounds")
  func order() {
    let sorted = PinyinOrder().sorted(["市水务局", "市财政局", "市公安局", "教育厅", "", "1号", "北京市"])
    #expect(sorted == ["", "1号", "北京市", "教育厅", "市财政局", "市公安局", "市水务局"])
  }

  @Test("keys compare as the texts do, and a longer text comes after its beginning")
  func keys() {
    let order = PinyinOrder()
    #expect(order.key(of: "教育").lexicographicallyPrecedes(order.key(of: "教育局")))
    #expect(order.key(of: "教育局") == order.key(of: "教育局"))
  }

  @Test("traditional characters become simplified ones, and nothing else changes")
  func simplified() {
    let form = SimplifiedForm()
    #expect(form("第一條　臨川區公園管理辦法（試行）ABC，1.5%") == "第一条　临川区公园管理办法（试行）ABC，1.5%")
    #expect(form("第一条　应当，😀") == "第一条　应当，😀")
    #expect(form("") == "")
  }
}
