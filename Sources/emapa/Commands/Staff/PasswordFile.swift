import Reports

/// A password that somebody has chosen, read from a file or the standard input: never from a command line,
/// where others could see it.
enum PasswordFile {
    /// The first line of a file; `-` stands for the standard input.
    ///
    /// - Throws: why it cannot be read, or what is wrong with the password.
    static func password(in name: String, for login: StaffLogin) throws -> String {
        let password: String
        if name == "-" {
            var lines = InputLines()
            password = String(decoding: lines.next() ?? [], as: UTF8.self)
        } else {
            let bytes = try FileContents.read(name)
            let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            password = String(decoding: line, as: UTF8.self)
        }
        if let fault = PasswordRule.fault(in: password, for: login) {
            throw ArgumentError("the password will not do: \(fault.words)")
        }
        return password
    }
}

extension PasswordRule.Fault {
    fileprivate var words: String {
        switch self {
        case .tooShort: "it needs at least \(PasswordRule.fewestCharacters) characters"
        case .tooLong: "it is too long"
        case .isName: "it is made of the account's name"
        case .usual: "too many have it, or it is too easy to guess"
        case .unchanged: "it is the one that is to be replaced"
        case .control: "it holds a character that nobody sees"
        }
    }
}
