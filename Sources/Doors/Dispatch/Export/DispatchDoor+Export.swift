import Formats
import HTTP
import Ledger
import Reports
import Territory

/// A queue as a file: `/dispatch/export.csv` and `/dispatch/export.geojson`, under the filters of the queue.
///
/// It is written while it is sent, page by page: what it takes of memory does not grow with it, and a client that reads
/// slowly holds no connection to the database.
extension DispatchDoor {
    func openExport(_ group: inout RouteGroup) {
        page(&group, "/export.csv", requiring: .export) { visit in
            try await export(visit, as: .csv, named: "emapa.csv") { CSVExport() }
        }
        page(&group, "/export.geojson", requiring: .export) { visit in
            try await export(visit, as: .geoJSON, named: "emapa.geojson") { GeoJSONExport() }
        }
    }

    private func export<Form: ExportForm>(
        _ visit: StaffVisit,
        as type: ContentType,
        named name: String,
        _ make: @escaping @Sendable () -> Form
    ) async throws -> Response {
        let asked = QueueQuery(visit.request.query, of: visit.staff, in: visit.city, at: visit.now)
        // A file with other reports than were asked for would be taken for the truth.
        if let problem = asked.problem {
            throw Problem(
                .badRequest,
                code: "invalid-filter",
                title: LocalizedText(pl: "Nieprawidłowe parametry", en: "Invalid parameters"),
                detail: problem
            )
        }
        var filter = asked.reportFilter
        // What a unit was merely asked about it may read, and not carry away.
        filter.audience = .staff(unit: visit.staff.unit)
        let names = StaffNames(try await accounts.list())
        let stream = ResponseStream { [ledger, filter] writer in
            var form = make()
            try await writer.write(form.begin())
            var part: ExportPart? = try await ledger.exported(filter, after: nil)
            while let (lines, next) = part {
                // The next part is read while this one is written and sent.
                async let following = ledger.part(of: filter, after: next)
                let records = lines.map { line in
                    ExportRecord(
                        line: line,
                        categoryName: visit.city.catalogue[line.category]?.name[visit.language]
                            ?? line.category,
                        statusName: visit.words("shared.statuses.\(line.status.rawValue)"),
                        holder: line.assignee.map { names.name(of: $0) } ?? ""
                    )
                }
                try await writer.write(form.append(records))
                part = try await following
            }
            try await writer.write(form.end())
        }
        var response = Response(.ok, body: .stream(stream))
        response.headers.add(.contentType, type.value)
        response.headers.add(
            "Content-Disposition",
            HeaderValue("attachment; filename=\"\(name)\"") ?? "attachment"
        )
        DispatchSite.seal(&response)
        return response
    }
}

/// Some lines of an export, and the place after which the next ones begin; nil at its end.
private typealias ExportPart = (lines: [QueueLine], next: PageKey?)

extension Ledger {
    /// The part that begins after a place; nil without one.
    fileprivate func part(of filter: ReportFilter, after key: PageKey?) async throws -> ExportPart? {
        guard let key else { return nil }
        return try await exported(filter, after: key)
    }
}

/// A form of files that grows record by record.
protocol ExportForm: Sendable {
    mutating func begin() -> [UInt8]
    mutating func append(_ records: [ExportRecord]) -> [UInt8]
    mutating func end() -> [UInt8]
}

/// For spreadsheets.
struct CSVExport: ExportForm {
    private var csv = CSVWriter(withMark: true)

    mutating func begin() -> [UInt8] {
        for column in ExportRecord.columns { csv.plain(column) }
        csv.endRecord()
        return csv.take()
    }

    mutating func append(_ records: [ExportRecord]) -> [UInt8] {
        for record in records { record.write(to: &csv) }
        return csv.take()
    }

    mutating func end() -> [UInt8] { [] }
}

/// For maps (RFC 7946).
struct GeoJSONExport: ExportForm {
    private var hasFeature = false

    mutating func begin() -> [UInt8] { Array(#"{"type":"FeatureCollection","features":["#.utf8) }

    mutating func append(_ records: [ExportRecord]) -> [UInt8] {
        var bytes: [UInt8] = []
        for record in records {
            bytes.append(contentsOf: (hasFeature ? ",\n" : "\n").utf8)
            hasFeature = true
            var json = JSONWriter(reserving: 1_024)
            record.write(to: &json)
            bytes.append(contentsOf: json.bytes)
        }
        return bytes
    }

    mutating func end() -> [UInt8] { Array("\n]}\n".utf8) }
}
