import Formats

/// GeoReport v2 in JSON: the outermost list is the document itself, and entries of lists have no names.
struct GeoReportJSON: GeoReportWriter {
    private enum Container {
        case list
        case record
    }

    private var json: JSONWriter
    private var open: [Container] = []

    init(reserving capacity: Int) {
        json = JSONWriter(reserving: capacity)
    }

    var bytes: [UInt8] { json.bytes }

    mutating func begin(list name: StaticString) {
        key(name)
        json.beginArray()
        open.append(.list)
    }

    mutating func begin(record name: StaticString) {
        key(name)
        json.beginObject()
        open.append(.record)
    }

    mutating func end() {
        switch open.removeLast() {
        case .list: json.endArray()
        case .record: json.endObject()
        }
    }

    mutating func text(_ name: StaticString, _ value: String?) {
        key(name)
        json.stringIfAny(value)
    }

    mutating func moment(_ name: StaticString, _ value: Timestamp?) {
        key(name)
        if let value { json.moment(value) } else { json.null() }
    }

    mutating func integer(_ name: StaticString, _ value: Int) {
        key(name)
        json.integer(value)
    }

    mutating func bool(_ name: StaticString, _ value: Bool) {
        key(name)
        json.bool(value)
    }

    mutating func degrees(_ name: StaticString, micros: Int32) {
        key(name)
        json.microdegrees(micros)
    }

    private mutating func key(_ name: StaticString) {
        if open.last == .record { json.key(literal: name) }
    }
}
