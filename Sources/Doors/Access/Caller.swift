package import HTTP
package import Ledger

/// Who asks: with a key in force, with a report's secret, or as one of the public.
package struct Caller: Sendable {
    /// The key, if one was shown; it was in force when it was looked up.
    package let key: APIKey?
    /// A report's secret, if one was shown; whether it is that of a report only the report can tell.
    package let secret: String?
    /// Where the client is, as far as the proxies are believed.
    package let address: IPAddress

    /// Joins the parts.
    package init(key: APIKey? = nil, secret: String? = nil, address: IPAddress) {
        self.key = key
        self.secret = secret
        self.address = address
    }

    /// Whether a key with the scope was shown.
    package func may(_ scope: KeyScope) -> Bool {
        key?.scopes.contains(scope) == true
    }

    /// The key, which has to have one of the scopes.
    ///
    /// - Throws: 401 `credential-required` without a key, 403 `missing-scope` with one that is for something else.
    @discardableResult
    package func require(_ scopes: KeyScope...) throws(Problem) -> APIKey {
        guard let key else { throw .credentialRequired }
        guard !key.scopes.isDisjoint(with: scopes) else { throw .missingScope(scopes) }
        return key
    }

    /// The code of the unit that the caller acts for, if any.
    package var unit: String? { key?.unit }

    /// Whose idempotency keys the caller's are compared with; a secret opens a report and names nobody.
    package var requestOwner: IdempotencyKey.Owner {
        key.map { .key($0.id) } ?? .anonymous
    }
}
