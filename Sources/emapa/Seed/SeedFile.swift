import Formats

/// One object of a city's file, read member by member.
struct SeedFile {
    let name: String
    private let path: String
    private let object: JSONObject

    /// The whole file.
    init(_ bytes: [UInt8], name: String) throws(SeedDataError) {
        let json: JSON
        do {
            json = try JSON.parse(bytes, limits: .file)
        } catch {
            throw .syntax(file: name, error)
        }
        try self.init(json, name: name, path: "the object")
    }

    init(_ json: JSON, name: String, path: String) throws(SeedDataError) {
        guard let object = json.objectValue else { throw .missing(file: name, path) }
        self.name = name
        self.path = path
        self.object = object
    }

    func string(_ member: String) throws(SeedDataError) -> String {
        guard let text = object[member]?.stringValue else { throw missing(member) }
        return text
    }

    /// A whole number from 0 to a billion.
    func count(_ member: String) throws(SeedDataError) -> Int {
        guard let number = object[member]?.numberValue?.integer, number >= 0, number <= 1_000_000_000 else {
            throw missing(member)
        }
        return Int(number)
    }

    func child(_ member: String) throws(SeedDataError) -> SeedFile {
        guard let json = object[member] else { throw missing(member) }
        return try SeedFile(json, name: name, path: "\(path)/\(member)")
    }

    func children(_ member: String) throws(SeedDataError) -> [SeedFile] {
        guard let elements = object[member]?.arrayValue else { throw missing(member) }
        var children: [SeedFile] = []
        for element in elements {
            children.append(try SeedFile(element, name: name, path: "\(path)/\(member)"))
        }
        return children
    }

    /// A list of texts that isn't empty.
    func strings(_ member: String) throws(SeedDataError) -> [String] {
        let texts = object[member]?.arrayValue?.compactMap(\.stringValue) ?? []
        guard !texts.isEmpty, texts.count == object[member]?.arrayValue?.count else { throw missing(member) }
        return texts
    }

    /// A list of texts; none if the member isn't there.
    func stringsIfAny(_ member: String) throws(SeedDataError) -> [String] {
        object[member] == nil ? [] : try strings(member)
    }

    /// Twelve percentages.
    func year(_ member: String) throws(SeedDataError) -> [Int] {
        let months = object[member]?.arrayValue?.compactMap(\.numberValue?.integer) ?? []
        guard months.count == 12, months.allSatisfy({ 0...10_000 ~= $0 }) else { throw missing(member) }
        return months.map { Int($0) }
    }

    /// The names of all members, in the file's order.
    var names: [String] { object.members.map(\.name) }

    private func missing(_ member: String) -> SeedDataError {
        .missing(file: name, "\(path)/\(member)")
    }
}
