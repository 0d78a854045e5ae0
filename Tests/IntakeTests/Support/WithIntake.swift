import Addresses
import Formats
import Geography
import Intake
import Ledger
import PostgreSQL
import Reports
import Territory
import TestSupport
import Testing

/// An intake of Kraków on a database of its own, with a few addresses.
struct IntakeUnderTest {
    let intake: Intake
    let ledger: Ledger
    let database: Database

    /// How many reports are kept.
    func reports() async throws -> Int {
        try await database.read { session in
            try session.query("SELECT count(*) FROM report").one { Int(try $0.decode(Int64.self, at: 0)) }
        }
    }
}

/// Runs a test with an intake.
func withIntake(
    _ name: String,
    _ body: (IntakeUnderTest) async throws -> Void
) async throws {
    try await withDatabase(name) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        let city = CurrentCity(try Krakow.city)
        let ledger = Ledger(database, of: city.value.profile) { _ in }
        let store = try AddressStore(database)
        try await store.replace(with: try addresses())
        let search = AddressSearch(store) { _ in true }
        let intake = Intake(
            city: city,
            ledger: ledger,
            addresses: AddressPlacing(search, city: "Kraków")
        )
        try await body(IntakeUnderTest(intake: intake, ledger: ledger, database: database))
    }
}

private func addresses() throws -> [Address] {
    func address(_ street: String, _ number: String?, _ lon: Double, _ lat: Double) throws -> Address {
        Address(
            street: street,
            number: number,
            coordinate: try #require(Coordinate(longitude: lon, latitude: lat)),
            kind: number == nil ? .street : .address
        )
    }
    return [
        try address("ul. Długa", nil, 19.9390, 50.0700), try address("ul. Długa", "12", 19.9386, 50.0685),
        try address("ul. Lipowa", nil, 19.9610, 50.0480), try address("os. Lipowa", nil, 20.0500, 50.0900),
    ]
}

extension Submission {
    /// A pothole on the main square.
    static func pothole(_ description: String = "Dziura w jezdni przy Sukiennicach") -> Submission {
        Submission(
            category: "road.pothole",
            description: description,
            coordinate: Coordinate(longitude: 19.9373, latitude: 50.0617)
        )
    }

    /// The same with something changed.
    func with(_ change: (inout Submission) -> Void) -> Submission {
        var copy = self
        change(&copy)
        return copy
    }
}
