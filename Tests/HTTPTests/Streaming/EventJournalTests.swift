import Testing

@testable import HTTP

struct EventJournalTests {
    private func journal(_ capacity: Int, bytes: Int = 10_000, of words: [String]) -> EventJournal {
        var journal = EventJournal(source: "x-y", capacity: capacity, byteCapacity: bytes)
        for word in words { _ = journal.add(ServerSentEvent(data: word)) }
        return journal
    }

    private func texts(_ events: ArraySlice<[UInt8]>?) -> [String]? {
        events?.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `an event gets its number, and is kept with it`() {
        var journal = journal(4, of: [])
        #expect(journal.position == "x-y-0")
        let bytes = journal.add(ServerSentEvent(data: "one", name: "word"))
        #expect(String(decoding: bytes, as: UTF8.self) == "id: x-y-1\nevent: word\ndata: one\n\n")
        #expect(journal.position == "x-y-1")
        #expect(texts(journal.events(after: "x-y-0")) == ["id: x-y-1\nevent: word\ndata: one\n\n"])
        #expect(texts(journal.events(after: "x-y-1")) == [])
    }

    @Test func `the oldest go when there are too many`() {
        let journal = journal(2, of: ["one", "two", "three"])
        #expect(journal.events(after: "x-y-0") == nil)
        #expect(journal.events(after: "x-y-1")?.count == 2)
        #expect(journal.events(after: "x-y-3")?.isEmpty == true)
    }

    @Test func `the oldest go when they are too long`() {
        let length = Array("id: x-y-1\ndata: one\n\n".utf8).count
        let journal = journal(100, bytes: 2 * length, of: ["one", "two", "six"])
        #expect(journal.events(after: "x-y-0") == nil)
        #expect(journal.events(after: "x-y-1")?.count == 2)
    }

    @Test func `one that is longer than all may be is sent and not kept`() {
        let journal = journal(100, bytes: 10, of: ["longer than ten bytes"])
        #expect(journal.events(after: "x-y-0") == nil)
        #expect(journal.events(after: "x-y-1")?.isEmpty == true)
    }

    @Test(arguments: ["x-1", "x-y", "x-y-", "x-y-3", "x-y--1", "x-y-1 ", "", "-", "x-y-18446744073709551616"])
    func `an id of nobody's is not known`(id: String) {
        #expect(journal(4, of: ["one", "two"]).events(after: id) == nil)
    }
}
