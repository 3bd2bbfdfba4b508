internal import Foundation
internal import PolicyExtraction

/// Whether a change makes those on whom a norm falls do more or less.
enum EffectDirection {
  /// From one modality to another.
  static func ofModality(_ old: Modality, _ new: Modality) -> Effect.Direction {
    ofWeights(weight(old), weight(new))
  }

  /// From one modal word to another, or to none: what is not 可以 any more, is done.
  static func ofModalWord(_ old: Modality?, _ new: Modality?) -> Effect.Direction {
    ofWeights(old.flatMap(weight) ?? 2, new.flatMap(weight) ?? 2)
  }

  /// When a norm comes.
  static func ofAdding(_ modality: Modality) -> Effect.Direction {
    switch modality {
    case .obligation, .prohibition, .sanction: .stricter
    case .exemption: .looser
    case .permission, .encouragement: .other
    }
  }

  /// When a norm goes.
  static func ofRemoving(_ modality: Modality) -> Effect.Direction {
    ofAdding(modality).reversed
  }

  private static func ofWeights(_ old: Int?, _ new: Int?) -> Effect.Direction {
    guard let old, let new, old != new else { return .other }
    return new > old ? .stricter : .looser
  }

  /// How much a modality binds; a prohibition binds to something else than a duty, but more than a
  /// permission.
  private static func weight(_ modality: Modality) -> Int? {
    switch modality {
    case .exemption: 0
    case .permission, .encouragement: 1
    case .obligation, .prohibition, .sanction: 2
    }
  }
}

extension Effect.Direction {
  /// The other way round.
  var reversed: Effect.Direction {
    switch self {
    case .stricter: .looser
    case .looser: .stricter
    case .other: .other
    }
  }
}
