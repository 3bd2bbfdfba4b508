/// Why an instruction is not applied: it does not fit, and what it means is not guessed.
enum Refusal: Error, Equatable {
  /// The text has no such unit.
  case missing(String)
  /// The text has several such units.
  case ambiguous(String)
  /// The instruction does not say which unit.
  case unclear(String)
  /// The quoted words do not stand there.
  case absent(words: String, place: String)
  /// The quoted words stand there more than once.
  case repeated(words: String, place: String, count: Int)
  /// Another instruction changes the same words.
  case conflict(String)
  /// The number does not follow from the other changes.
  case number(said: String, found: String)
  /// The new unit already has its number, or no place.
  case place(String)
  /// A new chapter comes without articles.
  case empty(String)
  /// The instruction is not understood.
  case unread
  /// A unit without words of its own, or the only one of its article.
  case only(String)

  /// What a clerk reads.
  var message: String {
    switch self {
    case .missing(let unit): "原文没有\(unit)。"
    case .ambiguous(let unit): "原文有不止一处\(unit)，不能确定是哪一处。"
    case .unclear(let unit): "没有写明修改哪一条\(unit.isEmpty ? "" : "（\(unit)）")。"
    case .absent(let words, let place): "\(place)中没有“\(words)”。"
    case .repeated(let words, let place, let count):
      "\(place)中有\(count)处“\(words)”，不能确定修改哪一处。"
    case .conflict(let place): "\(place)已由另一项指令修改，两项不能同时执行。"
    case .number(let said, let found): "按各项修改推算应为\(found)，与所写的\(said)不符。"
    case .place(let unit): "不能确定\(unit)的位置。"
    case .empty(let unit): "没有写明新增的\(unit)包括哪些条，不能确定它的位置。"
    case .unread: "没有读懂这项指令，请人工处理。"
    case .only(let unit): "\(unit)是这一条仅有的内容，不能单独删去。"
    }
  }
}
