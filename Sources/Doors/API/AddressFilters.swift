import Addresses
import Geography
import HTTP

/// The parameters of the address search, each at most once and none that is not known.
struct AddressFilters {
    static let usualLimit = 10
    static let mostEntries = 20

    private let values: [String: String]

    init(_ query: Query, known: [String]) throws(Problem) {
        var values: [String: String] = [:]
        for item in query.items {
            guard known.contains(item.name) else {
                throw .unknownAddressFilter(item.name, known: known.joined(separator: ", "))
            }
            guard values.updateValue(item.value, forKey: item.name) == nil else {
                throw .repeatedAddressFilter(item.name)
            }
        }
        self.values = values
    }

    /// What is looked for.
    func query(in city: String) throws(Problem) -> AddressQuery {
        guard let text = values["q"] else { throw .missingAddressFilter("q") }
        guard let query = AddressQuery(text, in: city) else { throw .unfitAddressQuery }
        return query
    }

    /// The place, which must be given.
    func place() throws(Problem) -> Coordinate {
        let longitude = try degrees("lon", upTo: 180)
        let latitude = try degrees("lat", upTo: 90)
        guard let place = Coordinate(longitude: longitude, latitude: latitude) else {
            throw .addressDegrees("lon", upTo: 180)
        }
        return place
    }

    /// The place, if either of its numbers is given.
    func placeIfAny() throws(Problem) -> Coordinate? {
        values["lon"] == nil && values["lat"] == nil ? nil : try place()
    }

    /// How many entries are wanted.
    func limit() throws(Problem) -> Int {
        guard let text = values["limit"] else { return AddressFilters.usualLimit }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let limit = Int(text),
            (1...AddressFilters.mostEntries).contains(limit)
        else { throw .addressLimit(AddressFilters.mostEntries) }
        return limit
    }

    private func degrees(_ name: String, upTo limit: Int) throws(Problem) -> Double {
        guard let text = values[name] else { throw .missingAddressFilter(name) }
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
        guard isPlain, let degrees = Double(text), abs(degrees) <= Double(limit) else {
            throw .addressDegrees(name, upTo: limit)
        }
        return degrees
    }
}
