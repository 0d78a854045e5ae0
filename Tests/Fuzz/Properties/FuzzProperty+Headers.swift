import HTTP

extension FuzzProperty {
    /// Header lists read without a trap; a media type is two tokens; a tag matches itself.
    package static let headers = FuzzProperty("headers") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        _ = AcceptEncoding.allowsGzip(text)
        _ = AcceptLanguage.preferred(text)
        if let type = MediaType(parsing: text) {
            let tokens = type.essence.split(separator: "/", omittingEmptySubsequences: false)
            let isWhole = tokens.count == 2 && tokens.allSatisfy { HeaderSyntax.isToken(String($0)) }
            if !isWhole { return "a media type that is not two tokens" }
        }
        if HeaderSyntax.isToken(text), !HeaderSyntax.isFieldValue(text) { return "a token that is no value" }
        if HeaderSyntax.isFieldValue(text), text.utf8.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D })
        {
            return "a value that ends the line"
        }
        _ = EntityTags.matches(text, etag: "\"a\"")
        _ = EntityTags.matches("\"a\"", etag: text)
        let tag = "\"\(String(text.unicodeScalars.filter { $0 != "\"" }))\""
        return EntityTags.matches("\"x\", W/\(tag)", etag: tag) ? nil : "a tag that does not match itself"
    }
}
