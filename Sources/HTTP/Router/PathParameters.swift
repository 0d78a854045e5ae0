/// What the names in a route's pattern stand for in one request.
package struct PathParameters: Sendable {
    private var names: [String] = []
    private var values: [String] = []

    init() {}

    init(names: [String], values: [String]) {
        self.names = names
        self.values = values
    }

    /// The text under the name.
    package func text(_ name: String) throws(PathParameterError) -> String {
        guard let index = names.firstIndex(of: name) else { throw .absent(name) }
        return values[index]
    }

    /// The whole number under the name: decimal digits with at most one minus, no leading zero.
    package func integer(_ name: String, in range: ClosedRange<Int> = 0...Int.max) throws(PathParameterError)
        -> Int
    {
        let text = try text(name)
        guard let number = Int(text), String(number) == text, range.contains(number) else {
            throw .unfit(name)
        }
        return number
    }

    /// The case of an enumeration whose raw value stands under the name.
    package func choice<Value: RawRepresentable<String>>(
        _ name: String,
        of type: Value.Type = Value.self
    ) throws(PathParameterError) -> Value {
        guard let value = Value(rawValue: try text(name)) else { throw .unfit(name) }
        return value
    }
}

/// Why a part of a path is not what its route takes: the address names nothing, so the answer is 404.
package enum PathParameterError: Error, Equatable {
    /// The pattern has no such name: a fault of ours.
    case absent(String)
    /// The text is not of the wanted kind.
    case unfit(String)
}
