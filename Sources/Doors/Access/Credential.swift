import HTTP
import Ledger

/// What a request shows of who asks (RFC 6750: `Authorization: Bearer …`).
enum Credential {
    /// Nothing: one of the public.
    case none
    /// An API key, in force or not.
    case key(KeyText)
    /// The secret of some report.
    case secret(String)

    private static let scheme = "bearer"

    /// Reads the header; what is neither key nor secret is refused rather than taken for nothing.
    ///
    /// Where there is none, `parameter` may hold a key, as some protocols have it.
    init(_ request: Request, parameter: String? = nil) throws(Problem) {
        let values = request.headers.values(of: .authorization)
        guard let value = values.first else {
            guard let parameter, !parameter.isEmpty else {
                self = .none
                return
            }
            guard let key = KeyText(parsing: parameter) else { throw .unknownCredential }
            self = .key(key)
            return
        }
        let words = value.split(separator: " ")
        guard values.count == 1, words.count == 2, words[0].lowercased() == Credential.scheme else {
            throw .unknownCredential
        }
        let token = String(words[1])
        if let key = KeyText(parsing: token) {
            self = .key(key)
        } else if ReportSecrets.isWellFormed(token) {
            self = .secret(token)
        } else {
            throw .unknownCredential
        }
    }
}
