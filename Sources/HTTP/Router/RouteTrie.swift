/// Finds routes by the segments of a path, one node per segment of a pattern.
///
/// A literal wins over a parameter, a longer suffix over a shorter one, and both over the rest of the path. Each
/// node is visited at most once per lookup, so the cost is bounded by the number of routes, never by the request.
struct RouteTrie: Sendable {
    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameters: [Parameter] = []
        var rest: Int?
        var bare = Leaf()
        var slashed = Leaf()
    }

    private struct Parameter: Sendable {
        let prefix: String
        let suffix: String
        let node: Int
    }

    /// The routes of one path, by method.
    struct Leaf: Sendable {
        fileprivate(set) var routes: [Route] = []

        /// A HEAD is answered by the route for GET unless it has its own.
        func route(for method: Method) -> Route? {
            if let route = routes.first(where: { $0.method == method }) { return route }
            return method == .head ? routes.first { $0.method == .get } : nil
        }
    }

    private var nodes = [Node()]

    /// All routes, in no order.
    var routes: [Route] { nodes.flatMap { $0.bare.routes + $0.slashed.routes } }

    /// - Precondition: no other route has the same method and the same path.
    mutating func insert(_ route: Route) {
        var node = 0
        for segment in route.pattern.segments {
            node = child(of: node, segment)
        }
        let path: WritableKeyPath<Node, Leaf> = route.pattern.trailingSlash ? \.slashed : \.bare
        let taken = nodes[node][keyPath: path].routes.contains { $0.method == route.method }
        precondition(!taken, "two routes for the same method and path: \(route.pattern.text)")
        nodes[node][keyPath: path].routes.append(route)
    }

    private mutating func child(of node: Int, _ segment: PathPattern.Segment) -> Int {
        let next = nodes.count
        switch segment {
        case .literal(let text):
            if let known = nodes[node].literals[text] { return known }
            nodes[node].literals[text] = next
        case .parameter(let prefix, let suffix):
            let known = nodes[node].parameters.first { $0.prefix == prefix && $0.suffix == suffix }
            if let known { return known.node }
            nodes[node].parameters.append(Parameter(prefix: prefix, suffix: suffix, node: next))
            nodes[node].parameters.sort {
                ($0.prefix.utf8.count + $0.suffix.utf8.count) > ($1.prefix.utf8.count + $1.suffix.utf8.count)
            }
        case .rest:
            if let known = nodes[node].rest { return known }
            nodes[node].rest = next
        }
        nodes.append(Node())
        return next
    }

    /// What was found for a path.
    struct Match {
        let leaf: Leaf
        /// The same path with its last slash added or taken away.
        let otherForm: Leaf
        let values: [String]
    }

    /// The best match for the path, or nil if no pattern fits it.
    func match(_ segments: [String], trailingSlash: Bool) -> Match? {
        var values: [String] = []
        guard let node = find(segments[...], from: 0, &values) else { return nil }
        let (bare, slashed) = (nodes[node].bare, nodes[node].slashed)
        return trailingSlash
            ? Match(leaf: slashed, otherForm: bare, values: values)
            : Match(leaf: bare, otherForm: slashed, values: values)
    }

    private func find(_ segments: ArraySlice<String>, from node: Int, _ values: inout [String]) -> Int? {
        guard let segment = segments.first else {
            return nodes[node].bare.routes.isEmpty && nodes[node].slashed.routes.isEmpty ? nil : node
        }
        if let next = nodes[node].literals[segment],
            let found = find(segments.dropFirst(), from: next, &values)
        {
            return found
        }
        for parameter in nodes[node].parameters {
            guard let value = Self.value(of: segment, in: parameter) else { continue }
            values.append(value)
            if let found = find(segments.dropFirst(), from: parameter.node, &values) { return found }
            values.removeLast()
        }
        if let rest = nodes[node].rest {
            values.append(segments.joined(separator: "/"))
            return rest
        }
        return nil
    }

    private static func value(of segment: String, in parameter: Parameter) -> String? {
        let (text, prefix, suffix) = (segment.utf8, parameter.prefix.utf8, parameter.suffix.utf8)
        if prefix.isEmpty, suffix.isEmpty { return segment }
        guard text.count > prefix.count + suffix.count, text.starts(with: prefix),
            text.suffix(suffix.count).elementsEqual(suffix)
        else { return nil }
        return String(Substring(text.dropFirst(prefix.count).dropLast(suffix.count)))
    }
}
