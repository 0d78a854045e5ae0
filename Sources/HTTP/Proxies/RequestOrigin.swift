/// Who sent a request, and by which address of ours.
package struct RequestOrigin: Sendable {
    /// The client, or the farthest address of its way that we believe.
    package let client: IPAddress
    /// The address that the client used: the base of every link that we give it.
    package let base: PublicAddress

    /// A request from this machine.
    static let local = RequestOrigin(
        client: .loopback,
        base: PublicAddress("http://localhost") ?? fallback
    )

    private static let fallback = PublicAddress(isSecure: false, authority: .unnamed)
}

extension Authority {
    /// Stands for a host that a client of HTTP/1.0 did not name.
    static let unnamed = Authority(unchecked: "localhost")

    private init(unchecked host: String) {
        self.host = host
        port = nil
    }
}
