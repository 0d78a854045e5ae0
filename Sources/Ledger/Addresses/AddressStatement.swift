import Addresses
import Geography
import PostgreSQL

/// The statements that look for one reading of a query: first the names that fit, then the entries under them.
struct AddressStatement {
    /// What `Address.init(row:)` reads.
    static let columns: SQL = "street, number, postcode, lon, lat, kind, precision_m, source"

    private let reading: AddressQuery.Reading
    private let near: Metres?
    private let limit: Int

    init(_ reading: AddressQuery.Reading, near: Metres?, limit: Int) {
        self.reading = reading
        self.near = near
        self.limit = limit
    }

    /// Names of which each word begins with a word of the query.
    var byBeginnings: SQL {
        let name = reading.street.name
        // Folding leaves letters, digits and slashes, so no word is a pattern by itself.
        let patterns = name.split(separator: " ").map { word -> SQL in "searched LIKE \("% \(word)%")" }
        let names: SQL = """
            SELECT id, CASE WHEN name = \(name) THEN 0 WHEN starts_with(name, \(name)) THEN 1 ELSE 2 END AS fit,
                \(astray) AS astray, 1::real AS likeness, \(distance) AS away
            FROM address_street WHERE \(SQL.joined(patterns, separator: " AND "))
            ORDER BY fit, astray, away, length(name), name, id LIMIT \(Int32(clamping: 2 * limit))
            """
        return entries(under: names)
    }

    /// Names that are like the query's: by their trigrams, or after swapping two neighbours, which spoils most of them.
    ///
    /// Those that are far less like it than the best are left out.
    var byLikeness: SQL {
        let name = reading.street.name
        let names: SQL = """
            SELECT id, 3 AS fit, astray, likeness
            FROM (
                SELECT *, max(likeness) OVER () AS best
                FROM (
                    SELECT id, \(astray) AS astray, \(distance) AS away,
                        CASE WHEN name = ANY (\(AddressStatement.swapped(name))) THEN 2
                            ELSE word_similarity(\(name), searched) + similarity(\(name), searched) END AS likeness
                    FROM address_street
                    WHERE \(name) <% searched OR name = ANY (\(AddressStatement.swapped(name)))
                ) AS candidate
            ) AS compared
            WHERE likeness >= best * 0.75
            ORDER BY likeness DESC, astray, away, id LIMIT \(Int32(clamping: limit))
            """
        return entries(under: names)
    }

    /// The name with each two neighbours swapped in turn.
    private static func swapped(_ name: String) -> [String] {
        let letters = Array(name.unicodeScalars)
        return letters.indices.dropLast().map { index in
            var swapped = letters
            swapped.swapAt(index, index + 1)
            return swapped.reduce(into: "") { $0.unicodeScalars.append($1) }
        }
    }

    /// Runs a statement and reads what it found.
    func matches(_ statement: SQL, in session: borrowing Session) throws -> [AddressMatch] {
        try session.query(statement).map { row in
            guard let name = NameFit(rawValue: Int(try row.decode(Int32.self, at: 8))),
                let number = NumberFit(rawValue: Int(try row.decode(Int32.self, at: 9)))
            else { throw BrokenRow(table: "address", column: "fit") }
            let distance: Double = try row.decode(at: 10)
            return AddressMatch(
                address: try Address(row: row),
                name: name,
                number: number,
                distance: near == nil ? nil : distance
            )
        }
    }

    /// Of each name the entry that fits best goes before second ones, so that one long street does not fill the list.
    private func entries(under names: SQL) -> SQL {
        """
        WITH name AS MATERIALIZED (\(names))
        SELECT \(AddressStatement.columns), fit, number_fit, distance
        FROM (
            SELECT *, row_number() OVER (
                PARTITION BY street_id
                ORDER BY number_fit, number_gap, number IS NOT NULL, distance, house, number_folded
            ) AS nth
            FROM (
                SELECT address.*, name.fit, name.astray, name.likeness, \(distance) AS distance,
                    \(numberFit) AS number_fit, \(numberGap) AS number_gap
                FROM name JOIN address ON address.street_id = name.id
            ) AS entry
        ) AS ranked
        WHERE nth = 1 OR number_fit < 4
        ORDER BY \(spill), fit, number_fit = 4, likeness DESC, astray, number_fit, distance, length(street), street,
            house, number_folded, id
        LIMIT \(Int32(clamping: limit))
        """
    }

    private var astray: SQL {
        guard let way = reading.street.way else { return "0" }
        return "(way <> \(way))::integer"
    }

    private var distance: SQL {
        guard let near else { return "0::double precision" }
        return "sqrt((east - \(near.x)) ^ 2 + (north - \(near.y)) ^ 2)"
    }

    private var numberFit: SQL {
        guard let number = reading.number else { return "0" }
        return """
            CASE WHEN number_folded = \(number.text) THEN 0 WHEN house = \(Int32(clamping: number.house)) THEN 1
                WHEN starts_with(number_folded, \(number.text)) THEN 2 WHEN number IS NULL THEN 3 ELSE 4 END
            """
    }

    private var numberGap: SQL {
        guard let number = reading.number else { return "0" }
        return "abs(house - \(Int32(clamping: number.house)))"
    }

    private var spill: SQL {
        reading.number == nil ? "nth > 1" : "nth < 1"
    }
}

extension Address {
    /// Reads the columns of `AddressStatement.columns`.
    init(row: borrowing Row) throws {
        guard
            let coordinate = Coordinate(
                longitude: try row.decode(at: 3),
                latitude: try row.decode(at: 4)
            )
        else { throw BrokenRow(table: "address", column: "lon") }
        self.init(
            street: try row.decode(at: 0),
            number: try row.decode(at: 1),
            postcode: try row.decode(at: 2),
            coordinate: coordinate,
            kind: try row.decode(at: 5),
            precision: try row.decode(at: 6),
            origin: try row.decode(at: 7)
        )
    }
}
