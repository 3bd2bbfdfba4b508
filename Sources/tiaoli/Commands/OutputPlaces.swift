/// Where the result of each input goes in a folder of results: `DIR/NAME.json`, subfolders kept.
///
/// NAME is the input's name without its ending. Inputs that would go to the same place keep their
/// endings; what is still the same gets a number, in the order of the inputs.
struct OutputPlaces {
  private let places: [String]
  /// The folders that have been made.
  private var folders: Set<String> = []

  /// The places for the results of some files.
  init(folder: String, files: [InputFile]) {
    let names = files.map { $0.path == "-" ? "stdin" : $0.name }
    let stems = names.map(Self.stem)
    var counts: [String: Int] = [:]
    for stem in stems { counts[stem, default: 0] += 1 }
    var taken: Set<String> = []
    places = zip(names, stems).map { name, stem in
      let base = counts[stem] == 1 ? stem : name
      var candidate = base
      var copy = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(base)-\(copy)"
        copy += 1
      }
      return "\(folder)/\(candidate).json"
    }
  }

  /// The place of an input's result; the folder that it lies in is made if it is missing.
  ///
  /// - Throws: ``CommandFailure`` if that folder cannot be made.
  mutating func place(of index: Int) throws(CommandFailure) -> String {
    let place = places[index]
    if let slash = place.lastIndex(of: "/") {
      let folder = String(place[..<slash])
      if !folders.contains(folder) { try Output.makeFolder(folder) }
      folders.insert(folder)
    }
    return place
  }

  private static func stem(_ name: String) -> String {
    let start = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
    guard let dot = name[start...].lastIndex(of: "."), dot > start else { return name }
    return String(name[..<dot])
  }
}
