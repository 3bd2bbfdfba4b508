/// One line of a gold annotation, as `corpus/README.md` describes it; what is not given is not judged.
struct GoldRecord: Decodable {
  enum Task: String, Decodable {
    case scope, norm, quantity, entity, party, reference, definition
    case table, indicator, link, finding
  }

  let task: Task
  /// The document in its source, from 1.
  let doc: Int?
  let node: String?
  /// Of a scope: the nodes that are annotated completely, and the tasks if not all are.
  let nodes: [String]?
  let tasks: [Task]?

  /// The words meant, and which occurrence in the node's own words.
  let quote: String?
  let marker: String?
  let term: String?
  let nth: Int?

  let modality: String?
  let bearers: [String]?
  let items: [String]?
  let action: String?
  let conditions: [String]?
  let exceptions: [String]?

  let kind: String?
  let value: String?
  let low: String?
  let high: String?
  let lowInclusive: Bool?
  let highInclusive: Bool?
  let unit: String?
  let per: [String]?
  let iso: String?
  let comparator: String?
  let role: String?

  let canonical: String?
  let scope: [String]?
  let status: String?
  let targets: [String]?

  /// Of a table: for each row the beginnings of the words of its places, joined by |.
  let rows: [String]?
  /// Of an indicator; of a finding, its code.
  let code: String?
  let name: String?
  let level: Int?
  let parent: String?
  let weight: String?
  let target: String?
  let criterion: String?
  /// Of a link: the code or name of the indicator.
  let indicator: String?

  /// The document in its source, from 0.
  var documentIndex: Int { (doc ?? 1) - 1 }

  /// The words that say where in the node the thing is.
  var words: String? { marker ?? quote ?? term }
}
