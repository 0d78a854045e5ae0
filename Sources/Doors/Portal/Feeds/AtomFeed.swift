import Formats

/// A feed of entries, written as RFC 4287 asks.
struct AtomFeed {
    /// One thing to read of.
    struct Entry {
        /// Unique for ever, and the same when it is read again.
        let id: String
        let title: String
        let link: String
        let published: Timestamp
        let updated: Timestamp
        let author: String
        let text: String
        /// The code and the name of what it is about.
        let category: (code: String, name: String)?
    }

    let id: String
    let title: String
    /// Where the feed itself is.
    let address: String
    /// The page that shows the same.
    let page: String
    let language: Language
    let author: String
    let updated: Timestamp
    let entries: [Entry]

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512 * (entries.count + 1))
        bytes.append(contentsOf: #"<?xml version="1.0" encoding="utf-8"?>"#.utf8)
        bytes.append(
            contentsOf: "\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">"
                .utf8
        )
        write("id", id, to: &bytes)
        write("title", title, to: &bytes)
        write("updated", updated.description, to: &bytes)
        link("self", address, type: "application/atom+xml", to: &bytes)
        link("alternate", page, type: "text/html", to: &bytes)
        bytes.append(contentsOf: "<author>".utf8)
        write("name", author, to: &bytes)
        bytes.append(contentsOf: "</author>".utf8)
        for entry in entries { write(entry, to: &bytes) }
        bytes.append(contentsOf: "\n</feed>\n".utf8)
        return bytes
    }

    private func write(_ entry: Entry, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\n<entry>".utf8)
        write("id", entry.id, to: &bytes)
        write("title", entry.title, to: &bytes)
        write("published", entry.published.description, to: &bytes)
        write("updated", entry.updated.description, to: &bytes)
        link("alternate", entry.link, type: "text/html", to: &bytes)
        bytes.append(contentsOf: "<author>".utf8)
        write("name", entry.author, to: &bytes)
        bytes.append(contentsOf: "</author>".utf8)
        if let category = entry.category {
            bytes.append(contentsOf: "<category term=\"".utf8)
            bytes.appendXMLEscaped(category.code, quoted: true)
            bytes.append(contentsOf: "\" label=\"".utf8)
            bytes.appendXMLEscaped(category.name, quoted: true)
            bytes.append(contentsOf: "\"/>".utf8)
        }
        // Plain text: what a stranger wrote is never markup.
        write("content", entry.text, to: &bytes)
        bytes.append(contentsOf: "</entry>".utf8)
    }

    private func write(_ name: String, _ text: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "<\(name)>".utf8)
        bytes.appendXMLEscaped(text)
        bytes.append(contentsOf: "</\(name)>".utf8)
    }

    private func link(_ relation: String, _ address: String, type: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "<link rel=\"\(relation)\" type=\"\(type)\" href=\"".utf8)
        bytes.appendXMLEscaped(address, quoted: true)
        bytes.append(contentsOf: "\"/>".utf8)
    }
}
