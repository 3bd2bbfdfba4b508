internal import Foundation

/// 底线: the scores below which a change may not fall; they only rise.
struct Floors {
  private let file: URL
  private var floors: [Part: [Measure: Double]] = [:]

  /// The floors of a file, which may not be there yet.
  init(_ file: URL) {
    self.file = file
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let part = Part(rawValue: cells[0]),
        let measure = Measure(rawValue: cells[1]), let floor = Double(cells[2])
      else { continue }
      floors[part, default: [:]][measure] = floor
    }
  }

  /// What is said of each score that is below its floor.
  func complaints(about board: ScoreBoard) -> [String] {
    Part.allCases.flatMap { part in
      Measure.allCases.compactMap { measure in
        let score = board.score(part, measure)
        guard let floor = floors[part]?[measure], score.gold > 0, score.value < floor else {
          return nil
        }
        return "\(part.rawValue) \(measure.rawValue)：\(rounded(score.value))，低于底线\(rounded(floor))"
      }
    }
  }

  /// Raises the floors to scores that are higher, and writes them.
  mutating func raise(to board: ScoreBoard) throws {
    var lines = [
      "# 底线 (floors): scores below which no change may fall; they only rise (scripts/evaluate --raise).",
      "# Columns: part, measure, floor",
    ]
    for part in Part.allCases {
      for measure in Measure.allCases {
        let score = board.score(part, measure)
        let old = floors[part]?[measure]
        guard score.gold > 0 || old != nil else { continue }
        // Rounded down, so that the score of the same program is never below its own floor.
        let reached = (score.value * 1000).rounded(.down) / 1000
        let floor = max(reached, old ?? 0)
        floors[part, default: [:]][measure] = floor
        lines.append("\(part.rawValue)\t\(measure.rawValue)\t\(rounded(floor))")
      }
    }
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}

/// A score with three places.
func rounded(_ value: Double) -> String { String(format: "%.3f", value) }
