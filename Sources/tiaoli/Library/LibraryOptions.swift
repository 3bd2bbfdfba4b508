internal import ArgumentParser
internal import Foundation
internal import PolicyIndex

/// The library that a command works on.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: ArgumentHelp(
      "资料库文件（默认：环境变量 TIAOLI_LIBRARY，否则当前文件夹中的 tiaoli.sqlite）。", valueName: "文件"))
  var file: String?

  /// Where the library is.
  var path: String {
    if let file { return file }
    let named = ProcessInfo.processInfo.environment["TIAOLI_LIBRARY"] ?? ""
    return named.isEmpty ? "tiaoli.sqlite" : named
  }

  /// The library, opened.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be.
  func open(for access: Library.Access) throws(CommandFailure) -> Library {
    try Self.open(path, for: access)
  }

  /// The library at a place, opened.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be.
  static func open(
    _ path: String, for access: Library.Access
  ) throws(CommandFailure) -> Library {
    do {
      return try Library(path: path, for: access)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  /// The failure that an error of the library is to a command.
  init(_ error: LibraryError) {
    let status: Status =
      switch error {
      case .missing: .noInput
      case .notALibrary, .tooNew, .tooOld, .damaged: .noText
      case .full, .readOnly, .cannotOpen: .cannotCreate
      case .busy, .failed: .inputOutput
      case .badQuery: .usage
      }
    self.init(status, error.description)
  }

  /// Does something with a library.
  ///
  /// - Throws: ``CommandFailure`` for what the library throws.
  static func wrapping<Value>(
    _ body: () throws(LibraryError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CalendarDay {
  /// The day that the clock of this machine shows.
  static var today: CalendarDay {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    return CalendarDay(
      number: (parts.year ?? 0) * 10_000 + (parts.month ?? 0) * 100 + (parts.day ?? 0))
  }
}

extension CalendarDay: ExpressibleByArgument {
  /// A day as a user writes it: 2021-06-30, 2021-06, 2021.
  package init?(argument: String) { self.init(argument) }
}
