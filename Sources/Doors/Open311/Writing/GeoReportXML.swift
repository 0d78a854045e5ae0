import Formats

/// GeoReport v2 in XML: elements without attributes and namespaces.
struct GeoReportXML: GeoReportWriter {
    private var xml: XMLWriter

    init(reserving capacity: Int) {
        xml = XMLWriter(reserving: capacity)
    }

    var bytes: [UInt8] { xml.bytes }

    mutating func begin(list name: StaticString) { xml.begin(name) }
    mutating func begin(record name: StaticString) { xml.begin(name) }
    mutating func end() { xml.end() }
    mutating func text(_ name: StaticString, _ value: String?) { xml.element(name, value) }
    mutating func moment(_ name: StaticString, _ value: Timestamp?) { xml.element(name, moment: value) }
    mutating func integer(_ name: StaticString, _ value: Int) { xml.element(name, integer: Int64(value)) }
    mutating func bool(_ name: StaticString, _ value: Bool) { xml.element(name, bool: value) }
    mutating func degrees(_ name: StaticString, micros: Int32) { xml.element(name, microdegrees: micros) }
}
