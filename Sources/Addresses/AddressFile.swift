package import Formats
package import Geography

/// A file of addresses: comma-separated values with a header line.
///
/// The columns `street`, `number`, `lon`, `lat` and `postcode` must be there, in any order; `kind`, `precision_m` and
/// `source` may be; others are passed over. One bad line refuses the file.
package struct AddressFile: Sendable {
    /// The entries in their order.
    package let addresses: [Address]

    /// Reads a whole file in UTF-8; what lies outside the city's box, if it is given, is refused.
    package init(parsing bytes: [UInt8], within bounds: Bounds? = nil) throws(AddressFileError) {
        var reader = CSVReader(bytes)
        guard let header = try AddressFile.next(&reader) else { throw .empty }
        let columns = try AddressColumns(header)
        var addresses: [Address] = []
        while let record = try AddressFile.next(&reader) {
            // An empty line, most often the last.
            if record.fields == [""] { continue }
            addresses.append(try columns.address(record, within: bounds))
        }
        guard !addresses.isEmpty else { throw .empty }
        self.addresses = addresses
    }

    private static func next(_ reader: inout CSVReader) throws(AddressFileError) -> CSVReader.Record? {
        do {
            return try reader.next()
        } catch {
            throw .malformed(error)
        }
    }
}

/// Why a file of addresses is refused.
package enum AddressFileError: Error, Equatable, CustomStringConvertible {
    /// It has no line of values.
    case empty
    /// It is no comma-separated file.
    case malformed(CSVError)
    /// The header line lacks columns.
    case missingColumns([String])
    /// The header line has a column twice.
    case repeatedColumn(String)
    /// A value cannot be used.
    case value(line: Int, field: String, reason: String)

    /// The place and what was expected.
    package var description: String {
        switch self {
        case .empty: "there is no address in the file"
        case .malformed(let error): "\(error)"
        case .missingColumns(let names): "line 1: the header lacks \(names.joined(separator: ", "))"
        case .repeatedColumn(let name): "line 1, \(name): the header has this column twice"
        case .value(let line, let field, let reason): "line \(line), \(field): \(reason)"
        }
    }
}
