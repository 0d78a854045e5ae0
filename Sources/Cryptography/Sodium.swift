import CSodium

/// The library behind this module.
enum Sodium {
    /// Whether it found the system's randomness and the fastest code for this machine; made ready once, on any thread.
    // The function returns -1 where there is no randomness to be had, 0 or 1 (ready already) else.
    static let isReady = sodium_init() >= 0
}
