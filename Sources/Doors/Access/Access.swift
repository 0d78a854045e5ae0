package import HTTP
import Ledger

/// Why somebody was refused, for the metrics.
package enum AccessRefusal: String, Sendable {
    /// Neither a key in force nor a secret.
    case unknownCredential = "unknown_credential"
    /// Over the limit of reading.
    case reads
    /// Over the limit of writing.
    case writes
    /// Over the limit of keys that nobody has heard of.
    case guesses
    /// Over the limit of signing in.
    case signIns = "sign_ins"
}

/// Who asks, and whether not too often: the same for all doors.
///
/// A group of routes runs `check` before a body is read; a handler that needs to know who asks calls `caller`.
package struct Access: Sendable {
    private let ring: KeyRing
    private let limits: RateLimits
    private let refused: @Sendable (AccessRefusal) -> Void

    /// Joins the parts; `refused` is called on any thread and must not block.
    package init(
        ring: KeyRing,
        limits: RateLimits,
        refused: @escaping @Sendable (AccessRefusal) -> Void = { _ in }
    ) {
        self.ring = ring
        self.limits = limits
        self.refused = refused
    }

    /// Refuses who asks too often and who shows a credential that is known to be none; quick, as a group's check must be.
    ///
    /// A key that is unheard of passes here, and is looked up by `caller`.
    package func check(_ request: Request) throws {
        try check(request, as: request.method == .get || request.method == .head ? .read : .write)
    }

    /// The same where asking by POST is reading too.
    package func checkReading(_ request: Request) throws {
        try check(request, as: .read)
    }

    /// The same where a key may stand in a parameter, which a form's body may hold: then it is called once more.
    package func check(_ request: Request, key: String?) throws {
        try check(request, as: request.method == .post ? .write : .read, parameter: key)
    }

    /// Counts who sends a body in which a key may stand as one who reads: a key without a limit may be in it.
    package func checkUnread(_ request: Request) throws(Problem) {
        try admit(.read, limits.take(.read, by: request.remoteAddress))
    }

    /// The same where a name, a password or a code is tried.
    package func checkSigningIn(_ request: Request) throws {
        guard request.method == .post else { return }
        try admit(.signIn, limits.take(.signIn, by: request.remoteAddress))
    }

    private func check(_ request: Request, as use: RateLimits.Use, parameter: String? = nil) throws {
        let address = request.remoteAddress
        let credential: Credential
        do throws(Problem) {
            credential = try Credential(request, parameter: parameter)
        } catch {
            try admit(use, limits.take(use, by: address))
            throw refusing(error)
        }
        guard case .key(let text) = credential else { return try admit(use, limits.take(use, by: address)) }
        switch ring.standing(of: text.hash) {
        case .known(let key):
            try admit(use, limits.take(use, by: key))
        case .unknown:
            try admit(use, limits.take(use, by: address))
            throw refusing(.unknownCredential)
        case .unheardOf:
            try admit(.guess, limits.take(.guess, by: address))
        }
    }

    /// Who asks.
    ///
    /// - Throws: 401 `unknown-credential`: a wrong or revoked key never makes one of the public.
    package func caller(of request: Request, key: String? = nil) async throws -> Caller {
        switch try Credential(request, parameter: key) {
        case .none:
            return Caller(address: request.remoteAddress)
        case .secret(let secret):
            return Caller(secret: secret, address: request.remoteAddress)
        case .key(let text):
            guard let key = try await ring.key(text.hash) else { throw refusing(.unknownCredential) }
            return Caller(key: key, address: request.remoteAddress)
        }
    }

    private func refusing(_ problem: Problem) -> Problem {
        refused(.unknownCredential)
        return problem
    }

    private func admit(_ use: RateLimits.Use, _ wait: Duration?) throws(Problem) {
        guard let wait else { return }
        switch use {
        case .read: refused(.reads)
        case .write: refused(.writes)
        case .guess: refused(.guesses)
        case .signIn: refused(.signIns)
        }
        let (seconds, attoseconds) = wait.components
        throw .tooManyRequests(retryAfterSeconds: Int(clamping: seconds) + (attoseconds > 0 ? 1 : 0))
    }
}
