/// Which documents a question is about; what is left open takes all.
package struct DocumentFilter: Sendable {
  /// Words of the title, all of them.
  package var title: [String] = []
  /// 发文机关: words of an issuer's name.
  package var issuer: String?
  /// 效力级别: one of these.
  package var authorityLevels: Set<String> = []
  /// 文种: one of these.
  package var types: Set<String> = []
  /// 地区: a region, with those in it.
  package var region: String?
  /// Days of the document (in force, or issued) from and to.
  package var from: CalendarDay?
  package var to: CalendarDay?
  /// 时效: one of these states.
  package var states: Set<Validity.State> = []
  /// Only versions in force on this day.
  package var asOf: CalendarDay?
  /// Only these.
  package var documents: Set<Int>?
  /// 发文字号.
  package var number: String?

  /// A filter that takes everything.
  package init() {}

  /// Whether it asks for something that all documents do not have.
  package var isNarrow: Bool { !isOpen }

  /// Whether it takes every document.
  var isOpen: Bool {
    title.isEmpty && issuer == nil && authorityLevels.isEmpty && types.isEmpty && region == nil
      && from == nil && to == nil && states.isEmpty && asOf == nil && documents == nil
      && number == nil
  }
}
