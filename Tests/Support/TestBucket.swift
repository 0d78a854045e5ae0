import Glibc
import Threads

/// A bucket of moto's on a free port of this machine, which checks signatures; it ends with the test.
package enum TestBucket {
    /// Where the bucket is, and who may use it.
    package struct Access: Sendable {
        package let address: String
        package let region = "eu-central-1"
        package let key: String
        package let secret: String

        package init(address: String, key: String, secret: String) {
            self.address = address
            self.key = key
            self.secret = secret
        }
    }

    private static let python = "\(Checkout.root)/.setup/venv/bin/python"

    /// Whether the Python environment of the tests is there.
    package static var isInstalled: Bool { unsafe access(python, X_OK) == 0 }

    /// Starts it, runs the test's body, and ends it whatever happened.
    package static func run(_ body: (Access) async throws -> Void) async throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Silent() }
        let lifeline = ends[0]
        let started = Result {
            try Program.start([python, "\(Checkout.root)/Tests/Bucket/bucket.py"], input: ends[1])
        }
        close(ends[1])
        let child = try started.get()
        let line = await WorkerThread.run(named: "bucket") { firstLine(from: lifeline) }
        let words = line.split(separator: " ").map(String.init)
        let outcome: Result<Void, any Error>
        do {
            guard words.count == 3 else { throw Silent() }
            let access = Access(
                address: "http://127.0.0.1:\(words[0])/photos",
                key: words[1],
                secret: words[2]
            )
            outcome = .success(try await body(access))
        } catch {
            outcome = .failure(error)
        }
        close(lifeline)
        await WorkerThread.run(named: "bucket") {
            while waitpid(child, nil, 0) == -1 && errno == EINTR {}
        }
        try outcome.get()
    }

    /// What it says of itself; empty if it ends or a minute passes before.
    private static func firstLine(from socket: Int32) -> String {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 256 {
            var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&wait, 1, 60_000) > 0, unsafe read(socket, &byte, 1) == 1 else { return "" }
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return ""
    }

    /// The bucket did not start.
    package struct Silent: Error {}
}
