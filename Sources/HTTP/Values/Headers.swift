/// The headers of a request or an answer, in order.
///
/// They lie one behind the other in a single array, so that reading a head costs one allocation, and their
/// bytes end with NUL, so that they can be lent to C as they are. Looking one up is a linear search.
package struct Headers: Sendable {
    /// Per header: length of the name, length of the value (two bytes), name, NUL, value, NUL.
    private var storage: [UInt8] = []
    /// How many headers there are.
    package private(set) var count = 0

    /// No headers.
    package init() {}

    /// No headers yet, with room for so many bytes.
    init(reserving bytes: Int) {
        storage.reserveCapacity(bytes)
    }

    /// The first value of the name, or nil.
    package subscript(name: HeaderName) -> String? {
        let wanted = name.text.utf8
        var position = 0
        while let field = field(at: position) {
            if matches(field, wanted) { return text(field.value) }
            position = field.end
        }
        return nil
    }

    /// Every value of the name, in order.
    package func values(of name: HeaderName) -> [String] {
        let wanted = name.text.utf8
        var values: [String] = []
        forEachField { if matches($0, wanted) { values.append(text($0.value)) } }
        return values
    }

    /// Whether the name occurs.
    package func contains(_ name: HeaderName) -> Bool {
        let wanted = name.text.utf8
        var position = 0
        while let field = field(at: position) {
            if matches(field, wanted) { return true }
            position = field.end
        }
        return false
    }

    /// Adds a header, beside others of the same name.
    package mutating func add(_ name: HeaderName, _ value: HeaderValue) {
        append(name: name.text.utf8, value: value.text.utf8)
    }

    /// Puts a header in place of all of the same name.
    package mutating func set(_ name: HeaderName, _ value: HeaderValue) {
        remove(name)
        add(name, value)
    }

    /// Adds a header unless the name occurs already.
    package mutating func fill(_ name: HeaderName, _ value: @autoclosure () -> HeaderValue) {
        if !contains(name) { add(name, value()) }
    }

    /// Adds all headers of another set.
    package mutating func add(contentsOf other: Headers) {
        storage.append(contentsOf: other.storage)
        count += other.count
    }

    /// Takes away all headers of the name.
    package mutating func remove(_ name: HeaderName) {
        guard contains(name) else { return }
        let wanted = name.text.utf8
        var rest = Headers(reserving: storage.count)
        forEachField { field in
            if matches(field, wanted) { return }
            rest.storage.append(contentsOf: storage[field.start..<field.end])
            rest.count += 1
        }
        self = rest
    }

    /// Every name with its value, in order.
    package var fields: [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        forEachField { fields.append((text($0.name), text($0.value))) }
        return fields
    }
}

extension Headers {
    private struct Field {
        let start: Int
        let name: Range<Int>
        let value: Range<Int>
        var end: Int { value.upperBound + 1 }
    }

    /// Appends bytes that were checked before: a token of at most 255 bytes, and a value without control
    /// characters of at most 65,535.
    mutating func append(name: some Collection<UInt8>, value: some Collection<UInt8>) {
        let (nameLength, valueLength) = (name.count, value.count)
        precondition(nameLength <= 255 && valueLength <= 65_535, "a header beyond its bounds")
        storage.append(UInt8(nameLength))
        storage.append(UInt8(valueLength >> 8))
        storage.append(UInt8(valueLength & 0xFF))
        storage.append(contentsOf: name)
        storage.append(0)
        storage.append(contentsOf: value)
        storage.append(0)
        count += 1
    }

    /// Lends each header as two C strings, valid only within the call.
    func forEachCString(_ body: (_ name: UnsafePointer<CChar>, _ value: UnsafePointer<CChar>) -> Void) {
        unsafe storage.withUnsafeBytes { bytes in
            guard let base = unsafe bytes.bindMemory(to: CChar.self).baseAddress else { return }
            forEachField {
                unsafe body(base + $0.name.lowerBound, base + $0.value.lowerBound)
            }
        }
    }

    private func field(at position: Int) -> Field? {
        guard position < storage.count else { return nil }
        let nameStart = position + 3
        let nameEnd = nameStart + Int(storage[position])
        let valueStart = nameEnd + 1
        let valueEnd = valueStart + Int(storage[position + 1]) << 8 + Int(storage[position + 2])
        return Field(start: position, name: nameStart..<nameEnd, value: valueStart..<valueEnd)
    }

    private func forEachField(_ body: (Field) -> Void) {
        var position = 0
        while let field = field(at: position) {
            body(field)
            position = field.end
        }
    }

    private func matches(_ field: Field, _ wanted: String.UTF8View) -> Bool {
        guard field.name.count == wanted.count else { return false }
        var position = field.name.lowerBound
        for byte in wanted {
            if HeaderName.lowercased(storage[position]) != HeaderName.lowercased(byte) { return false }
            position += 1
        }
        return true
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: storage[range], as: UTF8.self)
    }
}
