/// A body that a task writes while it is sent.
package struct ResponseStream: Sendable {
    /// How many bytes there will be; nil if that is not known beforehand.
    package let count: Int?
    let produce: @Sendable (BodyWriter) async throws -> Void

    /// Takes the closure that writes the body.
    ///
    /// Its task is cancelled when the client goes; when it throws, the connection is cut, because the head
    /// has been sent already.
    package init(count: Int? = nil, _ produce: @escaping @Sendable (BodyWriter) async throws -> Void) {
        self.count = count
        self.produce = produce
    }
}

/// The writing end of a body; belongs to one task.
package struct BodyWriter: Sendable {
    private let append: @Sendable ([UInt8]) async throws(BodyClosed) -> Void

    init(append: @escaping @Sendable ([UInt8]) async throws(BodyClosed) -> Void) {
        self.append = append
    }

    /// Hands over bytes, and waits while the client is too far behind.
    package func write(_ bytes: [UInt8]) async throws(BodyClosed) {
        if !bytes.isEmpty { try await append(bytes) }
    }
}

/// Nobody reads the body any more.
package struct BodyClosed: Error {}
