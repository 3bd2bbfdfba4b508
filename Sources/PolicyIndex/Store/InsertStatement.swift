internal import GRDB
internal import GRDBSQLite
internal import PolicyText

/// A prepared statement that writes many rows: values are bound one after the other, then stepped.
///
/// It binds by SQLite's own functions, since a million rows are written in a minute.
final class InsertStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  private var column: Int32 = 0

  /// - Throws: `DatabaseError` if the SQL does not fit the tables.
  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else {
      preconditionFailure("a statement is made on an open connection")
    }
    var prepared: OpaquePointer?
    let status = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard status == SQLITE_OK, let prepared else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: status),
        message: String(cString: sqlite3_errmsg(connection)))
    }
    statement = prepared
    self.connection = connection
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ value: Int) {
    column += 1
    sqlite3_bind_int64(statement, column, Int64(value))
  }

  func bind(_ value: Int?) {
    if let value { bind(value) } else { column += 1 }
  }

  func bind(_ value: Double?) {
    column += 1
    if let value { sqlite3_bind_double(statement, column, value) }
  }

  func bind(_ value: String?) {
    column += 1
    guard var value else { return }
    value.withUTF8 {
      // Bytes that are given as none at all would be NULL.
      if let base = $0.baseAddress {
        let text = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(statement, column, text, Int32($0.count), Self.transient)
      } else {
        sqlite3_bind_text(statement, column, "", 0, Self.transient)
      }
    }
  }

  func bind(_ value: [UInt8]?) {
    column += 1
    guard let value else { return }
    _ = value.withUnsafeBytes {
      if $0.isEmpty {
        sqlite3_bind_zeroblob(statement, column, 0)
      } else {
        sqlite3_bind_blob(statement, column, $0.baseAddress, Int32($0.count), Self.transient)
      }
    }
  }

  func bind(_ span: TextSpan) {
    bind(span.start)
    bind(span.end)
  }

  func bind(_ span: TextSpan?) {
    bind(span?.start)
    bind(span?.end)
  }

  /// Writes the row of what was bound.
  ///
  /// - Throws: `DatabaseError` if SQLite cannot write it.
  func step() throws {
    let status = sqlite3_step(statement)
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    column = 0
    guard status == SQLITE_DONE || status == SQLITE_ROW else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  /// SQLite copies what is bound.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
