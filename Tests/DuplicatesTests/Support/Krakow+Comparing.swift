import Duplicates
import Formats
import Geography
import Reports
import TestSupport
import Testing

/// Kraków's rules as they ship.
enum Comparing {
    static var comparer: Comparer {
        get throws {
            let catalogue = try CategoryCatalogue(parsing: Checkout.read("geodata/krakow/categories.json"))
            let rules = try LikenessRules(
                parsing: Checkout.read("geodata/krakow/duplicates.json"),
                catalogue: catalogue
            )
            return Comparer(rules, catalogue: catalogue)
        }
    }
}

/// A report of a test: so many metres east of one place, sent so many days after one moment.
struct Written {
    var text: String
    var category = "road.light"
    var east = 0.0
    var days = 0.0
    var closedAfter: Double?
    var photos: [UInt64] = []
    var sender: UInt64?

    init(_ text: String, _ category: String = "road.light", east: Double = 0, days: Double = 0) {
        self.text = text
        self.category = category
        self.east = east
        self.days = days
    }

    func with(_ change: (inout Written) -> Void) -> Written {
        var copy = self
        change(&copy)
        return copy
    }

    func compared(by comparer: Comparer) throws -> ComparedReport {
        ComparedReport(
            category: category,
            coordinate: try #require(Coordinate(longitude: 19.9373 + east / 71_550, latitude: 50.0617)),
            text: comparer.traits(of: ReportWords(masking: text, address: nil), in: category),
            created: Written.moment(days),
            closing: closedAfter.map { .init(at: Written.moment($0), status: .resolved) },
            photos: photos,
            sender: sender
        )
    }

    private static func moment(_ days: Double) -> Timestamp {
        Timestamp(seconds: 1_782_820_800 + Int64(days * 86_400))
    }
}

extension Comparer {
    func likeness(of new: Written, to old: Written) throws -> Likeness {
        likeness(of: try new.compared(by: self), to: try old.compared(by: self))
    }
}
