import Testing

@testable import PolicyReports

@Suite("the HTML report")
struct HTMLReportTests {
  @Test("what a text says is never markup")
  func escaping() {
    #expect("<b>&\"\u{0}甲\u{8}".markupEscaped == "&lt;b&gt;&amp;&quot;甲")
  }
}
