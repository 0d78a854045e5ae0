import Formats
import Glibc
import Ledger
import PostgreSQL
import Territory

/// The part of `make bench JOB=reading` that needs our own code: pages through our own pool.
///
/// Prints a shape's name, the median and the 99th percentile in milliseconds and the number of reports a line, with
/// tabs between them.
@main
struct Listing {
    static func main() async {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            guard arguments.count == 4, let times = Int(arguments[3]), times > 0 else {
                throw Failure("usage: Listing CONNECTION CITY WITHHELD TIMES; CITY is the text of city.json")
            }
            let withheld = arguments[2].split(separator: ",").map(String.init)
            try await measure(arguments[0], city: arguments[1], withheld: withheld, times: times)
        } catch {
            let text = Array("Listing: \(error)\n".utf8)
            _ = unsafe write(2, text, text.count)
            exit(1)
        }
    }

    private static func measure(
        _ connection: String,
        city profile: String,
        withheld: [String],
        times: Int
    ) async throws {
        let database = Database(DatabaseConfiguration(try ConnectionString(connection)))
        let city = try CityProfile(parsing: Array(profile.utf8))
        let ledger = Ledger(database, of: city) { _ in }
        for shape in try await Shape.all(in: ledger, withheld: withheld) {
            let took = try await shape.took(in: ledger, times: times)
            print("\(shape.name)\t\(took.median)\t\(took.tail)\t\(took.reports)")
        }
        await database.shutdown()
    }
}

/// What went wrong, in words for whoever runs the benchmark.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
