import Reports
import Synchronization

extension LiveMap {
    /// The whole map as bytes that `restore` takes.
    package func savedBytes() -> [UInt8] {
        let snapshot = self.snapshot
        let tiers = snapshot.tiers
        // In one piece, so that the next start has nothing to merge.
        let run =
            tiers.count == 1 && tiers[0].graves.count == 0
            ? tiers[0].run : MapStore.merged(tiers, on: snapshot.basis, symbols: snapshot.symbols)
        var saved = MapBytes(reserving: 4_096 + (run?.table.byteCount ?? 0) + 4 * (run?.count ?? 0))
        saved.append(LiveMap.names)
        saved.append(snapshot.symbols.categories.names)
        saved.append(snapshot.symbols.units.names)
        saved.append(snapshot.symbols.districts.names)
        saved.append(snapshot.symbols.prefixes.names)
        guard let run else { return saved.bytes }
        saved.append(run.byNumber)
        run.table.append(to: &saved)
        return saved.bytes
    }

    /// Puts what was saved in the place of everything; what is applied meanwhile is kept.
    ///
    /// - Throws: `UnfitMapBytes`, and the map stays as it is.
    package func restore(_ bytes: [UInt8]) throws {
        writing.withLock { $0.meanwhile = [] }
        defer { writing.withLock { $0.meanwhile = nil } }
        var reader = MapBytesReader(bytes)
        guard try reader.texts() == LiveMap.names else { throw UnfitMapBytes.otherNames }
        guard let categories = SymbolTable(names: try reader.texts()),
            let units = SymbolTable(names: try reader.texts()),
            let districts = SymbolTable(names: try reader.texts()),
            let prefixes = SymbolTable(names: try reader.texts())
        else { throw UnfitMapBytes.inconsistent }
        let symbols = Symbols(categories: categories, units: units, districts: districts, prefixes: prefixes)
        guard !reader.isAtEnd else { return replace(with: nil, symbols: symbols) }
        let byNumber = try reader.column(UInt32.self)
        let table = try PinTable(reading: &reader)
        guard reader.isAtEnd else { throw UnfitMapBytes.malformed }
        guard table.isConsistent(with: symbols), table.isOrder(byNumber) else {
            throw UnfitMapBytes.inconsistent
        }
        let basis = writing.withLock { $0.store.basis }
        replace(with: Run(table, byNumber: byNumber, on: basis, symbols: symbols), symbols: symbols)
    }

    /// What the numbers of states and kinds stand for.
    private static var names: [String] {
        StateSlot.names + ReportKind.allCases.map(\.rawValue) + ["\(PinTraits.layout)"]
    }
}
