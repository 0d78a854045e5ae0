import Formats
import Glibc
import Synchronization

/// Writes log lines to a file descriptor, and never waits for whoever reads them.
///
/// A line is written only when the descriptor takes it at once; otherwise it is dropped and counted, so that
/// a stuck reader of the log cannot stop the service.
final class LogWriter: Sendable {
    /// What a pipe takes in one piece (POSIX's PIPE_BUF on Linux); longer lines are cut.
    private static let longestLine = 4_096

    private let descriptor: Int32
    private let asJSON: Bool
    private let dropped = Atomic(0)

    init(descriptor: Int32, format: Configuration.LogFormat) {
        self.descriptor = descriptor
        asJSON =
            switch format {
            case .json: true
            case .text: false
            case .auto: isatty(descriptor) == 0
            }
    }

    /// How many lines were dropped so far.
    var droppedLines: Int { dropped.load(ordering: .relaxed) }

    /// Writes one line, or drops it.
    func write(_ line: LogLine, at moment: Timestamp = .now) {
        var bytes = asJSON ? line.json(at: moment) : line.text(at: moment)
        if bytes.count >= LogWriter.longestLine { bytes.removeLast(bytes.count - LogWriter.longestLine + 1) }
        bytes.append(UInt8(ascii: "\n"))
        guard isReady, put(bytes) == bytes.count else {
            dropped.add(1, ordering: .relaxed)
            return
        }
    }

    private var isReady: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return unsafe poll(&request, 1, 0) == 1 && request.revents & Int16(POLLOUT) != 0
    }

    private func put(_ bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
