package import HTTP
package import Ledger

/// Who of the staff asks: the same for everything below `/dispatch/`, pages or not.
package struct StaffGate: Sendable {
    private let sessions: StaffSessions

    /// A gate that knows these sessions.
    package init(_ sessions: StaffSessions) {
        self.sessions = sessions
    }

    /// The session in force that a request belongs to, whatever its stage; nil where there is none.
    package func session(of request: Request) async throws -> StaffSession? {
        guard let token = StaffCookie.token(of: request) else { return nil }
        return try await sessions.find(token)
    }

    /// Whoever has signed in.
    ///
    /// - Throws: 401 `sign-in-required`.
    package func staff(of request: Request) async throws -> SignedInStaff {
        guard let session = try await session(of: request), let staff = SignedInStaff(session) else {
            throw Problem.signInRequired
        }
        return staff
    }

    /// Whoever has signed in, for a change that a page of ours sends: by its form, or by its script.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - formToken: what the page had from `SessionToken.formToken`; nil where it has sent none.
    /// - Returns: whoever has signed in.
    /// - Throws: 401 `sign-in-required`, 403 `foreign-form` or `stale-form`.
    package func staff(changing request: Request, formToken: String?) async throws -> SignedInStaff {
        try SameOrigin.demand(request)
        let staff = try await staff(of: request)
        try StaffGate.check(formToken, of: staff.session)
        return staff
    }

    /// Refuses a form that no page of the session has made.
    ///
    /// - Throws: 403 `stale-form`.
    static func check(_ formToken: String?, of session: StaffSession) throws(Problem) {
        guard let formToken, session.token.isFormToken(formToken) else { throw .staleForm }
    }

    /// Whether a request carries the cookie of a session, be it in force or not.
    package static func hasCookie(_ request: Request) -> Bool {
        StaffCookie.token(of: request) != nil
    }
}
