import Glibc
import TestSupport

@testable import emapa

/// Runs a test with a folder of its own, which is removed afterwards.
func withFolder(_ body: (String) async throws -> Void) async throws {
    var template = Array("/tmp/emapa-map-XXXXXX".utf8CString)
    let folder = unsafe String(cString: mkdtemp(&template))
    defer { try? Program.run(["rm", "-rf", folder]) }
    try await body(folder)
}

/// Makes a file of bytes, without a word about its form.
func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer { close(descriptor) }
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    guard descriptor >= 0, count == bytes.count else { throw FileError(path: path, reason: "not written") }
}
