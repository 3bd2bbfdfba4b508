internal import PolicyExtraction
internal import PolicyLexicons
internal import PolicyText

/// What made a norm, and which words of its sentence look like markers and made none.
extension Explainer {
  /// A rule with what it says, for people.
  func rule(of norm: Norm) -> String {
    let meaning: String? =
      switch norm.rule {
      case "norm.modal": "情态词在主语和谓语之间，支配后面的谓语"
      case "norm.modal.bare": "单字情态词（应、须、要、可）在谓语之前，不是别的词的一部分"
      case "norm.verb": "禁止、鼓励、支持一类的动词作小句的谓语"
      case "norm.duty": "负责、主管、牵头一类的词写明职责"
      case "norm.duty.by": "“由”后面写明主体，再以承担、组织实施一类的词写明职责"
      case "norm.sanction": "处、给予、责令、没收一类的动词，连同它要求的罚则"
      case "norm.directive": "在部署工作的文件或部分中，小句以动词开头，径直写明任务"
      case "norm.directive.time": "在部署工作的文件或部分中，时间之后是动词，径直写明任务"
      case "norm.directive.topic": "在部署工作的文件或部分中，先说事物，再说怎样办"
      case "norm.directive.object": "在部署工作的文件或部分中，对、将、向等带出对象，后面是动词"
      case "norm.directive.measure": "在部署工作的文件或部分中，按照某种标准，后面是动词"
      case "norm.act": "写明的机关或岗位作主语，后面是它要做的事"
      case "norm.act.by": "“由”后面写明主体，再说它要做的事"
      default: nil
      }
    return meaning.map { "\(norm.rule)：\($0)" } ?? norm.rule
  }

  /// The words in the sentence of a norm that are or contain a marker and made no norm of it, with the reason.
  func leftMarkers(of norm: Norm) -> [String] {
    var end = 0
    var left: [String] = []
    for hit in hits(in: sentence(around: norm.range)) where hit.start >= end {
      switch hit.list {
      case .falseFriends: left.append("“\(words(hit.range))”：整个是另一个词，不是情态词")
      case .modality, .sanctionVerbs:
        if norm.marker?.overlaps(hit.range) == true { continue }
        left.append("“\(words(hit.range))”：\(whyLeft(hit.range, by: norm))")
      default: continue
      }
      end = hit.end
    }
    return left
  }

  private func whyLeft(_ range: Range<Int>, by norm: Norm) -> String {
    if let other = document.norms.firstIndex(where: { $0.marker?.overlaps(range) == true }) {
      return "是另一条规范n\(other + 1)的情态词"
    }
    if norm.conditions.contains(where: { $0.overlaps(range) }) { return "在条件之中，不支配谓语" }
    if norm.action?.overlaps(range) == true {
      return "在“\(norm.marker.map(words) ?? "任务")”所支配的内容之中，不另成规范"
    }
    return "在修饰语、引语之中，或者是别的词的一部分，不支配谓语"
  }
}
