/// How much a file of comma-separated values may hold.
package struct CSVLimits: Sendable {
    /// Lines of values, the header line included.
    package let records: Int
    /// Values of one line.
    package let fields: Int
    /// Bytes of one line, quotes included.
    package let recordBytes: Int
    /// Bytes of one value.
    package let fieldBytes: Int

    /// Gives every bound.
    package init(
        records: Int = 1_000_001,
        fields: Int = 64,
        recordBytes: Int = 16_384,
        fieldBytes: Int = 4_096
    ) {
        self.records = records
        self.fields = fields
        self.recordBytes = recordBytes
        self.fieldBytes = fieldBytes
    }
}
