import Cryptography
import Formats
import HTTP
import Ledger
import Pages
import Reports

/// The secret that a session offers to an authenticator: an address for its camera, and text to type.
struct CodeOffer {
    private let secret: String
    private let login: String

    init(_ session: StaffSession) {
        secret = Base32.encode(session.token.offeredSecret.bytes)
        login = session.account.login.text
    }

    /// The address that authenticators read; a login needs no escape.
    var address: String {
        "otpauth://totp/Emapa:\(login)?secret=\(secret)&issuer=Emapa"
            + "&algorithm=SHA1&digits=\(OneTimeCode.digits)&period=\(OneTimeCode.period)"
    }

    /// In groups of four, as people type it.
    var text: String {
        stride(from: 0, to: secret.count, by: 4)
            .map { String(secret.dropFirst($0).prefix(4)) }
            .joined(separator: " ")
    }

    var values: PageScope { ["codeAddress": .text(address), "codeSecret": .text(text)] }
}
