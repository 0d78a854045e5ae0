/// The words of a command line, sorted into settings, options of the command, and the rest.
struct Arguments: Equatable {
    private(set) var settings: [Setting: String] = [:]
    private(set) var options: [String: String] = [:]
    private(set) var switches: Set<String> = []
    /// The words without a name, as many as the command may have.
    private(set) var operands: [String] = []

    /// Reads `--name value` and `--name=value`; `command` says which names it knows.
    init(_ words: some Sequence<String>, of command: CommandDescription) throws(ArgumentError) {
        var rest = Array(words)[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--"), word.count > 2 else {
                if operands.count < command.operands.count {
                    operands.append(word)
                    continue
                }
                throw ArgumentError("'\(word)' was not expected")
            }
            let parts = word.dropFirst(2).split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let name = String(parts[0])
            let given = parts.count == 2 ? String(parts[1]) : nil
            if command.switches.contains(where: { $0.name == name }) {
                guard given == nil else { throw ArgumentError("--\(name) takes no value") }
                switches.insert(name)
                continue
            }
            let setting = Setting(rawValue: name).flatMap { command.settings.contains($0) ? $0 : nil }
            guard setting != nil || command.options.contains(where: { $0.name == name }) else {
                throw ArgumentError("there is no option --\(name)")
            }
            guard let value = given ?? rest.popFirst(), !value.isEmpty else {
                throw ArgumentError("--\(name) needs a value")
            }
            if let setting {
                guard settings.updateValue(value, forKey: setting) == nil else {
                    throw ArgumentError("--\(name) is given twice")
                }
            } else if options.updateValue(value, forKey: name) != nil {
                throw ArgumentError("--\(name) is given twice")
            }
        }
    }
}

/// What is wrong with a command line.
struct ArgumentError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
