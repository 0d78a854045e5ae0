import HTTP

extension FuzzProperty {
    /// A query keeps its bounds, and encoding it again gives the same query.
    package static let query = FuzzProperty("query") { bytes in
        guard let query = try? Query(parsing: bytes[...]) else { return nil }
        let again = try? Query(parsing: PercentEncoding.encode(query)[...])
        return again == query ? excess(in: query, .query) : "encoded again it differs"
    }

    /// A form keeps its bounds, and encoding it again gives the same form.
    package static let form = FuzzProperty("form") { bytes in
        guard let form = try? Form.parse(bytes) else { return nil }
        let again = try? Form.parse(PercentEncoding.encode(form))
        return again == form ? excess(in: form, .standard) : "encoded again it differs"
    }

    static func excess(in query: Query, _ limits: FormLimits) -> String? {
        if query.items.count > limits.fields { return "too many fields" }
        for item in query.items {
            if item.name.utf8.count > limits.nameBytes { return "a name too long" }
            if item.value.utf8.count > limits.valueBytes { return "a value too long" }
            if item.name.utf8.contains(0) || item.value.utf8.contains(0) { return "a NUL" }
            if query.first(item.name) == nil { return "a name that is not found" }
        }
        return nil
    }
}
