/// Keeps the last message that GEOS gave in one context.
final class MessageSink {
    /// The longest message kept, in bytes.
    static let limit = 400

    private var last = ""

    func keep(_ message: UnsafePointer<CChar>) {
        var bytes: [UInt8] = []
        while bytes.count < MessageSink.limit, unsafe message[bytes.count] != 0 {
            bytes.append(UInt8(bitPattern: unsafe message[bytes.count]))
        }
        last = String(decoding: bytes, as: UTF8.self)
    }

    /// Hands the message over and forgets it.
    func take() -> String {
        defer { last = "" }
        return last
    }
}

/// What GEOS calls with an error; `sink` is the context's `MessageSink`, which outlives the C handle.
func keepMessage(_ message: UnsafePointer<CChar>?, _ sink: UnsafeMutableRawPointer?) {
    guard let message = unsafe message, let sink = unsafe sink else { return }
    unsafe Unmanaged<MessageSink>.fromOpaque(sink).takeUnretainedValue().keep(message)
}
