import Glibc

/// Opens the socket that connections come to.
enum ListeningSocket {
    /// Waiting connections beyond these are dropped by the kernel, and try again.
    private static let backlog: Int32 = 1_024

    /// The socket and the port it has.
    static func open(address: String, port: UInt16) throws(ServerError) -> (socket: Int32, port: UInt16) {
        guard let parsed = IPAddress(address) else { throw .badAddress(address) }
        let descriptor = make(family: parsed.isV4 ? AF_INET : AF_INET6)
        guard descriptor >= 0 else { throw .cannotListen(address: address, port: port, errno: errno) }
        var yes: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, size) == 0,
            bind(descriptor, to: parsed, port: port), listen(descriptor, backlog) == 0
        else {
            let failure = errno
            close(descriptor)
            throw .cannotListen(address: address, port: port, errno: failure)
        }
        return (descriptor, boundPort(of: descriptor))
    }

    /// A socket for TCP that is bound to nothing yet; negative if there are none left.
    static func make(family: Int32) -> Int32 {
        socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    }

    private static func bind(_ descriptor: Int32, to address: IPAddress, port: UInt16) -> Bool {
        if address.isV4 {
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            place.sin_addr.s_addr = UInt32(truncatingIfNeeded: address.low).bigEndian
            return bind(descriptor, &place)
        }
        var place = sockaddr_in6()
        place.sin6_family = sa_family_t(AF_INET6)
        place.sin6_port = port.bigEndian
        place.sin6_addr = unsafe unsafeBitCast(
            (address.high.bigEndian, address.low.bigEndian),
            to: in6_addr.self
        )
        return bind(descriptor, &place)
    }

    private static func bind<Place>(_ descriptor: Int32, _ place: inout Place) -> Bool {
        unsafe withUnsafeMutableBytes(of: &place) { bytes in
            guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
                return false
            }
            return unsafe Glibc.bind(descriptor, start, socklen_t(bytes.count)) == 0
        }
    }

    private static func boundPort(of descriptor: Int32) -> UInt16 {
        var place = sockaddr_in6()
        var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
        unsafe withUnsafeMutableBytes(of: &place) { bytes in
            guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return }
            _ = unsafe getsockname(descriptor, start, &size)
        }
        // sin_port and sin6_port lie at the same offset.
        return UInt16(bigEndian: place.sin6_port)
    }
}
