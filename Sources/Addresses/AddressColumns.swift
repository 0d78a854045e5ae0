import Formats
import Geography

/// Where the columns of a file of addresses stand, and how its values are read.
struct AddressColumns {
    private enum Column: String, CaseIterable {
        case street, number, lon, lat, postcode, kind
        case precision = "precision_m"
        case source

        static let required: [Column] = [.street, .number, .lon, .lat, .postcode]
    }

    private static let longestName = 200
    private static let coarsest = 10_000.0

    private var places: [Column: Int] = [:]
    private let width: Int

    init(_ header: CSVReader.Record) throws(AddressFileError) {
        width = header.fields.count
        for (index, name) in header.fields.enumerated() {
            guard let column = Column(rawValue: name) else { continue }
            guard places[column] == nil else { throw .repeatedColumn(name) }
            places[column] = index
        }
        let missing = Column.required.filter { places[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else { throw .missingColumns(missing) }
    }

    func address(_ record: CSVReader.Record, within bounds: Bounds?) throws(AddressFileError) -> Address {
        func refuse(_ column: Column, _ reason: String) -> AddressFileError {
            .value(line: record.line, field: column.rawValue, reason: reason)
        }
        guard record.fields.count == width else {
            let reason = "the line has \(record.fields.count) values, the header \(width)"
            throw .value(line: record.line, field: "", reason: reason)
        }
        func text(_ column: Column, upTo length: Int) throws(AddressFileError) -> String? {
            guard let text = places[column].map({ record.fields[$0] }), !text.isEmpty else { return nil }
            guard text.unicodeScalars.count <= length else {
                throw refuse(column, "more than \(length) characters")
            }
            guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
                throw refuse(column, "a line end or another control character")
            }
            return text
        }
        guard let street = try text(.street, upTo: AddressColumns.longestName),
            !FoldedStreet(street).name.isEmpty
        else { throw refuse(.street, "a name is expected") }
        let number = try text(.number, upTo: 20)
        func degrees(_ column: Column) throws(AddressFileError) -> Double {
            guard let degrees = try text(column, upTo: 30).flatMap(AddressColumns.decimal) else {
                throw refuse(column, "degrees are expected, as in 19.938333")
            }
            return degrees
        }
        let (longitude, latitude) = (try degrees(.lon), try degrees(.lat))
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw refuse(.lon, "is not on Earth")
        }
        if let bounds, !bounds.contains(coordinate) {
            let swapped = Coordinate(longitude: latitude, latitude: longitude)
            let looksSwapped = swapped.map(bounds.contains) == true
            throw refuse(.lon, looksSwapped ? "lon and lat look swapped" : "lies outside the city")
        }
        return Address(
            street: street,
            number: number,
            postcode: try text(.postcode, upTo: 12),
            coordinate: coordinate,
            kind: try kind(try text(.kind, upTo: 20), number: number, refuse),
            precision: try precision(try text(.precision, upTo: 20), refuse),
            origin: try text(.source, upTo: 500)
        )
    }

    private func kind(
        _ text: String?,
        number: String?,
        _ refuse: (Column, String) -> AddressFileError
    ) throws(AddressFileError) -> AddressKind {
        guard let text else { return number == nil ? .street : .address }
        guard let kind = AddressKind(rawValue: text) else {
            let known = AddressKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw refuse(.kind, "one of \(known) is expected")
        }
        return kind
    }

    private func precision(
        _ text: String?,
        _ refuse: (Column, String) -> AddressFileError
    ) throws(AddressFileError) -> Double? {
        guard let text else { return nil }
        guard let metres = AddressColumns.decimal(text), (0...AddressColumns.coarsest).contains(metres) else {
            throw refuse(.precision, "metres from 0 to 10000 are expected")
        }
        return metres
    }

    /// A number in plain decimal digits: no exponent, no infinity, no comma.
    static func decimal(_ text: String) -> Double? {
        let plain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
        return plain ? Double(text) : nil
    }
}
