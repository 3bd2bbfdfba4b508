/// An element of a page while it is being read, and what tells menus from running words.
struct WebElement {
  let name: WebName
  /// Where its words begin in the text.
  let start: Int
  /// Characters in it, and those of them that are links to other pages.
  var characters = 0
  var linkCharacters = 0
  /// Links to other pages.
  var links = 0
  /// Sentence marks outside links.
  var sentenceMarks = 0
  /// The numbers of a list.
  var list: WebList?

  init(_ name: WebName, start: Int) {
    self.name = name
    self.start = start
  }

  /// Counts what stands in an element inside this one.
  mutating func add(_ inner: WebElement) {
    characters += inner.characters
    linkCharacters += inner.linkCharacters
    links += inner.links
    sentenceMarks += inner.sentenceMarks
  }

  /// Whether it is a menu: hardly anything but links, and no sentence.
  var isMenu: Bool {
    guard name.isBlock, sentenceMarks == 0, characters > 0 else { return false }
    if name == .nav { return true }
    return links >= 2 && linkCharacters * 10 >= characters * 7
  }

  /// Whether it stands beside the text by its own account.
  var isBeside: Bool {
    name.isControl || (name == .aside || name == .footer) && sentenceMarks < 3
  }
}
