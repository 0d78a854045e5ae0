import Ledger

/// What the commands about keys read from their command lines.
enum KeyWords {
    static let name = "what it is called: 1 to 64 of letters, digits, '.', '_' and '-'"
    static let scopes = KeyScope.allCases.map(\.rawValue).joined(separator: ", ")

    static func name(in arguments: Arguments) throws(ArgumentError) -> KeyName {
        guard let text = arguments.options["name"] else {
            throw ArgumentError("--name needs the key's name")
        }
        guard let name = KeyName(text) else {
            throw ArgumentError("--name needs 1 to 64 of letters, digits, '.', '_' and '-'")
        }
        return name
    }

    static func scopes(in arguments: Arguments) throws(ArgumentError) -> Set<KeyScope> {
        guard let text = arguments.options["scope"] else {
            throw ArgumentError("--scope needs one or more of \(scopes), joined by commas")
        }
        var found: Set<KeyScope> = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let scope = KeyScope(rawValue: String(word)) else {
                throw ArgumentError("there is no scope '\(word)'; --scope needs one or more of \(scopes)")
            }
            found.insert(scope)
        }
        return found
    }
}
