/// A body of `multipart/form-data` (RFC 7578), read strictly: no preamble, no epilogue, whole delimiters.
package struct Multipart: Sendable {
    /// One part; its bytes stay in the body.
    package struct Part: Equatable, Sendable {
        /// The field's name.
        package let name: String
        /// The file's name as the client sent it, never to be used as a path; nil for a text field.
        package let filename: String?
        /// Type and subtype in lower case, without parameters; nil if the client gave none.
        package let contentType: String?
        /// Where the content stands in the body.
        package let range: Range<Int>
    }

    /// The whole body.
    package let body: [UInt8]
    /// The parts in order; names may repeat.
    package let parts: [Part]

    /// Reads a body whose boundary the content type names.
    package init(
        parsing body: [UInt8],
        contentType: String,
        limits: MultipartLimits = .standard
    ) throws(MultipartError) {
        guard let boundary = MultipartBoundary(contentType: contentType) else { throw .badContentType }
        var reader = MultipartReader(body, boundary: boundary, limits: limits)
        self.parts = try reader.parts()
        self.body = body
    }

    /// The content of a part of this body.
    package func content(of part: Part) -> ArraySlice<UInt8> {
        body[part.range]
    }

    /// The parts without a file name, read as UTF-8 text.
    package func fields(limits: MultipartLimits = .standard) throws(MultipartError) -> Query {
        var items: [Query.Item] = []
        for part in parts where part.filename == nil {
            guard part.range.count <= limits.fieldBytes else { throw .fieldTooLong }
            let bytes = content(of: part)
            guard !bytes.contains(0), let value = String(validating: bytes, as: UTF8.self) else {
                throw .badText
            }
            items.append(Query.Item(name: part.name, value: value))
        }
        return Query(items)
    }
}
