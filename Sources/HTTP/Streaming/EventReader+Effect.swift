extension EventReader {
    /// What is left to do once no lock is held.
    enum Effect {
        /// There is something to read.
        case wake(@Sendable () -> Void)
        /// The client does not keep up.
        case drop(EventReader, cut: @Sendable () -> Void, wake: (@Sendable () -> Void)?)

        func run() {
            switch self {
            case .wake(let wake):
                wake()
            case .drop(let reader, let cut, let wake):
                reader.source.remove(reader, dropped: true)
                cut()
                wake?()
            }
        }
    }
}
