/// How much a multipart body may hold, apart from its length, which the server has already bounded.
package struct MultipartLimits: Sendable {
    /// Parts in a body.
    package let parts: Int
    /// Headers of one part.
    package let headers: Int
    /// Bytes of all headers of one part.
    package let headerBytes: Int
    /// Bytes of one text field.
    package let fieldBytes: Int

    /// Gives every bound.
    package init(parts: Int, headers: Int, headerBytes: Int, fieldBytes: Int) {
        self.parts = parts
        self.headers = headers
        self.headerBytes = headerBytes
        self.fieldBytes = fieldBytes
    }

    /// What a report with its photos needs, several times over.
    package static let standard = MultipartLimits(
        parts: 64,
        headers: 8,
        headerBytes: 4_096,
        fieldBytes: 65_536
    )
}
