import CMicrohttpd
import CMicrohttpdShim
import Glibc

// Called by the library on its event loops' threads. Contexts: the daemon's is a ServerCore, a connection's a
// Connection, a request's an Exchange; each is retained where it is handed over and released where the library ends it.

/// Decides whether a connection is accepted.
func acceptConnection(
    _ context: UnsafeMutableRawPointer?,
    _ address: UnsafePointer<sockaddr>?,
    _ length: UInt32
) -> MHD_Result {
    guard let context = unsafe context else { return .NO }
    let core = unsafe Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    guard let peer = unsafe IPAddress(socketAddress: address) else {
        core.observe(.connectionRefused(.unknownFamily))
        return .NO
    }
    return core.admits(peer) ? .YES : .NO
}

/// Notes that a connection was opened or closed.
func changeConnection(
    _ context: UnsafeMutableRawPointer?,
    _ native: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    _ change: MHD_ConnectionNotificationCode
) {
    guard let context = unsafe context, let native = unsafe native, let slot = unsafe slot else { return }
    let core = unsafe Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    switch change {
    case .CONNECTION_NOTIFY_STARTED:
        let peer = unsafe IPAddress(socketAddress: http_connection_address(native)) ?? .loopback
        let connection = core.opened(socket: unsafe http_connection_socket(native), peer: peer)
        unsafe slot.pointee = Unmanaged.passRetained(connection).toOpaque()
    case .CONNECTION_NOTIFY_CLOSED:
        guard let held = unsafe slot.pointee else { return }
        core.closed(unsafe Unmanaged<Connection>.fromOpaque(held).takeRetainedValue())
        unsafe slot.pointee = nil
    @unknown default:
        return
    }
}

/// Begins a request when its first line has been read; the result is the request's context.
func beginRequest(
    _ context: UnsafeMutableRawPointer?,
    _ target: UnsafePointer<CChar>?,
    _ native: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context, let target = unsafe target, let native = unsafe native,
        let held = unsafe http_connection_context(native)
    else { return nil }
    let core = unsafe Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    let connection = unsafe Unmanaged<Connection>.fromOpaque(held).takeUnretainedValue()
    let bytes = unsafe UnsafeRawBufferPointer(start: target, count: strlen(target))
    let exchange = unsafe Exchange(core: core, connection: connection, native: native, target: bytes)
    // The exchange has read it.
    unsafe http_join_arguments(target)
    connection.set(exchange)
    // After it can be found: whoever halts the server has either seen it, or is seen here.
    if core.isHalted { exchange.gate.seal() }
    return unsafe Unmanaged.passRetained(exchange).toOpaque()
}

/// Goes on with a request: its head, each part of its body, its end, and each time it is resumed.
func continueRequest(
    _ context: UnsafeMutableRawPointer?,
    _ native: OpaquePointer?,
    _ target: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?,
    _ version: UnsafePointer<CChar>?,
    _ data: UnsafePointer<CChar>?,
    _ size: UnsafeMutablePointer<Int>?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let size = unsafe size, let held = unsafe slot?.pointee else { return .NO }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(held).takeUnretainedValue()
    switch exchange.step {
    case .head:
        return unsafe exchange.receiveHead(method: method, version: version)
    case .body:
        let count = unsafe size.pointee
        guard count > 0 else { return exchange.dispatch() }
        unsafe size.pointee = 0
        return unsafe exchange.receiveBody(UnsafeRawBufferPointer(start: data, count: count))
    case .answering:
        return exchange.waitForAnswer()
    case .answered:
        return .NO
    }
}

/// Ends a request, answered or not.
func endRequest(
    _ context: UnsafeMutableRawPointer?,
    _ native: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    _ reason: MHD_RequestTerminationCode
) {
    guard let slot = unsafe slot, let held = unsafe slot.pointee else { return }
    unsafe slot.pointee = nil
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(held).takeRetainedValue()
    exchange.finish(isComplete: reason == .REQUEST_TERMINATED_COMPLETED_OK)
}
