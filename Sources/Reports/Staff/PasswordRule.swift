import Formats

/// What a password must be: long, and not what everybody tries first.
///
/// No rules about kinds of characters: they make passwords worse (NIST SP 800-63B, section 5.1.1.2).
package enum PasswordRule {
    /// The fewest characters.
    package static let fewestCharacters = 12
    /// The most bytes.
    package static let mostBytes = 512
    private static let fewestDifferent = 5

    /// What is wrong with a password.
    package enum Fault: String, Error, CaseIterable, Sendable {
        case tooShort = "too_short"
        case tooLong = "too_long"
        /// It is made of the name that signs in.
        case isName = "is_name"
        /// Others have it too, or it repeats itself.
        case usual
        /// It is the one that was to be replaced.
        case unchanged
        /// A character that nobody sees, which another keyboard may not have.
        case control
    }

    /// The fault of a password for an account; nil if it will do.
    package static func fault(in password: String, for login: StaffLogin) -> Fault? {
        guard password.utf8.count <= mostBytes else { return .tooLong }
        guard password.count >= fewestCharacters else { return .tooShort }
        guard TextFlaw(in: password, allowing: .refused) == nil else { return .control }
        let folded = password.lowercased()
        if isMade(folded, of: login.text) { return .isName }
        let bare = folded.filter { $0.isLetter || $0.isNumber }
        if Set(folded).count < fewestDifferent || usual.contains(bare) { return .usual }
        return nil
    }

    /// Whether little is left of a password once a name is taken out of it.
    private static func isMade(_ password: String, of name: String) -> Bool {
        guard name.count >= 3, password.contains(name) else { return false }
        return password.replacing(name, with: "").count < fewestCharacters / 2
    }

    /// Letters and digits of what is tried first, of twelve characters and more.
    private static let usual: Set<String> = [
        "123456789012", "1234567890123", "12345678901234", "1234567890qwerty", "1q2w3e4r5t6y", "1qaz2wsx3edc",
        "1qaz2wsx3edc4rfv", "abcdefghijkl", "abcdefghijklm", "administrator", "administrator1",
        "adminadminadmin", "changeme1234", "haslo1234567", "haslo12345678", "haslo123456789", "haslohaslo12",
        "haslohaslohaslo", "iloveyou1234", "jakieshaslo1", "kochamcie123", "krakow123456", "krakowkrakow",
        "letmein12345", "mojehaslo123", "mojehaslo1234", "p4ssw0rd1234", "password1234", "password12345",
        "password123456", "passwordpassword", "polska123456", "polskapolska", "q1w2e3r4t5y6", "qazwsxedcrfv",
        "qwerty123456", "qwertyqwerty", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdfgh", "qwertyuiopasdf",
        "qweasdzxc123", "trustno1trustno1", "welcome12345", "wisla1906krakow", "wislakrakow1906",
        "zaq12wsxcde3", "zaq1zaq1zaq1", "zaq12wsxzaq1", "zxcvbnmasdfghjkl", "cracovia1906", "superhaslo12",
    ]
}
