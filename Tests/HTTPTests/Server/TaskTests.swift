import Synchronization
import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct TaskTests {
    private struct Unforeseen: Error {}

    @Test func `a task is cancelled when its client hangs up`() async throws {
        let (started, cancelled) = (Signal(), Signal())
        try await TestServer.run { group in
            group.get(
                "/",
                task: { _ in
                    started.set()
                    await withTaskCancellationHandler {
                        await cancelled.wait()
                    } onCancel: {
                        cancelled.set()
                    }
                    return .text("never sent")
                }
            )
        } _: { test in
            async let client: Void = test.talk { client in
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                client.finishSending()
                _ = try? client.receiveToEnd()
            }
            await started.wait()
            await cancelled.wait()
            try await client
            await test.log.wait {
                if case .requestFinished(let record) = $0 { !record.isComplete } else { false }
            }
        }
    }

    @Test func `the second task of a connection is cancelled too`() async throws {
        let cancelled = Signal()
        try await TestServer.run { group in
            group.get("/quick", task: { _ in .text("quick") })
            group.get(
                "/slow",
                task: { _ in
                    await withTaskCancellationHandler {
                        await cancelled.wait()
                    } onCancel: {
                        cancelled.set()
                    }
                    return .text("never sent")
                }
            )
        } _: { test in
            try await test.talk { client in
                _ = try client.exchange("GET /quick HTTP/1.1\r\nHost: a\r\n\r\n")
                try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
                client.finishSending()
                _ = try? client.receiveToEnd()
            }
            await cancelled.wait()
        }
    }

    @Test func `many tasks at once are all answered`() async throws {
        try await TestServer.run { group in
            group.get(
                "/{n}",
                task: { request in
                    await Task.yield()
                    return .text(try request.parameters.text("n"))
                }
            )
        } _: { test in
            let wrong = try await withThrowingTaskGroup(of: Int.self) { tasks in
                for thread in 0..<8 {
                    tasks.addTask {
                        try await test.talk { client in
                            try (0..<200).count {
                                let n = thread * 1_000 + $0
                                return try client.exchange("GET /\(n) HTTP/1.1\r\nHost: a\r\n\r\n").text
                                    != "\(n)"
                            }
                        }
                    }
                }
                return try await tasks.reduce(0, +)
            }
            #expect(wrong == 0)
        }
    }

    @Test func `an error that nobody foresaw says nothing to the client, and all to the log`() async throws {
        try await TestServer.run { group in
            group.get("/inline", inline: { _ in throw Unforeseen() })
            group.get("/task", task: { _ in throw Unforeseen() })
        } _: { test in
            for path in ["/inline", "/task"] {
                let response = try await test.exchange("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(response.status == 500)
                #expect(response.text.contains(#""code":"internal""#))
                #expect(!response.text.contains("Unforeseen"))
                await test.log.wait {
                    guard case .handlerFailed(let failure) = $0 else { return false }
                    return failure.route == path && failure.description.contains("Unforeseen")
                }
            }
        }
    }
}
