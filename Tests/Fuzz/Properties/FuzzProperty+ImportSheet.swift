import Formats
import Intake
import Reports
import Territory
import TestSupport

extension FuzzProperty {
    /// Whatever file is taken for a list of reports is refused in few words, or is one; written again it reads the same.
    package static let importSheet = FuzzProperty("importsheet") { bytes in
        let sheet = ImportSheet(bytes)
        if sheet.rows.count > ImportSheet.mostRows { return "more rows than there may be" }
        if sheet.problems.count > ImportSheet.mostProblems + 1 { return "more problems than are told" }
        if sheet.rows.isEmpty, sheet.problems.isEmpty { return "neither a report nor why not" }
        let lines = sheet.rows.map(\.line)
        if !zip(lines, lines.dropFirst()).allSatisfy({ $0 < $1 }) { return "lines in another order" }
        guard let zone = try? Krakow.city.timeZone else { return "Kraków can't be read" }
        for row in sheet.rows {
            if let fault = fault(in: row, zone) { return fault }
        }
        return sheet.problems.isEmpty ? differsWritten(sheet) : nil
    }

    private static let now = Timestamp(seconds: 1_782_820_800)

    private static func fault(in row: ImportSheet.Row, _ zone: TimeZoneRules) -> String? {
        for column in ImportColumn.allCases {
            guard let text = row[column] else { continue }
            if text.isEmpty || text.first?.isWhitespace == true || text.utf8.contains(0) {
                return "a value that nobody wrote"
            }
        }
        do throws(ImportProblems) {
            let submission = try row.submission(by: .reporter, in: zone, at: now)
            let year = zone.local(submission.received ?? now).date.year
            return (0...10_000).contains(year) ? nil : "a moment of the year \(year)"
        } catch {
            return error.list.isEmpty ? "refused without a reason" : nil
        }
    }

    private static func differsWritten(_ sheet: ImportSheet) -> String? {
        // What goes over several lines, or is nothing but spaces, may come to stand otherwise.
        let rows = sheet.rows.filter { row in ImportColumn.allCases.contains { row[$0] != nil } }
        guard !rows.isEmpty else { return nil }
        var csv = CSVWriter()
        for column in ImportColumn.allCases { csv.plain(column.rawValue) }
        csv.endRecord()
        for row in rows {
            for column in ImportColumn.allCases { csv.plain(quoted(row[column] ?? "")) }
            csv.endRecord()
        }
        let again = ImportSheet(csv.bytes)
        let isSame =
            again.rows.count == rows.count
            && zip(again.rows, rows).allSatisfy { new, old in
                ImportColumn.allCases.allSatisfy { new[$0] == old[$0] }
            }
        return isSame ? nil : "written again it differs"
    }

    /// Byte by byte: to Swift a quote with a combining mark behind it is no quote.
    private static func quoted(_ text: String) -> String {
        let quote = UInt8(ascii: "\"")
        let inside = text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return String(decoding: [quote] + inside + [quote], as: UTF8.self)
    }
}
