import Formats

extension FuzzProperty {
    /// Values read without a trap, within their bounds; written again in quotes they read the same.
    package static let csv = FuzzProperty("csv") { bytes in
        let limits = CSVLimits(records: 64, fields: 8, recordBytes: 256, fieldBytes: 64)
        guard let records = read(bytes, limits) else { return nil }
        if records.count > 64 || records.contains(where: { !(1...8).contains($0.count) }) {
            return "beyond a bound"
        }
        let roomy = CSVLimits(recordBytes: 4_096)
        return read(written(records), roomy) == records ? nil : "another text when written again"
    }

    /// Byte by byte: to Swift a quote with a combining mark behind it is no quote.
    private static func written(_ records: [[String]]) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        let lines = records.map { fields in
            let quoted = fields.map {
                [quote] + $0.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
            }
            return Array(quoted.joined(separator: [UInt8(ascii: ",")]))
        }
        return Array(lines.joined(separator: [13, 10]))
    }

    private static func read(_ bytes: [UInt8], _ limits: CSVLimits) -> [[String]]? {
        var reader = CSVReader(bytes, limits: limits)
        var records: [[String]] = []
        do throws(CSVError) {
            while let record = try reader.next() { records.append(record.fields) }
        } catch {
            return nil
        }
        return records
    }
}
