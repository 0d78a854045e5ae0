/// The cookies that a request carries (RFC 6265, section 5.4), as far as a service of few cookies needs them.
///
/// Whoever shares the site's host can have a browser send more of them, under the same name too: so there are
/// bounds, and a name that stands there twice with different values has none.
package struct Cookies: Equatable, Sendable {
    /// The most that are read; those after them are passed over.
    package static let most = 64
    /// The most bytes of all of them; longer headers are passed over as a whole.
    package static let mostBytes = 8_192

    private let pairs: [(name: Substring, value: Substring)]

    /// Reads the headers `Cookie` of a request.
    package init(_ headers: Headers) {
        self.init(headers.values(of: .cookie))
    }

    /// Reads the values of such headers: pairs with a semicolon and perhaps a space between them.
    package init(_ values: [String]) {
        var pairs: [(name: Substring, value: Substring)] = []
        guard values.reduce(0, { $0 + $1.utf8.count }) <= Cookies.mostBytes else {
            self.pairs = []
            return
        }
        for value in values {
            for part in value.split(separator: ";") where pairs.count < Cookies.most {
                guard let equals = part.firstIndex(of: "=") else { continue }
                let name = Cookies.trimmed(part[..<equals])
                guard !name.isEmpty else { continue }
                pairs.append((name, Cookies.trimmed(part[part.index(after: equals)...])))
            }
        }
        self.pairs = pairs
    }

    /// The value of a name, in the case in which it was set; nil where there is none, or more than one.
    package subscript(name: String) -> String? {
        var found: Substring?
        for pair in pairs where pair.name == name {
            if let found, found != pair.value { return nil }
            found = pair.value
        }
        return found.map { String($0) }
    }

    package static func == (left: Cookies, right: Cookies) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0 == $1 }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
