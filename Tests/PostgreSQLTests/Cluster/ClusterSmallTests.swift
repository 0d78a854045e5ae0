import CProcess
import Glibc
import Testing

@testable import PostgreSQL

/// The small parts of the cluster that need no server.
@Suite(.timeLimit(.minutes(1)))
struct ClusterSmallTests {
    let folder = TemporaryFolder()

    @Test func `an exclusive lock excludes all others, and a shared one only exclusive ones`() throws {
        let account = try ServerAccount(id: geteuid())
        let path = folder.path + "/a.lock"
        let first = try FolderLock(path: path, owner: account)
        let second = try FolderLock(path: path, owner: account)
        #expect(try first.take(.shared))
        #expect(try second.take(.shared))
        #expect(try !second.take(.exclusive))
        #expect(try first.take(.exclusive))
        #expect(try !second.take(.shared))
    }

    @Test func `a lock that is handed over is held until the child ends`() throws {
        let account = try ServerAccount(id: geteuid())
        let path = folder.path + "/b.lock"
        let lock = try FolderLock(path: path, owner: account)
        #expect(try lock.take(.exclusive))
        let child = try ChildProgram(
            path: "/bin/sleep",
            arguments: ["60"],
            kept: lock.descriptor,
            standsAlone: true
        ).start()
        lock.handOver()
        let other = try FolderLock(path: path, owner: account)
        #expect(try !other.take(.exclusive))
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
        #expect(try other.take(.exclusive))
    }

    @Test func `a log beyond its limit is moved aside, and the writer goes on at its start`() throws {
        let log = ServerLog(path: folder.path + "/server.log")
        let writer = try log.open(owner: ServerAccount(id: geteuid()))
        defer { close(writer) }
        for number in 0..<100 {
            let line = "line \(number)\n"
            _ = unsafe write(writer, line, line.utf8.count)
        }
        log.trim(limit: 10_000)
        #expect(log.lastLines(1) == "line 99")
        log.trim(limit: 500)
        #expect(log.lastLines() == "")
        #expect(SmallFile.text(log.path + ".1")?.hasPrefix("line 0\nline 1\n") == true)
        _ = unsafe write(writer, "fresh\n", 6)
        #expect(SmallFile.text(log.path) == "fresh\n")
    }

    @Test(arguments: [(1, 0), (2, 250), (3, 500), (5, 2000), (9, 30_000), (1000, 30_000)] as [(Int, Int32)])
    func `pauses between restarts double up to half a minute`(attempt: Int, milliseconds: Int32) {
        #expect(Supervision.pause(before: attempt) == milliseconds)
    }

    @Test(arguments: [(0, 128), (2, 256), (4, 512), (24, 1024)])
    func `the page cache is an eighth of the memory within bounds`(gibibytes: Int, megabytes: Int) {
        #expect(ClusterSettings.sharedBuffers(memory: gibibytes << 30) == megabytes)
    }

    @Test func `a program that does not exist is a typed error`() {
        #expect(
            throws: ClusterError.programFailed(path: "/nowhere", step: "running the program", code: ENOENT)
        ) {
            try ChildProgram(path: "/nowhere", arguments: []).start()
        }
    }

    @Test func `a program's output and exit code are told`() throws {
        let run = try ProgramRun("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"], stopSign: StopSign())
        #expect(run.exitCode == 3)
        #expect(run.output == "out\nerr\n")
    }

    @Test func `a program that takes too long is killed`() throws {
        let run = try ProgramRun("/bin/sleep", ["60"], limit: .milliseconds(50), stopSign: StopSign())
        #expect(run.exitCode == 128 + SIGKILL)
    }

    @Test func `a child starts with default signals whatever its parent ignores and blocks`() async {
        await #expect(processExitsWith: .success) {
            guard process_stop_signals_claim() == 0 else { exit(1) }
            let run = try ProgramRun("/bin/cat", ["/proc/self/status"], stopSign: StopSign())
            for line in run.output.split(separator: "\n") {
                let isMask = line.hasPrefix("SigBlk:\t") || line.hasPrefix("SigIgn:\t")
                guard isMask, let mask = UInt64(line.dropFirst(8), radix: 16) else { continue }
                if mask & 0x7fff_ffff != 0 { exit(2) }
            }
        }
    }

    @Test func `claimed signals are waited for instead of ending the process`() async {
        await #expect(processExitsWith: .exitCode(7)) {
            guard process_stop_signals_claim() == 0 else { exit(1) }
            for signal in [SIGPIPE, SIGTERM, SIGINT] { raise(signal) }
            let got = [process_stop_signal_wait(1000), process_stop_signal_wait(1000)]
            guard got.sorted() == [SIGINT, SIGTERM], process_stop_signal_wait(1) == 0 else { exit(2) }
            exit(7)
        }
    }
}
