internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// The door to SQL: all statements of the library stand in this folder, and nothing outside it knows
/// that there is a database.
///
/// The file is in WAL mode: any number of processes read while one writes, a second writer waits, and a
/// process that is killed leaves what it had committed.
final class LibraryStore: Sendable {
  /// Where the file is.
  let path: String
  let pool: any DatabaseReader & DatabaseWriter
  let isReadOnly: Bool

  /// Marks the file as a library of this program: `tlib`.
  private static let applicationID = 0x746C_6962
  /// How long to wait for another process to finish writing, in seconds.
  private static let patience: TimeInterval = 60

  /// Opens a library.
  ///
  /// `creates` makes the file if there is none; `readOnly` changes nothing, also not the form of an
  /// older library.
  ///
  /// - Throws: ``LibraryError``.
  init(path: String, creates: Bool, readOnly: Bool) throws(LibraryError) {
    self.path = path
    self.isReadOnly = readOnly
    let isThere = FileManager.default.fileExists(atPath: path)
    guard isThere || creates else { throw .missing(path: path) }
    do {
      if isThere { try Self.examine(path, mayBeEmpty: !readOnly) }
      pool = try Self.open(path, readOnly: readOnly)
      try Self.prepare(pool, path: path, readOnly: readOnly)
    } catch let error as LibraryError {
      throw error
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  private static func open(
    _ path: String, readOnly: Bool
  ) throws -> any DatabaseReader & DatabaseWriter {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      db.add(tokenizer: PolicyTokenizer.self)
      try ClauseRank.register(in: db)
      try db.execute(
        sql: """
          PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824;
          """)
      if !readOnly {
        try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000")
      }
    }
    do {
      return try DatabasePool(path: path, configuration: configuration)
    } catch let error as DatabaseError
      where readOnly
      && (error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY)
    {
      // A folder that may not be written to has no room for the log; then nobody writes at all.
      let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
      return try DatabaseQueue(path: address, configuration: configuration)
    }
  }

  /// Sees to it that a file is a library of this program, before it is opened in earnest: a file of
  /// another program is not to be touched, and opening for writing writes.
  ///
  /// An empty one is what a program leaves that was killed while it made its library.
  private static func examine(_ path: String, mayBeEmpty: Bool) throws {
    guard let head = FileHandle(forReadingAtPath: path) else {
      throw LibraryError.cannotOpen(path: path, reason: "没有权限")
    }
    defer { try? head.close() }
    let bytes = [UInt8](try head.read(upToCount: headerSize) ?? Data())
    if bytes.isEmpty, mayBeEmpty { return }
    guard bytes.count == headerSize, bytes.starts(with: magic) else {
      throw LibraryError.notALibrary(path: path)
    }
    let application = bytes[68..<72].reduce(0) { $0 << 8 | Int($1) }
    // Made and not yet marked: a first page without tables; the mark may lie in the log beside it.
    let isUnmarked = application == 0 && bytes[100] == 0x0D && bytes[103] == 0 && bytes[104] == 0
    let isBeingMade = isUnmarked && FileManager.default.fileExists(atPath: path + "-wal")
    guard application == applicationID || isBeingMade || (isUnmarked && mayBeEmpty) else {
      throw LibraryError.notALibrary(path: path)
    }
  }

  /// What a file of SQLite begins with: 100 bytes, with the mark of the program at 68, and the head of
  /// the page that lists its tables, with their number at 103.
  ///
  /// Source: Database File Format (sqlite.org/fileformat.html), 1.3, 1.6.
  private static let headerSize = 108
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Marks a new library, and brings an older one to the form of this program.
  private static func prepare(
    _ pool: any DatabaseReader & DatabaseWriter, path: String, readOnly: Bool
  ) throws {
    let (application, tables) = try pool.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    if application != applicationID {
      guard tables == 0, !readOnly else { throw LibraryError.notALibrary(path: path) }
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      }
    }
    let migrator = Migrations.migrator
    let state = try pool.read { db in
      (try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db))
    }
    if state.0 { throw LibraryError.tooNew(path: path) }
    guard !state.1 else { return }
    if readOnly { throw LibraryError.tooOld(path: path) }
    try migrator.migrate(pool)
  }

  /// Reads.
  ///
  /// - Throws: ``LibraryError``.
  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try pool.read(body)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// Writes, all or nothing.
  ///
  /// - Throws: ``LibraryError``.
  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try pool.writeWithoutTransaction { db in
        var value: Value?
        // The lock is taken at the start, so that what is looked up stays true until it is written.
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { preconditionFailure("a transaction that commits gives its value") }
        return value
      }
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// What an error of SQLite means to a person.
  static func failure(_ error: any Error, path: String) -> LibraryError {
    if let known = error as? LibraryError { return known }
    guard let error = error as? DatabaseError else {
      return .failed(path: path, reason: error.localizedDescription)
    }
    // A quota, or a limit on the size of files, fails a write in another way than a full disk does.
    if error.extendedResultCode == .SQLITE_IOERR_WRITE { return .full(path: path) }
    switch error.resultCode {
    case .SQLITE_FULL: return .full(path: path)
    case .SQLITE_READONLY: return .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_NOTADB: return .notALibrary(path: path)
    case .SQLITE_CORRUPT: return .damaged(path: path, reason: error.message ?? "")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      return .cannotOpen(path: path, reason: "没有权限，或没有这个文件夹")
    default:
      return .failed(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
