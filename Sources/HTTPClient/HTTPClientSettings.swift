/// The bounds of a client.
package struct HTTPClientSettings: Sendable {
    /// What its threads are called; the kernel keeps 15 bytes.
    package var name: String
    /// Requests that are under way at once, each on a thread of its own.
    package var workers = 2
    /// Requests that may wait; one more is refused.
    package var queueCapacity = 64
    /// How long a connection may take to come about.
    package var connectTimeout: Duration = .seconds(1)
    /// How long a request may take in all, waiting included.
    package var deadline: Duration = .seconds(2)
    /// Bytes of the body of an answer.
    package var longestAnswer = 1 << 20

    /// The usual bounds.
    package init(name: String) {
        self.name = name
    }
}
