/// Named values in the order they were sent: a query, a form, or the text fields of a multipart body.
package struct Query: Equatable, Sendable {
    /// One name with its value; a name without `=` has an empty value.
    package struct Item: Equatable, Sendable {
        /// The decoded name.
        package let name: String
        /// The decoded value.
        package let value: String

        /// Joins a name and its value.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All items; a name may occur more than once.
    package let items: [Item]

    /// Takes items that are already decoded.
    package init(_ items: [Item] = []) {
        self.items = items
    }

    /// The first value of the name.
    package func first(_ name: String) -> String? {
        items.first { $0.name == name }?.value
    }

    /// Every value of the name, in order.
    package func all(_ name: String) -> [String] {
        items.compactMap { $0.name == name ? $0.value : nil }
    }
}

extension Query {
    /// Reads `name=value` pairs joined by `&`, where `+` is a space; empty pairs are passed over.
    package init(parsing bytes: ArraySlice<UInt8>, limits: FormLimits = .query) throws(FormError) {
        var items: [Item] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.endIndex
            if end > start {
                guard items.count < limits.fields else { throw .tooManyFields }
                items.append(try Self.item(bytes[start..<end], limits: limits))
            }
            start = end + 1
        }
        self.items = items
    }

    private static func item(_ pair: ArraySlice<UInt8>, limits: FormLimits) throws(FormError) -> Item {
        let equals = pair.firstIndex(of: UInt8(ascii: "="))
        let name = try text(pair[..<(equals ?? pair.endIndex)])
        guard name.utf8.count <= limits.nameBytes else { throw .nameTooLong }
        guard let equals else { return Item(name: name, value: "") }
        let value = try text(pair[(equals + 1)...])
        guard value.utf8.count <= limits.valueBytes else { throw .valueTooLong }
        return Item(name: name, value: value)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(FormError) -> String {
        do {
            return try PercentDecoding.text(bytes, plus: .space)
        } catch {
            throw FormError(error)
        }
    }
}
