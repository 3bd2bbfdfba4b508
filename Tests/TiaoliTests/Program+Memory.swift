import Foundation

extension Program {
  /// Runs the program to its end, and returns its exit status and its highest memory in bytes.
  ///
  /// `Process` does not say what its child took, and the children of a test run have one maximum together.
  static func measure(_ arguments: [String]) throws -> (status: Int32, peak: Int) {
    let words = [executable.path] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, executable.path, nil, nil, &pointers, environ)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
    return (status >> 8 & 0xff, Int(usage.ru_maxrss) * 1024)
  }
}
