internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// 排序: how well a provision answers a question by its words, as a function of the full-text index.
///
/// It is BM25 (k1 = 1.2, b = 0.5) over phrases, with two savings that keep frequent words fast: how long
/// a provision is stands in its key (see ``RowKey``), and how many provisions hold a phrase is estimated
/// from the first ones that do. Smaller is better, as SQLite sorts.
///
/// Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009).
enum ClauseRank {
  static let name = "clause_rank"
  private static let saturation = 1.2
  private static let lengthWeight = 0.5
  /// The average length of a provision, in scalars, as a power of two times 16: between 128 and 255.
  private static let averageClass = 4.0
  /// How many provisions with a phrase are counted before the rest is estimated.
  private static let sample = 2_000

  /// What a question's phrases weigh, kept by SQLite while the question runs.
  private final class Weights {
    var values: [Double] = []
  }

  private final class Count {
    var rows = 0
  }

  /// Makes the function known to a connection.
  static func register(in db: Database) throws {
    let api = FTS5.api(db)
    let status = api.pointee.xCreateFunction(
      UnsafeMutablePointer(mutating: api), name, nil,
      { interface, index, context, _, _ in
        guard let interface, let index, let context else { return }
        sqlite3_result_double(context, ClauseRank.rank(interface.pointee, index))
      }, nil)
    guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
  }

  private static func rank(_ interface: Fts5ExtensionApi, _ index: OpaquePointer) -> Double {
    let weights = self.weights(interface, index)
    let row = interface.xRowid(index)
    let norm = lengthNorms[Int(row & 15)]
    var score = 0.0
    for phrase in weights.values.indices {
      var place = Fts5PhraseIter()
      var column: Int32 = 0
      var offset: Int32 = 0
      var count = 0.0
      guard interface.xPhraseFirst(index, Int32(phrase), &place, &column, &offset) == SQLITE_OK
      else { continue }
      // More than a few say no more; a long list of places is not read to its end.
      while column >= 0, count < 8 {
        count += 1
        interface.xPhraseNext(index, &place, &column, &offset)
      }
      score += weights.values[phrase] * count * (saturation + 1) / (count + saturation * norm)
    }
    return -score
  }

  private static let lengthNorms: [Double] = (0..<16).map {
    var length = 1.0
    for _ in 0..<$0 { length *= 2 }
    var average = 1.0
    for _ in 0..<Int(averageClass) { average *= 2 }
    return 1 - lengthWeight + lengthWeight * min(length / average, 8)
  }

  private static func weights(_ interface: Fts5ExtensionApi, _ index: OpaquePointer) -> Weights {
    if let known = interface.xGetAuxdata(index, 0) {
      return Unmanaged<Weights>.fromOpaque(known).takeUnretainedValue()
    }
    let weights = Weights()
    var total: Int64 = 0
    _ = interface.xRowCount(index, &total)
    let count = Int(interface.xPhraseCount(index))
    for phrase in 0..<count {
      weights.values.append(count == 1 ? 1 : weight(of: phrase, interface, index, total: total))
    }
    let kept = Unmanaged.passRetained(weights).toOpaque()
    let status = interface.xSetAuxdata(index, kept) { pointer in
      if let pointer { Unmanaged<Weights>.fromOpaque(pointer).release() }
    }
    precondition(status == SQLITE_OK, "SQLite has room for a pointer")
    return weights
  }

  /// How much a phrase says: the rarer, the more.
  private static func weight(
    of phrase: Int, _ interface: Fts5ExtensionApi, _ index: OpaquePointer, total: Int64
  ) -> Double {
    let count = Count()
    _ = interface.xQueryPhrase(
      index, Int32(phrase), Unmanaged.passUnretained(count).toOpaque()
    ) { _, _, data in
      guard let data else { return SQLITE_ERROR }
      let count = Unmanaged<Count>.fromOpaque(data).takeUnretainedValue()
      count.rows += 1
      return count.rows < ClauseRank.sample ? SQLITE_OK : SQLITE_DONE
    }
    var rows = Double(count.rows)
    if count.rows >= sample {
      // A phrase that is this frequent says little, however much more frequent it is.
      rows = max(rows, Double(total) * 0.05)
    }
    return weightOfShare(rows, Double(total))
  }

  /// ln((N − n + 0.5) / (n + 0.5)), never below a little.
  private static func weightOfShare(_ rows: Double, _ total: Double) -> Double {
    let ratio = (total - rows + 0.5) / (rows + 0.5)
    return ratio <= 1 ? 0.05 : max(0.05, log(ratio))
  }
}
