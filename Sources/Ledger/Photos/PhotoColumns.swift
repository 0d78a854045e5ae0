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

extension ReportPhoto {
    /// The photos of a `report` named `r` in their order, each as a text that `init(column:)` reads.
    static let column: SQL = """
        ARRAY(SELECT encode(p.hash, 'hex') || ' ' || p.width || ' ' || p.height FROM report_photo rp
            JOIN photo p ON p.hash = rp.photo WHERE rp.report_id = r.id ORDER BY rp.position)
        """

    init?(column text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let id = PhotoIdentifier(parsing: parts[0]), let width = Int(parts[1]),
            let height = Int(parts[2])
        else { return nil }
        self.init(id: id, width: width, height: height)
    }
}
