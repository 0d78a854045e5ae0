import HTTP

extension FuzzProperty {
    /// The first line is the content type, the rest the body: parts lie in it in order, and writing them
    /// again gives the same parts.
    package static let multipart = FuzzProperty("multipart") { bytes in
        let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        let type = String(decoding: bytes[..<lineEnd], as: UTF8.self)
        let body = Array(bytes[lineEnd...].dropFirst())
        guard let form = try? Multipart(parsing: body, contentType: type) else { return nil }

        if form.parts.count > MultipartLimits.standard.parts { return "too many parts" }
        var end = 0
        for part in form.parts {
            if part.range.lowerBound < end || part.range.upperBound > body.count {
                return "a part out of place"
            }
            if form.content(of: part).count != part.range.count { return "a content of another length" }
            if part.name.utf8.contains(where: isControl) { return "a name with a control character" }
            end = part.range.upperBound
        }
        if let fields = try? form.fields(),
            fields.items.count != form.parts.count(where: { $0.filename == nil })
        {
            return "a field lost"
        }
        return writtenAgain(form)
    }

    private static func writtenAgain(_ form: Multipart) -> String? {
        let boundary = "=================emapa================="
        guard !String(decoding: form.body, as: UTF8.self).contains(boundary) else { return nil }
        // Between quotes a name cannot hold this: it stands for a quote.
        guard !form.parts.contains(where: { "\($0.name)\n\($0.filename ?? "")".contains("%22") }) else {
            return nil
        }
        var body: [UInt8] = []
        for part in form.parts {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\(quoted(part.name))".utf8)
            if let filename = part.filename { body += Array("; filename=\(quoted(filename))".utf8) }
            if let type = part.contentType { body += Array("\r\nContent-Type: \(type)".utf8) }
            body += Array("\r\n\r\n".utf8) + form.content(of: part) + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--".utf8)
        let roomy = MultipartLimits(parts: 64, headers: 8, headerBytes: 65_536, fieldBytes: 65_536)
        let type = "multipart/form-data; boundary=\"\(boundary)\""
        guard let again = try? Multipart(parsing: body, contentType: type, limits: roomy) else {
            return "written again it is refused"
        }
        let isEqual = again.parts.elementsEqual(form.parts) {
            $0.name == $1.name && $0.filename == $1.filename && $0.contentType == $1.contentType
                && again.content(of: $0).elementsEqual(form.content(of: $1))
        }
        return isEqual ? nil : "written again it differs"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        return "\"\(escaped)\""
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F
    }
}
