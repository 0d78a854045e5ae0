package import Reports
import Synchronization

extension LiveMap {
    /// Lets `body` load all reports, which replace those of now at once, when it returns; changes meanwhile are kept.
    ///
    /// When it throws, the map stays as it is. `body` may hand over reports from any one thread at a time.
    package func refill<Value>(
        _ body: (_ take: @escaping @Sendable ([ReportMark]) -> Void) async throws -> Value
    ) async rethrows -> Value {
        writing.withLock { $0.meanwhile = [] }
        defer { writing.withLock { $0.meanwhile = nil } }
        let filling = Mutex(Filling())
        let value = try await body { marks in filling.withLock { $0.take(marks) } }
        var (list, symbols) = filling.withLock { filling in
            defer { filling = Filling() }
            return (filling.list, filling.symbols)
        }
        list.sort()
        let basis = writing.withLock { $0.store.basis }
        replace(
            with: list.count > 0 ? Run(PinTable(list), on: basis, symbols: symbols) : nil,
            symbols: symbols
        )
        return value
    }

    /// Puts a run in the place of all, and adds what was heard in between.
    func replace(with run: Run?, symbols: Symbols) {
        rewrite(.everything) { writing in
            writing.store.replaceAll(with: run, symbols: symbols)
            for mark in writing.meanwhile ?? [] { _ = writing.store.apply(mark) }
            writing.meanwhile = nil
        }
        // The day may have changed while it was loaded.
        bringUpToDate()
    }

    private struct Filling {
        var list = PinList()
        var symbols = Symbols()

        mutating func take(_ marks: [ReportMark]) {
            for mark in marks { if let pin = Pin(mark, symbols: &symbols) { list.append(pin) } }
        }
    }
}
