/// Reads comma-separated values (RFC 4180), one record at a time.
///
/// Fields may stand in quotes, and then hold commas, line ends and doubled quotes. Lines end with CRLF or LF; a byte
/// order mark at the beginning is passed over, and so is an empty line at the end.
package struct CSVReader {
    /// One line of values; in quotes it may go over several lines of the file.
    package struct Record: Equatable, Sendable {
        /// The line of the file on which it begins, from 1.
        package let line: Int
        /// The values, at least one.
        package let fields: [String]
    }

    private let bytes: [UInt8]
    private let limits: CSVLimits
    private let separator: UInt8
    private var position = 0
    private var line = 1
    private var records = 0

    /// Starts at the first line; values stand apart by commas, or by another sign of ASCII.
    package init(
        _ bytes: [UInt8],
        separatedBy separator: Unicode.Scalar = ",",
        limits: CSVLimits = CSVLimits()
    ) {
        self.bytes = bytes
        self.limits = limits
        self.separator = UInt8(ascii: separator.isASCII ? separator : ",")
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next record; nil at the end.
    package mutating func next() throws(CSVError) -> Record? {
        guard position < bytes.count else { return nil }
        guard records < limits.records else { throw fault(.tooManyRecords(limits.records)) }
        records += 1
        let start = line
        let first = position
        var fields: [String] = []
        while true {
            guard fields.count < limits.fields else { throw fault(.tooManyFields(limits.fields)) }
            fields.append(try field(number: fields.count + 1))
            guard position - first <= limits.recordBytes else {
                throw fault(.recordTooLong(limits.recordBytes))
            }
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        try endLine(after: fields.count)
        return Record(line: start, fields: fields)
    }

    private mutating func field(number: Int) throws(CSVError) -> String {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quoted(number) }
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case separator, 10, 13: return try text(bytes[start..<position], number)
            case UInt8(ascii: "\""): throw fault(.quoteInside, field: number)
            default: position += 1
            }
            guard position - start <= limits.fieldBytes else {
                throw fault(.fieldTooLong(limits.fieldBytes), field: number)
            }
        }
        return try text(bytes[start..<position], number)
    }

    private mutating func quoted(_ number: Int) throws(CSVError) -> String {
        let start = line
        position += 1
        var value: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == byte else {
                    return try text(value[...], number)
                }
                position += 1
            } else if byte == 10 {
                line += 1
            }
            value.append(byte)
            guard value.count <= limits.fieldBytes else {
                throw fault(.fieldTooLong(limits.fieldBytes), field: number)
            }
        }
        throw CSVError(line: start, field: number, fault: .quoteNotClosed)
    }

    private mutating func endLine(after fields: Int) throws(CSVError) {
        guard position < bytes.count else { return }
        if bytes[position] == 13 {
            position += 1
            guard position == bytes.count || bytes[position] == 10 else {
                throw fault(.loneCarriageReturn, field: fields)
            }
        }
        guard position < bytes.count else { return }
        guard bytes[position] == 10 else { throw fault(.textAfterQuote, field: fields) }
        position += 1
        line += 1
    }

    private func text(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(CSVError) -> String {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw fault(.notUTF8, field: number)
        }
        return text
    }

    private func fault(_ fault: CSVFault, field: Int? = nil) -> CSVError {
        CSVError(line: line, field: field, fault: fault)
    }
}
