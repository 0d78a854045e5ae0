package import Formats

/// The documents that describe a city, as files or as the database keeps them.
///
/// `city`, `categories`, `units`, `routing`, `holidays` and perhaps `danger` and `duplicates` stand once and say themselves from when
/// their parts are in force. A layer of areas (`districts`, `zones/park`, …) may have several editions, each in force until the next.
package struct CityDocuments: Sendable, Equatable {
    /// One state of a document.
    package struct Edition: Sendable, Equatable {
        /// The first day in force; nil for the first edition.
        package let validFrom: CivilDate?
        package let content: [UInt8]

        /// An edition of its parts.
        package init(validFrom: CivilDate?, content: [UInt8]) {
            self.validFrom = validFrom
            self.content = content
        }
    }

    /// Rises with every change of any document; reports name the version that placed them.
    package let version: Int
    private var editions: [String: [Edition]] = [:]

    /// No documents yet.
    package init(version: Int) {
        self.version = version
    }

    /// The documents' names in order.
    package var names: [String] { editions.keys.sorted() }

    /// The editions of a document, oldest first; empty if there is no such document.
    package subscript(name: String) -> [Edition] { editions[name] ?? [] }

    /// Adds an edition, or replaces the one of the same day.
    package mutating func put(_ name: String, _ edition: Edition) {
        var list = editions[name, default: []].filter { $0.validFrom != edition.validFrom }
        list.append(edition)
        list.sort { left, right in
            guard let later = right.validFrom else { return false }
            return left.validFrom.map { $0 < later } ?? true
        }
        editions[name] = list
    }
}
