import Formats
import Geography
import Glibc
import Reports

/// Reports as `export.sql` writes them: number, kind, category, status, unit, district, moments in seconds, place.
enum PointExport {
    /// Reads up to so many reports; a line that is none is an error.
    static func read(_ path: String, most count: Int) throws -> [ReportMark] {
        guard let file = unsafe fopen(path, "r") else { throw UnreadableLine(text: path) }
        defer { unsafe fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { unsafe free(line) }
        var marks: [ReportMark] = []
        while marks.count < count, unsafe getline(&line, &room, file) > 0, let start = unsafe line {
            let text = unsafe String(cString: start)
            guard let mark = mark(of: text, serial: marks.count) else { throw UnreadableLine(text: text) }
            marks.append(mark)
        }
        return marks
    }

    private static func mark(of line: String, serial: Int) -> ReportMark? {
        let fields = line.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 10, let number = ReportNumber(parsing: fields[0]),
            let kind = ReportKind(rawValue: String(fields[1])),
            let status = ReportStatus(rawValue: String(fields[3])),
            let created = Int64(fields[6]), let longitude = Double(fields[8]),
            let latitude = Double(fields[9]),
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        else { return nil }
        return ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: number,
            coordinate: coordinate,
            kind: kind,
            category: String(fields[2]),
            status: status,
            unit: String(fields[4]),
            district: String(fields[5]),
            created: Timestamp(seconds: created),
            closed: Int64(fields[7]).map { Timestamp(seconds: $0) },
            supporters: 0,
            version: 1
        )
    }
}

/// A file or a line of it that cannot be read.
struct UnreadableLine: Error, CustomStringConvertible {
    let text: String

    var description: String { "not to be read: \(text)" }
}
