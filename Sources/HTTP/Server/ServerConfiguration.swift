/// Where the server listens, whom it believes, and its bounds.
package struct ServerConfiguration: Sendable {
    /// A numeric IPv4 or IPv6 address.
    package var address: String
    /// 0 lets the system choose.
    package var port: UInt16
    /// Threads with an event loop each.
    package var eventLoops = 2
    /// Proxies whose `Forwarded` and `X-Forwarded-…` are believed, and which may hold any number of connections.
    package var proxies: [AddressRange] = []
    /// The address that clients use: no other host is served.
    package var publicAddress: PublicAddress?
    /// The bounds.
    package var limits = ServerLimits()

    /// Listens at the given place with the usual bounds.
    package init(address: String = "127.0.0.1", port: UInt16 = 0) {
        self.address = address
        self.port = port
    }
}

/// What strangers may take of the server.
package struct ServerLimits: Sendable {
    /// Connections in all; above them, new ones wait to be accepted.
    package var connections = 4_096
    /// Connections from one IPv4 address or one IPv6 /64.
    package var connectionsPerAddress = 256
    /// Bytes of a request's head; above them the answer is 431.
    package var headBytes = 12_288
    /// Bytes of a body that nobody wants, which are read so that the connection can be kept.
    package var unwantedBodyBytes = 65_536
    /// Bytes of a body that are kept without being counted.
    package var uncountedBodyBytes = 65_536
    /// Bytes of longer bodies that are kept at once; above them the answer is 503.
    package var heldBodyBytes = 512 << 20
    /// The same from one IPv4 address or one IPv6 /64: three reports with five photos of the largest size.
    package var heldBodyBytesPerAddress = 112 << 20
    /// How long a connection may wait for a request, and take to send its head.
    package var idle: Duration = .seconds(30)
    /// How long a body may take, plus its length at the slowest rate.
    package var body: Duration = .seconds(30)
    /// The slowest rate at which a body may come, in bytes a second.
    package var slowestUpload = 16_384
    /// How long a task may take to answer.
    package var answer: Duration = .seconds(30)
    /// How long a client may take to receive an answer of known length, plus its length at the slowest rate.
    package var send: Duration = .seconds(60)
    /// The slowest rate at which such an answer may be received, in bytes a second.
    package var slowestDownload = 4_096
    /// How long a streamed body may take; server-sent events have no such bound.
    package var stream: Duration = .seconds(3_600)
    /// How often deadlines are looked at.
    package var inspection: Duration = .milliseconds(250)

    /// The usual bounds.
    package init() {}
}

/// Why the server did not start.
package enum ServerError: Error, Equatable {
    /// The address is not numeric IPv4 or IPv6.
    case badAddress(String)
    /// The system refused a socket, an address or a port.
    case cannotListen(address: String, port: UInt16, errno: Int32)
    /// The system has no threads or descriptors left.
    case noResources(errno: Int32)
}
