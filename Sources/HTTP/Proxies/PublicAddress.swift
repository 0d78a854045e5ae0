/// The scheme and host by which clients know the service: `https://zgloszenia.example.org`.
package struct PublicAddress: Hashable, Sendable {
    /// Whether clients come by https.
    package let isSecure: Bool
    /// The host, and the port if it is not the usual one.
    package let authority: Authority

    /// Joins the parts, leaving out the scheme's usual port.
    package init(isSecure: Bool, authority: Authority) {
        self.isSecure = isSecure
        let isUsual = authority.port == (isSecure ? 443 : 80)
        self.authority = isUsual ? Authority(authority.host) ?? authority : authority
    }

    /// Nil unless the text is `http://` or `https://`, a host, and nothing else but perhaps a slash.
    package init?(_ text: String) {
        let rest: Substring
        let isSecure: Bool
        if text.hasPrefix("https://") {
            (rest, isSecure) = (text.dropFirst(8), true)
        } else if text.hasPrefix("http://") {
            (rest, isSecure) = (text.dropFirst(7), false)
        } else {
            return nil
        }
        guard let authority = Authority(String(rest.last == "/" ? rest.dropLast() : rest)) else { return nil }
        self.init(isSecure: isSecure, authority: authority)
    }

    /// As an address, without a slash at its end.
    package var text: String { (isSecure ? "https://" : "http://") + authority.text }
}
