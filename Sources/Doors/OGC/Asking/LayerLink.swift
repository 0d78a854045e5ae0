import Formats
import HTTP

/// A link of an answer in JSON (RFC 8288, as OGC API writes it).
struct LayerLink: Sendable {
    let relation: String
    let address: String
    let type: ContentType?
    var title: String?
    /// Whether names in braces stand in the address.
    var isTemplate = false

    init(_ relation: String, _ address: String, _ type: ContentType?, title: String? = nil) {
        self.relation = relation
        self.address = address
        self.type = type
        self.title = title
    }
}

extension JSONWriter {
    /// Writes the member `links`.
    mutating func links(_ links: [LayerLink]) {
        key("links")
        beginArray()
        for link in links {
            beginObject()
            key("href")
            string(link.address)
            key("rel")
            string(link.relation)
            if let type = link.type {
                key("type")
                string(type.plain)
            }
            if let title = link.title {
                key("title")
                string(title)
            }
            if link.isTemplate {
                key("templated")
                bool(true)
            }
            endObject()
        }
        endArray()
    }
}

extension ContentType {
    /// The type as links name it; of a page without its encoding, which goes without saying.
    var plain: String { self == .html ? "text/html" : value.text }
}

extension LayerVisit {
    /// This address as it was asked for, and in its other forms.
    func links(among offers: [LayerOffer]) -> [LayerLink] {
        offers.map { other in
            other.name == offer.name
                ? LayerLink("self", address(), offer.type, title: words("links.this"))
                : LayerLink("alternate", address(as: other), other.type, title: words("links.\(other.name)"))
        }
    }

    /// Another address below the root.
    func link(_ relation: String, _ path: String, _ type: ContentType? = .json, title: String? = nil)
        -> LayerLink
    {
        LayerLink(relation, root + path, type, title: title)
    }
}
