import Threads

/// Hashes passwords one by one on a thread of its own: strangers can use up neither memory nor processors.
///
/// Few may wait; who comes then is refused at once.
package final class PasswordWork: Sendable {
    /// Why a password was not looked at.
    package enum Refused: Error, Equatable, Sendable {
        /// Too many wait already; trying again in some seconds may help.
        case busy
        /// There is no memory for it at this moment.
        case noMemory
    }

    /// How many may wait: whoever is last waits about two seconds.
    package static let queueCapacity = 16

    private let crew: Crew

    /// Starts the thread, which ends when nobody holds this any more.
    ///
    /// - Parameter queueCapacity: how many may wait.
    package init(queueCapacity: Int = PasswordWork.queueCapacity) {
        crew = Crew(named: "passwords", workers: 1, queueCapacity: queueCapacity)
    }

    /// The hash of a new password.
    ///
    /// - Throws: `Refused`, or `CancellationError` when nobody waits for it any more.
    package func hash(_ password: String) async throws -> PasswordHash {
        guard let hash = try await run({ PasswordHash(of: password) }) else { throw Refused.noMemory }
        return hash
    }

    /// Whether a password is the one that a hash was made of.
    ///
    /// - Throws: `Refused`, or `CancellationError` when nobody waits for it any more.
    package func isRight(_ password: String, for hash: PasswordHash) async throws -> Bool {
        try await run { hash.isHash(of: password) }
    }

    private func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async throws -> Value {
        do {
            return try await crew.run(body)
        } catch {
            switch error {
            case .overloaded, .closed: throw Refused.busy
            case .cancelled: throw CancellationError()
            }
        }
    }
}
