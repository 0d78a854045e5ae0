package import Formats

extension UnitDirectory {
    /// The directory as clients get it.
    package func json() -> [UInt8] {
        var json = JSONWriter(reserving: 16 << 10)
        json.beginObject()
        json.key("queue")
        json.string(queue.code)
        json.key("units")
        json.beginArray()
        for unit in units { json.unit(unit) }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func unit(_ unit: Unit) {
        beginObject()
        key("code")
        string(unit.code)
        key("name")
        localized(unit.name)
        key("kind")
        string(unit.kind.rawValue)
        key("handles")
        localized(unit.handles)
        key("advice")
        localizedIfAny(unit.advice)
        key("emergency_number")
        stringIfAny(unit.emergencyNumber)
        key("valid_from")
        stringIfAny(unit.validity.from?.description)
        key("valid_until")
        stringIfAny(unit.validity.until?.description)
        key("successors")
        beginArray()
        for successor in unit.successors {
            beginObject()
            key("unit")
            string(successor.unit)
            key("categories")
            strings(successor.categories)
            key("groups")
            strings(successor.groups)
            endObject()
        }
        endArray()
        key("desks")
        beginArray()
        for desk in unit.desks { self.desk(desk) }
        endArray()
        endObject()
    }

    /// Writes a desk of a unit: `{"code": …, "name": {…}}`.
    package mutating func desk(_ desk: Unit.Desk) {
        beginObject()
        key("code")
        string(desk.code)
        key("name")
        localized(desk.name)
        endObject()
    }
}
