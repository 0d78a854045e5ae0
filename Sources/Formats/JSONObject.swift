/// The members of a JSON object in their order, each name once.
package struct JSONObject: Sendable {
    /// A name with its value.
    package struct Member: Equatable, Sendable {
        /// The unescaped name.
        package let name: String
        /// The value.
        package let value: JSON

        /// Joins a name and its value.
        package init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    private static let scannedMembers = 8

    /// The members in their order.
    package private(set) var members: [Member] = []
    /// Positions by name, kept only once scanning would be slow.
    private var positions: [String: Int] = [:]

    /// An object without members.
    package init() {}

    /// The value of the name.
    package subscript(name: String) -> JSON? {
        position(of: name).map { members[$0].value }
    }

    /// Adds a member at the end; false, and no change, if the name is taken.
    package mutating func append(_ name: String, _ value: JSON) -> Bool {
        guard position(of: name) == nil else { return false }
        members.append(Member(name: name, value: value))
        if members.count > Self.scannedMembers {
            indexNewMembers()
        }
        return true
    }

    private func position(of name: String) -> Int? {
        positions.isEmpty ? members.firstIndex { $0.name == name } : positions[name]
    }

    private mutating func indexNewMembers() {
        for position in positions.count..<members.count {
            positions[members[position].name] = position
        }
    }
}

extension JSONObject: Equatable {
    /// Objects are equal if their members are, in any order.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members.count == right.members.count
            && left.members.allSatisfy { right[$0.name] == $0.value }
    }
}
