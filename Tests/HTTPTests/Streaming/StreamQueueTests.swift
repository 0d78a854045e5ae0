import Testing

@testable import HTTP

struct StreamQueueTests {
    private func read(_ queue: inout StreamQueue, _ count: Int) -> (BodyReadResult, [UInt8]) {
        var bytes = [UInt8](repeating: 0, count: count)
        let result = unsafe bytes.withUnsafeMutableBytes { unsafe queue.read(into: $0) }
        guard case .bytes(let filled) = result else { return (result, []) }
        return (result, Array(bytes[..<filled]))
    }

    private func append(_ queue: inout StreamQueue, _ bytes: [UInt8]) -> Bool {
        queue.append(bytes)
    }

    @Test func `bytes come out as they went in, whatever the sizes`() {
        var generator = SplitMix(state: 7)
        var queue = StreamQueue(highWater: 1_000)
        var (written, seen): ([UInt8], [UInt8]) = ([], [])
        for _ in 0..<2_000 {
            let chunk = (0..<Int.random(in: 1...50, using: &generator)).map { _ in
                UInt8.random(in: .min ... .max, using: &generator)
            }
            #expect(append(&queue, chunk))
            written += chunk
            if Bool.random(using: &generator) {
                seen += read(&queue, Int.random(in: 1...100, using: &generator)).1
            }
        }
        queue.complete()
        while queue.buffered > 0 { seen += read(&queue, 64).1 }
        #expect(seen == written)
        #expect(queue.delivered == written.count)
        #expect(read(&queue, 10).0 == .end)
    }

    @Test func `an open queue waits, and a full one makes the writer wait`() {
        var queue = StreamQueue(highWater: 4)
        #expect(read(&queue, 10).0 == .wait)
        #expect(append(&queue, [1, 2, 3]))
        #expect(!queue.mustWait)
        #expect(append(&queue, [4]))
        #expect(queue.mustWait)
        #expect(read(&queue, 1).1 == [1])
        #expect(!queue.mustWait)
    }

    @Test func `a complete queue is emptied, a failed one is dropped`() {
        var complete = StreamQueue(highWater: 4)
        #expect(append(&complete, [1]))
        complete.complete()
        #expect(!append(&complete, [2]))
        #expect(read(&complete, 9).1 == [1])
        #expect(read(&complete, 9).0 == .end)

        var failed = StreamQueue(highWater: 4)
        #expect(append(&failed, [1]))
        failed.fail()
        #expect(!append(&failed, [2]))
        #expect(read(&failed, 9).0 == .failure)
        failed.complete()
        #expect(read(&failed, 9).0 == .failure)
    }

    @Test(
        arguments: [
            (ServerSentEvent(data: "a"), "id: 78\ndata: a\n\n"),
            (ServerSentEvent(data: ""), "id: 78\ndata: \n\n"),
            (
                ServerSentEvent(data: "a\r\nb\rc\n", name: "n\nx"),
                "id: 78\nevent: nx\ndata: a\ndata: b\ndata: c\ndata: \n\n"
            ),
        ])
    func `an event is written so that it cannot hold another`(event: ServerSentEvent, expected: String) {
        #expect(String(decoding: event.bytes(id: "7\r\n8"), as: UTF8.self) == expected)
    }
}
