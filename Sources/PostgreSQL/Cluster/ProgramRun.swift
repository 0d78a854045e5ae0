import CProcess
import Glibc

/// A short program run to its end, with what it printed.
struct ProgramRun {
    /// The exit code, or 128 and the number of the signal that ended it.
    let exitCode: Int32
    /// The first 16 kilobytes of its output and errors.
    let output: String

    private static let outputLimit = 16_384

    /// Runs a program and waits for it; it is killed when the stop sign is raised or the time is over.
    init(
        _ path: String,
        _ arguments: [String],
        as account: ServerAccount? = nil,
        limit: Duration = .seconds(10),
        stopSign: StopSign
    ) throws(ClusterError) {
        var ends: [Int32] = [-1, -1]
        if unsafe process_pipe(&ends) != 0 { throw .noResources(code: errno) }
        defer { close(ends[0]) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        let started: pid_t
        do {
            defer { close(ends[1]) }
            started = try ChildProgram(
                path: path,
                arguments: arguments,
                account: account,
                output: ends[1]
            ).start()
        }

        let deadline = ContinuousClock.now + limit
        var collected: [UInt8] = []
        var status: Int32 = 0
        var isKilled = false
        while unsafe process_collect(started, &status) == 0 {
            Self.drain(ends[0], into: &collected)
            if isKilled {
                usleep(1000)
            } else if stopSign.waits(milliseconds: 10) || ContinuousClock.now > deadline {
                isKilled = kill(started, SIGKILL) == 0
            }
        }
        Self.drain(ends[0], into: &collected)
        if isKilled && stopSign.isRaised { throw .cancelled }
        exitCode = process_exit_code(status)
        output = String(decoding: collected, as: UTF8.self)
    }

    private static func drain(_ descriptor: Int32, into collected: inout [UInt8]) {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let got = unsafe read(descriptor, &chunk, chunk.count)
            guard got > 0 else { return }
            collected += chunk.prefix(min(got, outputLimit - collected.count))
        }
    }
}
