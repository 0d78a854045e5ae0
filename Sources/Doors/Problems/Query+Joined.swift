import HTTP

extension Query {
    /// Each name once: a form sends a name for each box that is ticked, and an empty value for what is left alone.
    var joined: Query {
        var names: [String] = []
        var values: [String: [String]] = [:]
        for item in items where !item.value.isEmpty {
            if values[item.name] == nil { names.append(item.name) }
            values[item.name, default: []].append(item.value)
        }
        return Query(names.map { Item(name: $0, value: values[$0, default: []].joined(separator: ",")) })
    }
}
