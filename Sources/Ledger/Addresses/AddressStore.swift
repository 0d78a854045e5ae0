package import Addresses
import Geography
package import PostgreSQL
import Synchronization

/// The city's own addresses in the database: replaced as a whole, searched by name, found by place.
///
/// PROJ keeps state behind a handle, so turning a coordinate into metres is done by one thread at a time; it takes
/// microseconds.
package final class AddressStore: Sendable {
    let database: Database
    private let projection: Mutex<Projection>

    /// A store on a migrated database.
    package init(_ database: Database) throws {
        self.database = database
        projection = Mutex(try Projection())
    }

    /// How many entries there are.
    package func count() async throws -> Int {
        try await database.read { session in
            try session.query("SELECT count(*) FROM address").one { Int(try $0.decode(Int64.self, at: 0)) }
        }
    }

    /// Puts the entries in place of all that were there, in one transaction.
    package func replace(with addresses: [Address]) async throws {
        try await database.write { transaction in
            try AddressStore.lock(transaction)
            try self.write(addresses, in: transaction)
        }
    }

    /// Fills an empty table; of several instances that start at once, one does it.
    ///
    /// Returns whether this call did.
    @discardableResult
    package func fill(with addresses: [Address]) async throws -> Bool {
        try await database.write { transaction in
            try AddressStore.lock(transaction)
            let isEmpty = try transaction.query("SELECT NOT EXISTS (SELECT FROM address)").one {
                try $0.decode(Bool.self, at: 0)
            }
            guard isEmpty else { return false }
            try self.write(addresses, in: transaction)
            return true
        }
    }

    /// Where coordinates are in the grid.
    func metres(of coordinates: [Coordinate]) throws -> [Metres] {
        try projection.withLock { projection throws(ProjectionError) in try projection.metres(of: coordinates)
        }
    }

    /// Readers go on seeing what was there; another writer waits.
    private static func lock(_ transaction: borrowing Session) throws {
        // A whole register takes as long as it takes.
        try transaction.execute("SET LOCAL statement_timeout = 0")
        try transaction.execute("LOCK TABLE address_street, address IN SHARE ROW EXCLUSIVE MODE")
    }
}
