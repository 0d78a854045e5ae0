import CMicrohttpd
import CMicrohttpdShim
import Glibc

/// An answer in the library's form.
@safe struct NativeResponse: ~Copyable {
    private let native: OpaquePointer

    /// Nil if memory or descriptors are short.
    init?(_ response: Response, reader: (any BodyReader)?, gate: Gate) {
        guard let made = unsafe Self.make(response.body, reader: reader, gate: gate) else { return nil }
        unsafe native = made
        unsafe response.headers.forEachCString { name, value in
            _ = unsafe MHD_add_response_header(made, name, value)
        }
    }

    deinit {
        unsafe MHD_destroy_response(native)
    }

    /// Has it sent; the library keeps it as long as it needs it.
    func queue(on connection: OpaquePointer, status: Status) -> MHD_Result {
        unsafe MHD_queue_response(connection, UInt32(status.code), native)
    }

    private static func make(_ body: ResponseBody, reader: (any BodyReader)?, gate: Gate) -> OpaquePointer? {
        switch body {
        case .empty:
            return unsafe MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
        case .bytes(let bytes):
            return unsafe bytes.withUnsafeBytes { buffer in
                // Copied by the library before the call returns.
                unsafe MHD_create_response_from_buffer(
                    buffer.count,
                    UnsafeMutableRawPointer(mutating: buffer.baseAddress),
                    .RESPMEM_MUST_COPY
                )
            }
        case .prepared(let body):
            let bytes = body.identity
            let held = unsafe Unmanaged.passRetained(bytes)
            let made = unsafe MHD_create_response_from_buffer_with_free_callback_cls(
                bytes.count,
                bytes.start,
                releaseObject,
                held.toOpaque()
            )
            if unsafe made == nil { unsafe held.release() }
            return unsafe made
        case .file(let file):
            return unsafe make(file)
        case .stream, .events:
            guard let reader else { return nil }
            let size = body.count.map { UInt64($0) } ?? http_size_unknown
            let held = unsafe Unmanaged.passRetained(BodyPump(reader: reader, gate: gate))
            let made = unsafe MHD_create_response_from_callback(
                size,
                32_768,
                readBody,
                held.toOpaque(),
                releaseBody
            )
            if unsafe made == nil { unsafe held.release() }
            return unsafe made
        }
    }

    /// The library closes the descriptor that it is given.
    private static func make(_ file: FileBody) -> OpaquePointer? {
        guard let descriptor = file.duplicate() else { return nil }
        let made = unsafe MHD_create_response_from_fd_at_offset64(
            UInt64(file.count),
            descriptor,
            UInt64(file.offset)
        )
        if unsafe made == nil { close(descriptor) }
        return unsafe made
    }
}

/// Moves a reader's bytes into the library's buffer, or lets the connection wait for them.
private final class BodyPump: Sendable {
    private let reader: any BodyReader
    private let gate: Gate

    init(reader: any BodyReader, gate: Gate) {
        self.reader = reader
        self.gate = gate
        reader.attach(waking: { gate.wake() })
    }

    deinit {
        reader.abandon()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            switch unsafe reader.read(into: buffer) {
            case .bytes(let count): return count
            case .end: return http_reader_end
            case .failure: return http_reader_failure
            case .wait:
                switch gate.halt() {
                case .suspend: return 0
                case .lookAgain: continue
                case .giveUp: return http_reader_failure
                }
            }
        }
    }
}

/// Called by the library for more of a body.
private func readBody(
    _ pump: UnsafeMutableRawPointer?,
    _ position: UInt64,
    _ buffer: UnsafeMutablePointer<CChar>?,
    _ capacity: Int
) -> Int {
    guard let pump = unsafe pump else { return http_reader_failure }
    return unsafe Unmanaged<BodyPump>.fromOpaque(pump).takeUnretainedValue()
        .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
}

/// Called by the library when it lets go of a body that is made while it is sent.
private func releaseBody(_ pump: UnsafeMutableRawPointer?) {
    guard let pump = unsafe pump else { return }
    unsafe Unmanaged<BodyPump>.fromOpaque(pump).release()
}

/// Called by the library when it lets go of shared bytes.
private func releaseObject(_ object: UnsafeMutableRawPointer?) {
    guard let object = unsafe object else { return }
    unsafe Unmanaged<SharedBytes>.fromOpaque(object).release()
}
