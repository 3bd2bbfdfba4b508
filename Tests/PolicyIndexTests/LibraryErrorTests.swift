import Foundation
import GRDB
import Testing

@testable import PolicyIndex

@Suite("files that are no library of this program")
struct LibraryErrorTests {
  private func path(_ test: TestLibrary, _ name: String) -> String {
    test.folder.appendingPathComponent(name).path
  }

  @Test("a library of a newer program is left alone")
  func newer() throws {
    let test = try TestLibrary()
    _ = try test.library.store.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES('99 what is to come')")
    }
    let file = path(test, "a.sqlite")
    for access in [Library.Access.reading, .writing, .creating] {
      #expect(throws: LibraryError.tooNew(path: file)) { try Library(path: file, for: access) }
    }
  }

  @Test("a library of an older program gets the present form, and its texts are outdated")
  func older() throws {
    let test = try TestLibrary()
    try test.add("云溪市校车办法\n第一条　学校应当登记。\n")
    try test.library.store.write { db in
      try db.execute(
        sql: """
          DROP TABLE indicator; DROP TABLE norm_indicator;
          ALTER TABLE document DROP COLUMN article_words;
          DELETE FROM grdb_migrations WHERE identifier > '2'
          """)
    }
    let library = try Library(path: path(test, "a.sqlite"), for: .reading)
    var request = SearchRequest()
    request.words = "登记"
    #expect(try library.search(request, on: TestLibrary.today).hits.count == 1)
    #expect(try library.outdatedSources(for: "test") == [1])
  }

  @Test("a text, a database of another program and an empty file are no libraries")
  func others() throws {
    let test = try TestLibrary()
    let text = path(test, "a.txt")
    try Data("第一条　这不是数据库。".utf8).write(to: URL(fileURLWithPath: text))
    #expect(throws: LibraryError.notALibrary(path: text)) {
      try Library(path: text, for: .creating)
    }
    let other = path(test, "b.sqlite")
    try DatabaseQueue(path: other).write { db in try db.execute(sql: "CREATE TABLE book(title)") }
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    for access in [Library.Access.reading, .writing, .creating] {
      #expect(throws: LibraryError.notALibrary(path: other)) {
        try Library(path: other, for: access)
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
    let empty = path(test, "c.sqlite")
    try Data().write(to: URL(fileURLWithPath: empty))
    #expect(throws: LibraryError.notALibrary(path: empty)) {
      try Library(path: empty, for: .reading)
    }
    // A program that was killed while it made its library leaves such a file.
    #expect(throws: Never.self) { try Library(path: empty, for: .creating) }
  }

  @Test("what SQLite says of a full disk is said as such")
  func full() {
    for code in [ResultCode.SQLITE_FULL, .SQLITE_IOERR_WRITE] {
      let failure = LibraryStore.failure(DatabaseError(resultCode: code), path: "a.sqlite")
      #expect(failure == .full(path: "a.sqlite"))
    }
  }
}
