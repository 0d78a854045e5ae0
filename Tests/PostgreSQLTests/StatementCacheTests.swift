import Testing

@testable import PostgreSQL

@Suite struct StatementCacheTests {
    private func key(_ text: String, _ types: [ColumnType] = []) -> StatementCache.Key {
        StatementCache.Key(text: text, types: types)
    }

    @Test func `the statement unused for longest goes first`() {
        var cache = StatementCache(capacity: 2)
        #expect(cache.insert(key("a"), name: "s1") == nil)
        #expect(cache.insert(key("b"), name: "s2") == nil)
        #expect(cache.name(of: key("a")) == "s1")
        #expect(cache.insert(key("c"), name: "s3") == "s2")
        #expect(cache.name(of: key("b")) == nil)
        #expect(cache.count == 2)
    }

    @Test func `the same text with other types is another statement`() {
        var cache = StatementCache(capacity: 4)
        _ = cache.insert(key("a", [.int4]), name: "s1")
        #expect(cache.name(of: key("a", [.int8])) == nil)
    }

    @Test func `a name is never given twice`() {
        var cache = StatementCache(capacity: 1)
        let names = (0..<100).map { _ in cache.newName() }
        cache.removeAll()
        #expect(Set(names + [cache.newName()]).count == 101)
    }
}
