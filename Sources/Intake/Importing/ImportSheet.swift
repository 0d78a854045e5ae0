import Formats

/// A list of reports as a file holds it: a head that names the columns, then a report a line.
package struct ImportSheet: Sendable {
    /// The most reports of one file.
    package static let mostRows = 2_000
    /// The most bytes of one file.
    package static let mostBytes = 4 << 20
    /// So many problems are told; with more, the file is another one than was meant.
    package static let mostProblems = 200

    /// One report as it stands there.
    package struct Row: Sendable {
        /// The line of the file, from 1.
        package let line: Int
        let values: [ImportColumn: String]

        /// The text of a column without the spaces around it; nil where nothing stands.
        package subscript(column: ImportColumn) -> String? {
            var text = Substring(values[column] ?? "")
            while text.first?.isWhitespace == true { text.removeFirst() }
            while text.last?.isWhitespace == true { text.removeLast() }
            return text.isEmpty ? nil : String(text)
        }
    }

    /// The reports, none of them empty.
    package private(set) var rows: [Row] = []
    /// What is wrong with the file as such.
    package private(set) var problems: [ImportProblem] = []

    /// Reads a file; commas, semicolons or tabs stand between its values, whichever its head has most of.
    package init(_ bytes: [UInt8]) {
        let limits = CSVLimits(
            records: ImportSheet.mostRows + 1,
            fields: 64,
            recordBytes: 32_768,
            fieldBytes: 16_384
        )
        var reader = CSVReader(bytes, separatedBy: ImportSheet.separator(of: bytes), limits: limits)
        do throws(CSVError) {
            guard let head = try reader.next() else {
                problems.append(ImportProblem(line: 1, "empty", .empty))
                return
            }
            guard let columns = columns(of: head) else { return }
            while let record = try reader.next() { take(record, columns) }
        } catch {
            problems.append(ImportProblem(error))
        }
        if rows.isEmpty, problems.isEmpty { problems.append(ImportProblem(line: 1, "empty", .empty)) }
    }

    private mutating func take(_ record: CSVReader.Record, _ columns: [ImportColumn?]) {
        // A line of separators alone is what spreadsheets leave behind.
        guard record.fields.contains(where: { !$0.isEmpty }) else { return }
        guard record.fields.count <= columns.count else {
            note(
                ImportProblem(
                    line: record.line,
                    "fields",
                    .tooManyValues(record.fields.count, columns.count)
                )
            )
            return
        }
        var values: [ImportColumn: String] = [:]
        for (column, field) in zip(columns, record.fields) { if let column { values[column] = field } }
        rows.append(Row(line: record.line, values: values))
    }

    /// The columns in their order; nil if one that is needed is missing, or one stands there twice.
    private mutating func columns(of head: CSVReader.Record) -> [ImportColumn?]? {
        let columns = head.fields.map { ImportColumn(head: $0) }
        for (head, column) in zip(head.fields, columns) where column == nil && !head.isEmpty {
            note(ImportProblem(line: 1, column: String(head.prefix(64)), "column", .unknownColumn))
        }
        let known = columns.compactMap { $0 }
        for column in ImportColumn.allCases where known.count(where: { $0 == column }) > 1 {
            note(ImportProblem(line: 1, column: column.rawValue, "column", .columnTwice))
        }
        for column in [ImportColumn.category, .description] where !known.contains(column) {
            note(ImportProblem(line: 1, column: column.rawValue, "column", .columnMissing))
        }
        if !known.contains(.address), !known.contains(.lon) || !known.contains(.lat) {
            note(ImportProblem(line: 1, column: "address", "column", .placeMissing))
        }
        return problems.isEmpty ? columns : nil
    }

    private mutating func note(_ problem: ImportProblem) {
        if problems.count < ImportSheet.mostProblems { problems.append(problem) }
    }

    private static func separator(of bytes: [UInt8]) -> Unicode.Scalar {
        let head = bytes.prefix(4_096).prefix { $0 != 10 && $0 != 13 }
        let candidates: [Unicode.Scalar] = [",", ";", "\t"]
        let counts = candidates.map { candidate in head.count { $0 == UInt8(ascii: candidate) } }
        guard let most = counts.max(), let place = counts.firstIndex(of: most) else { return "," }
        return candidates[place]
    }
}

extension LocalizedText {
    fileprivate static let empty = LocalizedText(
        pl: "W pliku nie ma żadnego zgłoszenia.",
        en: "There is no report in the file."
    )
    fileprivate static let unknownColumn = LocalizedText(
        pl: "Nieznana kolumna. Są: \(columnNames).",
        en: "The column is unknown. There are: \(columnNames)."
    )
    fileprivate static let columnTwice = LocalizedText(
        pl: "Ta kolumna jest w pliku dwa razy.",
        en: "The column stands there twice."
    )
    fileprivate static let columnMissing = LocalizedText(
        pl: "Brakuje tej kolumny.",
        en: "The column is missing."
    )
    fileprivate static let placeMissing = LocalizedText(
        pl: "Potrzebna jest kolumna address albo obie: lon i lat.",
        en: "A column address is needed, or both lon and lat."
    )
    private static let columnNames = ImportColumn.allCases.map(\.rawValue).joined(separator: ", ")

    fileprivate static func tooManyValues(_ count: Int, _ columns: Int) -> LocalizedText {
        LocalizedText(
            pl: "W wierszu jest \(count) wartości, a kolumn jest \(columns).",
            en: "The line has \(count) values, and there are \(columns) columns."
        )
    }
}
