/// Which proxies are believed, and what follows from their headers.
struct ProxyTrust: Sendable {
    /// The proxies in front of the service; nobody else's word counts.
    let proxies: [AddressRange]
    /// The address that clients use, where it is configured.
    let publicAddress: PublicAddress?

    /// Why a request's host is refused.
    enum Refusal: Error {
        /// It is not a host at all.
        case malformedHost
        /// It is somebody else's.
        case foreignHost
    }

    func isProxy(_ address: IPAddress) -> Bool {
        proxies.contains { $0.contains(address) }
    }

    /// Who sent a request: `peer` is the other end of the socket, `host` the request's `Host`.
    func origin(peer: IPAddress, host: String?, headers: Headers) throws(Refusal) -> RequestOrigin {
        var authority = Authority.unnamed
        if let host {
            guard let named = Authority(host) else { throw .malformedHost }
            authority = named
        }
        guard !proxies.isEmpty, isProxy(peer) else {
            return try origin(
                client: peer,
                isSecure: publicAddress?.isSecure ?? false,
                authority,
                named: host != nil
            )
        }
        let claim = ForwardingClaim(headers)
        if let named = claim.host {
            guard let forwarded = Authority(named) else { throw .malformedHost }
            authority = forwarded
        }
        let secure = claim.isSecure ?? publicAddress?.isSecure ?? false
        return try origin(
            client: client(peer: peer, hops: claim.hops),
            isSecure: secure,
            authority,
            named: host != nil
        )
    }

    /// The nearest address that is not a proxy of ours: everything before it may be made up.
    private func client(peer: IPAddress, hops: [String]) -> IPAddress {
        var nearest = peer
        for hop in hops.reversed() {
            guard let address = ForwardingClaim.address(hop) else { return nearest }
            nearest = address
            if !isProxy(address) { return address }
        }
        return nearest
    }

    /// Where a public address is configured, links are made of it and no other host is served, except to probes on
    /// this machine.
    private func origin(
        client: IPAddress,
        isSecure: Bool,
        _ authority: Authority,
        named: Bool
    ) throws(Refusal) -> RequestOrigin {
        let used = PublicAddress(isSecure: isSecure, authority: authority)
        guard let publicAddress else { return RequestOrigin(client: client, base: used) }
        let isOurs = !named || used.authority.host == publicAddress.authority.host || authority.isLoopback
        guard isOurs else { throw .foreignHost }
        return RequestOrigin(client: client, base: publicAddress)
    }
}

extension Authority {
    fileprivate var isLoopback: Bool {
        let bare = host.first == "[" ? String(host.dropFirst().dropLast()) : host
        return host == "localhost" || IPAddress(bare)?.isLoopback == true
    }
}
