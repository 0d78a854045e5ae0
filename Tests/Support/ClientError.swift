/// What can go wrong between a raw client and a server.
package enum ClientError: Error {
    /// The system gave no thread.
    case noThread
    /// Nobody listens.
    case cannotConnect(errno: Int32)
    /// The other end closed too early.
    case closed
    /// Nothing came for too long.
    case timedOut
    /// What came is no HTTP.
    case malformed(String)
}
