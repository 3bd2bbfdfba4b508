/// 首尾相同的文字: the sentences that two texts begin and end with, which need no cutting into words.
///
/// Most changed articles have one changed sentence, and those that only got another number none.
struct CommonEnds {
  /// The common ends as they lie in one of the texts.
  struct Stretches {
    /// Behind the unit's number; empty, where nothing is the same.
    let prefix: Range<Int>
    let suffix: Range<Int>

    /// Whether a stretch lies in one of them.
    func contain(_ range: Range<Int>) -> Bool {
      prefix.lowerBound <= range.lowerBound && prefix.upperBound >= range.upperBound
        || suffix.lowerBound <= range.lowerBound && suffix.upperBound >= range.upperBound
    }
  }

  /// In the old text.
  let old: Stretches
  /// In the new text.
  let new: Stretches

  /// The common ends of two texts that cut none of the stretches which stay whole.
  init(
    _ old: UnitText, _ new: UnitText, oldWholes: [Range<Int>], newWholes: [Range<Int>]
  ) {
    let (i, j) = (old.bodyStart, new.bodyStart)
    let most = min(old.count - i, new.count - j)
    var prefix = 0
    while prefix < most, old.scalars[i + prefix] == new.scalars[j + prefix] { prefix += 1 }
    if prefix < most || old.count - i != new.count - j {
      while prefix > 0, !Self.closes(old.scalars[i + prefix - 1]) { prefix -= 1 }
    }
    var suffix = 0
    while suffix < most - prefix,
      old.scalars[old.count - suffix - 1] == new.scalars[new.count - suffix - 1]
    {
      suffix += 1
    }
    // What comes before the suffix closes a sentence on both sides.
    while suffix > 0,
      !(Self.closes(old, before: suffix) && Self.closes(new, before: suffix))
    {
      suffix -= 1
    }
    if Self.cuts(oldWholes, i + prefix) || Self.cuts(newWholes, j + prefix) { prefix = 0 }
    if Self.cuts(oldWholes, old.count - suffix) || Self.cuts(newWholes, new.count - suffix) {
      suffix = 0
    }
    self.old = Stretches(
      prefix: i..<i + prefix, suffix: old.count - suffix..<old.count)
    self.new = Stretches(
      prefix: j..<j + prefix, suffix: new.count - suffix..<new.count)
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "；" || scalar == "\n"
  }

  /// Whether a sentence is closed right before the last scalars of a text.
  private static func closes(_ text: UnitText, before suffix: Int) -> Bool {
    let place = text.count - suffix
    return place == text.bodyStart || place > 0 && closes(text.scalars[place - 1])
  }

  private static func cuts(_ wholes: [Range<Int>], _ offset: Int) -> Bool {
    wholes.contains { $0.lowerBound < offset && offset < $0.upperBound }
  }
}
