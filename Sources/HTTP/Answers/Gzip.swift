import CZlib

/// Compresses whole bodies with zlib, in the gzip format (RFC 1952).
package enum Gzip {
    /// The compressed bytes; nil if memory is short.
    package static func compress(_ bytes: [UInt8], level: Int32 = 5) -> [UInt8]? {
        guard let deflater = Deflater(level: level) else { return nil }
        return deflater.compress(bytes)
    }

    /// The bytes that were compressed; nil if they are not gzip, or would be more than the limit.
    package static func expand(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        guard let inflater = Inflater() else { return nil }
        return inflater.expand(bytes, limit: limit)
    }

    /// The window's 15 bits, plus 16 for the gzip wrapper (zlib.h, deflateInit2).
    fileprivate static let window: Int32 = 15 + 16
}

/// One compression, with the memory that zlib keeps for it.
@safe private struct Deflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    init?(level: Int32) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: unsafe z_stream())
        let size = Int32(unsafe MemoryLayout<z_stream>.size)
        let code = unsafe deflateInit2_(
            stream,
            level,
            Z_DEFLATED,
            Gzip.window,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            size
        )
        guard code == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// The bound makes one call enough, as zlib.h promises for `Z_FINISH`.
    func compress(_ bytes: [UInt8]) -> [UInt8]? {
        let bound = Int(unsafe deflateBound(stream, uLong(bytes.count)))
        guard bytes.count <= UInt32.max, bound <= UInt32.max else { return nil }
        var code = Z_STREAM_ERROR
        let compressed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            code = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(input.count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(bound)
                return unsafe deflate(stream, Z_FINISH)
            }
            count = bound - Int(unsafe stream.pointee.avail_out)
        }
        return code == Z_STREAM_END ? compressed : nil
    }
}

/// One expansion, with the memory that zlib keeps for it.
@safe private struct Inflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    init?() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: unsafe z_stream())
        let size = Int32(unsafe MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(stream, Gzip.window, ZLIB_VERSION, size) == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func expand(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        guard bytes.count <= UInt32.max, limit <= UInt32.max else { return nil }
        var code = Z_STREAM_ERROR
        let expanded = unsafe [UInt8](unsafeUninitializedCapacity: limit) { output, count in
            code = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(input.count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(limit)
                return unsafe inflate(stream, Z_FINISH)
            }
            count = limit - Int(unsafe stream.pointee.avail_out)
        }
        return code == Z_STREAM_END ? expanded : nil
    }
}
