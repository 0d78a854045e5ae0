/// How many named values are taken, and how long each may be once decoded.
package struct FormLimits: Sendable {
    /// Names with a value.
    package let fields: Int
    /// Bytes of one name.
    package let nameBytes: Int
    /// Bytes of one value.
    package let valueBytes: Int

    /// Gives every bound.
    package init(fields: Int, nameBytes: Int, valueBytes: Int) {
        self.fields = fields
        self.nameBytes = nameBytes
        self.valueBytes = valueBytes
    }

    /// For a form in a body, whose own length the server has already bounded.
    package static let standard = FormLimits(fields: 200, nameBytes: 128, valueBytes: 65_536)
    /// For the query of a request target.
    package static let query = FormLimits(fields: 64, nameBytes: 128, valueBytes: 8_192)
}
