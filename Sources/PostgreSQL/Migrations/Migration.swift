/// One numbered file of SQL.
package struct Migration: Sendable, Equatable {
    /// The number its name begins with.
    package let number: Int32
    /// The name of the file, such as `0001_reports.sql`.
    package let name: String
    /// What is in it.
    let script: [UInt8]

    /// Nil unless the name is four digits, an underscore, lower-case words and `.sql`.
    init?(name: String, script: [UInt8]) {
        let characters = Array(name.utf8)
        let digits = characters.prefix(4)
        let rest = characters.dropFirst(5).dropLast(4)
        let isWord = rest.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
        }
        guard
            name.hasSuffix(".sql"), !rest.isEmpty, isWord, characters[4] == UInt8(ascii: "_"),
            digits.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        number = digits.reduce(0) { $0 * 10 + Int32($1 - 48) }
        self.name = name
        self.script = script
    }
}

/// A migration as the database remembers it.
struct AppliedMigration: Sendable, Equatable {
    let number: Int32
    let name: String
    let checksum: String
}
