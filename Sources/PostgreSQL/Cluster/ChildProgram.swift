import CProcess
import Glibc

/// A program to start: what, as whom, and what it inherits.
struct ChildProgram {
    let path: String
    let arguments: [String]
    /// The user to run as; `nil` is this process's own.
    var account: ServerAccount?
    /// Where standard output and error go; -1 is nowhere.
    var output: Int32 = -1
    /// A descriptor to keep open in the child, for the lock on it; -1 is none.
    var kept: Int32 = -1
    /// Stays when this process ends, and does not hear the terminal's signals.
    var standsAlone = false

    /// Starts the program.
    ///
    /// The environment is small and fixed: nothing of the caller's can change PostgreSQL.
    func start() throws(ClusterError) -> pid_t {
        var pid: pid_t = 0
        var failed = process_stage_fork
        let code = unsafe withPointers([path] + arguments) { argumentList in
            unsafe withPointers(["PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"]) { environment in
                unsafe path.withCString { name in
                    var request = unsafe process_request()
                    unsafe request.path = unsafe name
                    unsafe request.arguments = unsafe argumentList
                    unsafe request.environment = unsafe environment
                    unsafe request.output = output
                    unsafe request.kept = kept
                    unsafe request.new_session = standsAlone ? 1 : 0
                    unsafe request.dies_with_parent = standsAlone ? 0 : 1
                    guard let account, account.isAnother else {
                        return unsafe process_start(&request, &pid, &failed)
                    }
                    return unsafe withUnsafePointer(to: account.identity) { identity in
                        unsafe request.identity = unsafe identity
                        return unsafe process_start(&request, &pid, &failed)
                    }
                }
            }
        }
        if code != 0 { throw .programFailed(path: path, step: failed.words, code: code) }
        return pid
    }
}

extension process_stage {
    fileprivate var words: String {
        switch self {
        case process_stage_identity: "taking on the user's ids"
        case process_stage_folder: "entering its folder"
        case process_stage_execute: "running the program"
        default: "making the process"
        }
    }
}

/// Lends C copies of strings in an array that ends with NULL.
private func withPointers<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> Result
) -> Result {
    var pointers = unsafe strings.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
}
