/// Compares entity tags (RFC 9110 §8.8.3.2).
package enum EntityTags {
    /// Whether `If-None-Match` names the tag: weak comparison, `*` names every tag.
    ///
    /// An ill-formed list matches only what stands before its fault: the worst outcome is a full answer.
    package static func matches(_ ifNoneMatch: String, etag: String) -> Bool {
        // What a client sends that keeps the answer as it was.
        if ifNoneMatch == etag { return true }
        let ours = opaque(Array(etag.utf8)[...])
        var rest = trimmed(Array(ifNoneMatch.utf8)[...])
        if rest.elementsEqual("*".utf8) { return true }
        while true {
            rest = rest.drop { HeaderSyntax.isWhitespace($0) || $0 == UInt8(ascii: ",") }
            let tag = opaque(rest)
            guard tag.first == UInt8(ascii: "\""),
                let close = tag.dropFirst().firstIndex(of: UInt8(ascii: "\""))
            else { return false }
            if tag[...close] == ours { return true }
            rest = trimmed(tag[(close + 1)...])
            guard rest.first == UInt8(ascii: ",") else { return false }
        }
    }

    private static func opaque(_ tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        tag.starts(with: "W/".utf8) ? tag.dropFirst(2) : tag
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop(while: HeaderSyntax.isWhitespace)
        while let last = rest.last, HeaderSyntax.isWhitespace(last) { rest.removeLast() }
        return rest
    }
}
