extension EventSource {
    /// How much is kept for clients.
    package struct Limits: Sendable {
        /// Clients at the same time.
        package var clients = 2_000
        /// Bytes that wait for one client, shared among all that wait for the same; above them it is dropped.
        package var backlogBytes = 262_144
        /// Events that are kept for those who come back.
        package var journalEvents = 1_024
        /// Bytes of these events; fewer than may wait, so that nobody is dropped for what was missed.
        package var journalBytes = 131_072
        /// Silence after which a comment is sent.
        package var heartbeat: Duration = .seconds(15)
        /// How long clients are told to wait before they come back.
        package var retryMilliseconds = 3_000

        /// The limits that suit most streams.
        package init() {}
    }
}
