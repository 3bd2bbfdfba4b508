internal import ArgumentParser

/// The forms that a register of duties or indicators takes.
enum RegisterFormat: String, ExpressibleByArgument {
  case table, csv, xlsx, json

  /// The form that the ending of a file names, if it names one.
  init?(endingOf path: String?) {
    guard let ending = path?.split(separator: ".").last else { return nil }
    self.init(rawValue: ending.lowercased())
  }
}
