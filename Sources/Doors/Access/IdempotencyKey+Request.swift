package import HTTP
package import Ledger

extension IdempotencyKey {
    /// Reads `Idempotency-Key`; nil where a request has none.
    ///
    /// - Throws: 400 `malformed-idempotency-key` or `weak-idempotency-key`.
    package init?(of request: Request, by caller: Caller) throws(Problem) {
        let values = request.headers.values(of: .idempotencyKey)
        guard let value = values.first else { return nil }
        guard values.count == 1 else { throw .malformedIdempotencyKey }
        do throws(IdempotencyKey.Fault) {
            try self.init(value, of: caller.requestOwner)
        } catch {
            switch error {
            case .weak: throw .weakIdempotencyKey
            case .malformed: throw .malformedIdempotencyKey
            }
        }
    }
}
