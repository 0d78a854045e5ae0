import Reports
import Testing

@testable import LiveMap

struct MapMergingTests {
    /// A store with one large run and enough newer pins that they are due to be merged with it in the background.
    private func dueStore() throws -> MapStore {
        var store = MapStore(on: try MapDay("2026-06-30"))
        var list = PinList()
        for serial in 1...10_000 {
            let mark = try ReportMark.sample(serial: serial, longitude: 19.8 + Double(serial) / 50_000)
            let pin = Pin(mark, symbols: &store.symbols)
            list.append(try #require(pin))
        }
        list.sort()
        let symbols = store.symbols
        store.replaceAll(with: Run(PinTable(list), on: store.basis, symbols: symbols), symbols: symbols)
        for serial in 10_001...12_000 { _ = store.apply(try .sample(serial: serial)) }
        return store
    }

    @Test func `a merge in the background comes to its end, however much is added meanwhile`() throws {
        var store = try dueStore()
        let due = store.takeDue()
        let tiers = try #require(due)
        let run = try #require(MapStore.merged(tiers, on: store.basis, symbols: store.symbols))
        for serial in 12_001...14_000 { _ = store.apply(try .sample(serial: serial)) }
        for serial in 1...500 { _ = store.apply(try .sample(serial: serial, version: 2)) }
        let again = store.takeDue()
        #expect(again?.count == nil, "who merges has them to himself")
        let isInstalled = store.install(run, for: tiers)
        #expect(isInstalled)
        let count = store.snapshot().count
        #expect(count == 14_000)
    }

    @Test func `small runs are merged while a large merge is due or under way`() throws {
        var store = try dueStore()
        _ = store.takeDue()
        for serial in 12_001...20_000 { _ = store.apply(try .sample(serial: serial)) }
        #expect(store.tiers.count < 16)
        let count = store.snapshot().count
        #expect(count == 20_000)
    }
}
