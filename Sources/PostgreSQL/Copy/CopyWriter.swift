import CPostgreSQL

/// Rows on their way into a table: values are appended column by column, and every row is complete when each
/// of its columns has one.
@safe package struct CopyWriter: ~Copyable {
    private let handle: OpaquePointer
    private let journal: SessionJournal
    private let width: Int
    private var column = 0
    private var buffer: [UInt8] = []
    /// Bytes are sent on when there are this many.
    private static let chunk = 65_536

    /// The connection must be in COPY IN and outlive the writer.
    init(_ session: borrowing Session, width: Int) {
        unsafe handle = session.connection.handle
        journal = session.journal
        self.width = width
        buffer.reserveCapacity(Self.chunk + 4096)
        buffer += CopyFormat.signature
        buffer.append(bigEndian: Int32(0))
        buffer.append(bigEndian: Int32(0))
    }

    /// Appends the next column's value; its type must be exactly the column's.
    package mutating func append<Value: ColumnEncodable>(_ value: Value) throws(DatabaseError) {
        if column == 0 { buffer.append(bigEndian: Int16(truncatingIfNeeded: width)) }
        let start = buffer.count
        if value.isNull {
            buffer.append(bigEndian: Int32(-1))
        } else {
            buffer.append(bigEndian: Int32(0))
            value.encode(into: &buffer)
            guard buffer.count - start < 1 << 30 else { throw .misuse(.valueTooLarge) }
            buffer.setLength(at: start)
        }
        column += 1
        guard column == width else { return }
        column = 0
        if buffer.count >= Self.chunk { try flush() }
    }

    /// Appends a whole row, or several.
    package mutating func append<each Value: ColumnEncodable>(
        row values: repeat each Value
    ) throws(DatabaseError) {
        for value in repeat each values { try append(value) }
    }

    /// Sends the end of the data.
    mutating func finish() throws(DatabaseError) {
        guard column == 0 else { throw .misuse(.copyRowIncomplete) }
        buffer.append(bigEndian: CopyFormat.trailer)
        try flush()
    }

    private mutating func flush() throws(DatabaseError) {
        if journal.isCancelled { throw .cancelled }
        let sent = unsafe buffer.withUnsafeBytes { bytes in
            unsafe PQputCopyData(
                handle,
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: bytes.count)
            )
        }
        // -1: the connection is gone, or the server has ended the COPY and its reason comes with the result.
        guard sent == 1 else { throw .connectionLost }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What COPY's binary format consists of beside values (PostgreSQL manual, COPY, Binary Format).
enum CopyFormat {
    /// What the format begins with: PGCOPY and five bytes that show whether they were meddled with.
    static let signature: [UInt8] = [80, 71, 67, 79, 80, 89, 10, 255, 13, 10, 0]
    static let trailer: Int16 = -1
}
