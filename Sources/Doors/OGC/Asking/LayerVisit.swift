import Formats
import HTTP
import Ledger
import Reports
import Territory

/// One request for something of the layers: in a form, in a language, of the city as it is, by somebody.
struct LayerVisit: Sendable {
    /// In the language of the answer: that of the address for a page; data below `/ogc` are in what the client likes best.
    let visit: Visit
    /// The language of the address.
    let tongue: Tongue
    let offer: LayerOffer
    let caller: Caller

    var request: Request { visit.request }
    var city: City { visit.city }
    var language: Language { visit.language }
    /// Where the layers begin: `https://example.org/ogc`.
    var root: String { visit.origin + tongue.path(OGCDoor.path) }
    /// Whose eyes the answer is for.
    var audience: Audience { caller.layerAudience(in: city) }

    /// A message in the language of the answer.
    func words(_ key: String) -> String { visit.words("layers.\(key)") }

    /// Reads the query, of which the form is known already.
    var reader: QueryReader {
        var reader = QueryReader(Query(asked))
        _ = reader.text("f")
        return reader
    }

    /// What the query asks; a page's form sends an empty value for each filter that was left alone.
    private var asked: [Query.Item] {
        request.query.items.filter { !offer.isPage || !$0.value.isEmpty }
    }

    /// This address in full, with `f` or without.
    func address(as form: LayerOffer? = nil) -> String {
        var items = asked
        if let form {
            items.removeAll { $0.name == "f" }
            items.append(.init(name: "f", value: form.name))
        }
        return address(of: items)
    }

    /// This address in full with another place in its list.
    func address(cursor: String) -> String {
        address(
            of: request.query.items.filter { $0.name != "cursor" } + [.init(name: "cursor", value: cursor)]
        )
    }

    /// This address in full without some of its parameters.
    func address(without names: Set<String>) -> String {
        address(of: asked.filter { !names.contains($0.name) })
    }

    private func address(of items: [Query.Item]) -> String {
        visit.origin + request.target.encodedPath + (items.isEmpty ? "" : "?" + Query(items).encoded)
    }
}

extension Caller {
    /// Whose eyes the layers are for: a key of a unit adds to what is public whatever is the unit's own.
    func layerAudience(in city: City) -> Audience {
        guard may(.unit), let unit else { return .everyone(withheld: city.catalogue.withheld) }
        if unit == city.units.queue.code { return .staff(unit: nil) }
        return .unit(unit, withheld: city.catalogue.withheld)
    }
}
