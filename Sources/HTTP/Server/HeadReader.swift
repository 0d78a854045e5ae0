import CMicrohttpd
import CMicrohttpdShim

/// Reads the headers of a request out of the library, and finds what makes a request ambiguous (RFC 9112 §6.3, §11).
struct HeadReader {
    private(set) var headers = Headers(reserving: 512)
    /// The first fault found.
    private(set) var fault: MalformedRequest?
    private(set) var host: String?
    /// The body's length, if it was named; the library has refused those that are not numbers.
    private(set) var contentLength: Int?
    private(set) var isChunked = false
    private(set) var expectsContinue = false

    init(_ connection: OpaquePointer) {
        unsafe withUnsafeMutablePointer(to: &self) { reader in
            _ = unsafe MHD_get_connection_values_n(
                connection,
                .HEADER_KIND,
                readHeader,
                UnsafeMutableRawPointer(reader)
            )
        }
        if isChunked, contentLength != nil { note(.lengthAndEncoding) }
    }

    /// Takes one header; the memory is lent.
    fileprivate mutating func add(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
        guard name.count <= 255, unsafe HeaderSyntax.isToken(name) else { return note(.badHeaderName) }
        guard value.count <= 65_535, unsafe value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
        else {
            return note(.badHeaderValue)
        }
        unsafe headers.append(name: name, value: value)
        switch name.count {
        case 4 where unsafe Self.matches(name, "host"):
            if host != nil { note(.repeatedHost) }
            host = unsafe String(decoding: value, as: UTF8.self)
        case 6 where unsafe Self.matches(name, "expect"):
            expectsContinue = true
        case 14 where unsafe Self.matches(name, "content-length"):
            if contentLength != nil { note(.repeatedLength) }
            contentLength = unsafe Int(String(decoding: value, as: UTF8.self)) ?? Int.max
        case 17 where unsafe Self.matches(name, "transfer-encoding"):
            if isChunked { note(.unknownEncoding) }
            isChunked = true
            if unsafe !Self.matches(value, "chunked") { note(.unknownEncoding) }
        default:
            break
        }
    }

    private mutating func note(_ found: MalformedRequest) {
        if fault == nil { fault = found }
    }

    private static func matches(_ bytes: UnsafeRawBufferPointer, _ lowercase: StaticString) -> Bool {
        guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count {
            let byte = unsafe HeaderName.lowercased(bytes[index])
            if unsafe byte != lowercase.utf8Start[index] { return false }
        }
        return true
    }
}

/// Called by the library for each header.
private func readHeader(
    _ reader: UnsafeMutableRawPointer?,
    _ kind: MHD_ValueKind,
    _ name: UnsafePointer<CChar>?,
    _ nameLength: Int,
    _ value: UnsafePointer<CChar>?,
    _ valueLength: Int
) -> MHD_Result {
    guard let reader = unsafe reader?.assumingMemoryBound(to: HeadReader.self) else { return .NO }
    unsafe reader.pointee.add(
        UnsafeRawBufferPointer(start: name, count: nameLength),
        UnsafeRawBufferPointer(start: value, count: valueLength)
    )
    return .YES
}
