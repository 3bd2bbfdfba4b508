internal import GRDB

/// The tables of a library, as they came to be: one migration a change, none ever altered.
///
/// Things within a document have keys that hold its number, so that neither search nor removal needs
/// a join to find what belongs together (see ``RowKey``). Ranges are spans of the source, in Unicode
/// scalars. What is a word of the program (a modality, a role) is kept as its place in the list of
/// cases (see ``Codes``); days are numbers (20190304).
enum Migrations {
  /// All migrations in order.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 texts") { db in
      try db.execute(sql: texts)
      try db.execute(sql: norms)
      try db.execute(sql: relations)
      try db.execute(sql: fullText)
    }
    migrator.registerMigration("2 indicators") { db in
      try db.execute(sql: indicators)
      // What was added before knows of no indicators: `reindex` finds it outdated.
      try db.execute(sql: "UPDATE source SET generator = ''")
    }
    migrator.registerMigration("3 words of articles") { db in
      // A digest of the articles alone: prints of one text differ in what stands around them.
      try db.execute(sql: "ALTER TABLE document ADD COLUMN article_words BLOB")
      try db.execute(sql: "UPDATE source SET generator = ''")
    }
    return migrator
  }

  private static let texts = """
    CREATE TABLE setting(
      name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- 来源: a file as it was read; `text` is its decoded text in UTF-8, packed, and `bytes` the file
    -- itself where that is something else.
    CREATE TABLE source(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL, digest BLOB NOT NULL UNIQUE,
      encoding TEXT NOT NULL, length INTEGER NOT NULL, text_size INTEGER NOT NULL,
      text BLOB NOT NULL, bytes_size INTEGER, bytes BLOB, added INTEGER NOT NULL,
      generator TEXT NOT NULL) STRICT;
    CREATE INDEX source_path ON source(path);

    -- 作品: a law across its versions.
    CREATE TABLE work(
      id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;

    -- 文件: one document of a source, which is one version of its work.
    CREATE TABLE document(
      id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source(id),
      place INTEGER NOT NULL, work INTEGER NOT NULL REFERENCES work(id),
      title TEXT, title_key TEXT, type TEXT, authority_level TEXT, version TEXT,
      number TEXT, number_key TEXT, region TEXT,
      issued_by INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL,
      adopted INTEGER, issued INTEGER, promulgated INTEGER, effective INTEGER, revised INTEGER,
      repealed INTEGER, published INTEGER, in_force INTEGER, in_force_ground INTEGER NOT NULL,
      expires INTEGER, words BLOB NOT NULL, copy_of INTEGER, doubt TEXT,
      nodes INTEGER NOT NULL, articles INTEGER NOT NULL, norms INTEGER NOT NULL) STRICT;
    CREATE INDEX document_source ON document(source);
    CREATE INDEX document_work ON document(work);
    CREATE INDEX document_title ON document(title_key);
    CREATE INDEX document_number ON document(number_key);

    CREATE TABLE issuer(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY(document, ordinal)) STRICT, WITHOUT ROWID;

    -- 单元.
    CREATE TABLE node(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, level INTEGER NOT NULL,
      depth INTEGER NOT NULL, parent INTEGER, name TEXT NOT NULL, citation TEXT,
      start INTEGER NOT NULL, end INTEGER NOT NULL, heading_start INTEGER, heading_end INTEGER,
      PRIMARY KEY(document, ordinal)) STRICT, WITHOUT ROWID;

    -- 条文: what is found by its words: an article, or a unit of a document without articles.
    CREATE TABLE provision(
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL
      ) STRICT;
    """

  private static let norms = """
    -- 主体: an organ or category as it is spelled out, whatever documents name it.
    CREATE TABLE subject(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, function TEXT,
      level INTEGER NOT NULL, place TEXT, generic INTEGER NOT NULL) STRICT;
    CREATE UNIQUE INDEX subject_name ON subject(name, kind, level, generic);
    CREATE INDEX subject_function ON subject(function);

    CREATE TABLE entity(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, subject INTEGER NOT NULL,
      mentions INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      PRIMARY KEY(document, ordinal)) STRICT, WITHOUT ROWID;

    -- 规范, its 条件 (part 0) and 例外 (part 1), and the list that it introduces.
    CREATE TABLE norm(
      id INTEGER PRIMARY KEY, provision INTEGER NOT NULL, node INTEGER NOT NULL,
      modality INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      marker_start INTEGER, marker_end INTEGER, action_start INTEGER, action_end INTEGER,
      rule TEXT NOT NULL) STRICT;
    CREATE INDEX norm_provision ON norm(provision);
    CREATE TABLE norm_part(
      norm INTEGER NOT NULL, part INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      PRIMARY KEY(norm, part, start)) STRICT, WITHOUT ROWID;
    CREATE TABLE norm_item(
      norm INTEGER NOT NULL, node INTEGER NOT NULL, PRIMARY KEY(norm, node)
      ) STRICT, WITHOUT ROWID;

    -- 义务主体, in the order of the text; those of an assignment that covers the norm come last.
    CREATE TABLE bearer(
      norm INTEGER NOT NULL, ordinal INTEGER NOT NULL, subject INTEGER NOT NULL,
      role INTEGER NOT NULL, origin INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      PRIMARY KEY(norm, ordinal)) STRICT, WITHOUT ROWID;
    CREATE INDEX bearer_subject ON bearer(subject, norm);

    CREATE TABLE quantity(
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, kind INTEGER NOT NULL, role INTEGER NOT NULL,
      comparator INTEGER, value REAL, low REAL, high REAL, inclusive INTEGER, unit TEXT, per TEXT,
      iso TEXT, start INTEGER NOT NULL, end INTEGER NOT NULL, measures TEXT) STRICT;
    CREATE INDEX quantity_kind ON quantity(kind, role);
    CREATE TABLE norm_quantity(
      quantity INTEGER NOT NULL, norm INTEGER NOT NULL, PRIMARY KEY(quantity, norm)
      ) STRICT, WITHOUT ROWID;
    CREATE INDEX norm_quantity_norm ON norm_quantity(norm, quantity);

    CREATE TABLE assignment(
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL
      ) STRICT;
    CREATE TABLE assignment_party(
      assignment INTEGER NOT NULL, ordinal INTEGER NOT NULL, subject INTEGER NOT NULL,
      role INTEGER NOT NULL, PRIMARY KEY(assignment, ordinal)) STRICT, WITHOUT ROWID;
    CREATE TABLE assignment_scope(
      assignment INTEGER NOT NULL, node INTEGER NOT NULL, PRIMARY KEY(assignment, node)
      ) STRICT, WITHOUT ROWID;
    """

  private static let relations = """
    -- 引用, a row for each target: a node of the same document, or another document by its title or
    -- number. What the library holds of those is looked up when it is asked for.
    CREATE TABLE reference(
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, status INTEGER NOT NULL,
      start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
    CREATE TABLE reference_target(
      reference INTEGER NOT NULL, ordinal INTEGER NOT NULL, node INTEGER, title_key TEXT,
      number_key TEXT, citation TEXT, PRIMARY KEY(reference, ordinal)) STRICT, WITHOUT ROWID;
    CREATE INDEX reference_target_title ON reference_target(title_key) WHERE title_key IS NOT NULL;
    CREATE INDEX reference_target_number ON reference_target(number_key)
      WHERE number_key IS NOT NULL;
    CREATE TABLE norm_reference(
      norm INTEGER NOT NULL, reference INTEGER NOT NULL, PRIMARY KEY(norm, reference)
      ) STRICT, WITHOUT ROWID;

    -- 废止 (0), 修改 (1), 部分废止 (2): what a document does to another one.
    CREATE TABLE effect(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind INTEGER NOT NULL,
      title_key TEXT, number_key TEXT, node INTEGER NOT NULL, start INTEGER NOT NULL,
      end INTEGER NOT NULL, PRIMARY KEY(document, ordinal)) STRICT, WITHOUT ROWID;
    CREATE INDEX effect_title ON effect(title_key);

    CREATE TABLE definition(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, node INTEGER NOT NULL,
      kind INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, term TEXT NOT NULL,
      PRIMARY KEY(document, ordinal)) STRICT, WITHOUT ROWID;
    CREATE INDEX definition_term ON definition(term);

    CREATE TABLE finding(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, code TEXT NOT NULL, node INTEGER,
      start INTEGER NOT NULL, end INTEGER NOT NULL, message TEXT NOT NULL,
      PRIMARY KEY(document, ordinal)) STRICT, WITHOUT ROWID;
    """

  private static let indicators = """
    -- 指标, in the order of the document; `weight` and `target` as written.
    CREATE TABLE indicator(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, code TEXT, name TEXT NOT NULL,
      level INTEGER NOT NULL, parent INTEGER, weight TEXT, target TEXT, node INTEGER,
      start INTEGER, end INTEGER, PRIMARY KEY(document, ordinal)) STRICT, WITHOUT ROWID;
    -- 关联: the indicators of the same document that a norm bears on, with how sure that is.
    CREATE TABLE norm_indicator(
      norm INTEGER NOT NULL, indicator INTEGER NOT NULL, score REAL NOT NULL,
      PRIMARY KEY(norm, indicator)) STRICT, WITHOUT ROWID;
    """

  /// The index holds no texts: what is taken out of it is cut from the source anew.
  private static let fullText = """
    CREATE VIRTUAL TABLE provision_words USING fts5(words, content='', tokenize='policy');
    INSERT INTO provision_words(provision_words, rank) VALUES('hashsize', 33554432);
    CREATE VIRTUAL TABLE title_words USING fts5(words, content='', tokenize='policy');
    """
}
