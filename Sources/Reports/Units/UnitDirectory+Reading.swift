import Formats

extension UnitDirectory {
    /// Reads `units.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "units")
        var units: [Unit] = []
        var codes: Set<String> = []
        for entry in try document.list("units") {
            let unit = try Unit(entry)
            guard codes.insert(unit.code).inserted else {
                throw entry.error("code", "'\(unit.code)' stands there twice")
            }
            units.append(unit)
        }
        let queues = units.filter { $0.kind == .queue }
        guard let queue = queues.first, queues.count == 1 else {
            throw document.error("units", "exactly one must be of the kind 'queue', not \(queues.count)")
        }
        guard try document.text("queue") == queue.code else {
            throw document.error("queue", "must be '\(queue.code)', which is of the kind 'queue'")
        }
        guard queue.validity == .always else {
            throw document.error("queue", "'\(queue.code)' must always be in force")
        }
        self.init(units: units, queue: queue)
    }
}

extension Unit {
    fileprivate init(_ document: CityDocument) throws(CityDataError) {
        code = try document.text("code")
        name = try document.localized("name")
        kind = try document.word("kind", Kind.init(rawValue:))
        handles = try document.localized("handles")
        advice = try document.localizedIfAny("advice")
        guard kind != .external || advice != nil else {
            throw document.error("advice", "must say whom to ask, for '\(code)' is external")
        }
        emergencyNumber = try document.textIfAny("emergency_number")
        validity = try document.validity()
        var successors: [Successor] = []
        for entry in try document.listIfAny("successors") {
            successors.append(
                Successor(
                    unit: try entry.text("unit"),
                    categories: try entry.texts("categories"),
                    groups: try entry.texts("groups")
                )
            )
        }
        self.successors = successors
        var desks: [Desk] = []
        for entry in try document.listIfAny("desks") {
            let desk = Desk(code: try entry.text("code"), name: try entry.localized("name"))
            guard !desks.contains(where: { $0.code == desk.code }) else {
                throw entry.error("code", "'\(desk.code)' stands there twice")
            }
            desks.append(desk)
        }
        self.desks = desks
    }
}
