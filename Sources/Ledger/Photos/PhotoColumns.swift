import Photos
package import PostgreSQL
package import Reports

/// The digest as a `bytea`.
extension PhotoIdentifier: ColumnValue {
    package static var columnType: ColumnType { .bytea }

    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard let identifier = PhotoIdentifier(bytes: try [UInt8](column: bytes, type: type)) else {
            throw .wrongLength(bytes.count)
        }
        self = identifier
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.bytes)
    }
}

extension StoredPhoto {
    /// The edition as the table keeps it.
    var editionColumn: Int64 { Int64(bitPattern: edition) }

    /// Reads the columns `hash, edition`.
    init(row: borrowing Row) throws {
        self.init(try row.decode(at: 0), edition: UInt64(bitPattern: try row.decode(Int64.self, at: 1)))
    }
}

extension SQL {
    /// The rows of some photos: `(VALUES …)` would need a type for each, and an array of `bytea` has none here.
    static func hashes(_ photos: [PhotoIdentifier]) -> SQL {
        "SELECT decode(id, 'hex') FROM unnest(\(photos.map(\.description))::text[]) AS id"
    }
}
