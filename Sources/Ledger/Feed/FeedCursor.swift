import Formats

/// A place in the feed: everything up to it was told to whoever holds it.
///
/// Its text means nothing to its holder. A place counts in its own epoch only.
package struct FeedCursor: Hashable, Sendable {
    /// The epoch in which the place was given out.
    let token: UInt64
    let transaction: UInt64
    let sequence: Int64

    init(token: UInt64, transaction: UInt64, sequence: Int64) {
        self.token = token
        self.transaction = transaction
        self.sequence = sequence
    }
}

extension FeedCursor {
    /// The same place, but good only for those who see as much; bound to the same once more, it is the place itself.
    package func bound(to view: UInt64) -> FeedCursor {
        FeedCursor(token: token ^ view, transaction: transaction, sequence: sequence)
    }
}

extension FeedCursor: CustomStringConvertible {
    /// Epoch, transaction, sequence and three bytes that made-up texts do not have.
    private static let byteCount = 27
    private static let textLength = byteCount / 3 * 4

    /// Reads what `description` writes; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        guard text.utf8.count == FeedCursor.textLength, let bytes = Base64URL.decode(text),
            bytes.count == FeedCursor.byteCount, bytes[24...].elementsEqual(FeedCursor.check(bytes[..<24]))
        else { return nil }
        let sequence = FeedCursor.number(bytes[16..<24])
        guard sequence <= UInt64(Int64.max) else { return nil }
        self.init(
            token: FeedCursor.number(bytes[..<8]),
            transaction: FeedCursor.number(bytes[8..<16]),
            sequence: Int64(sequence)
        )
    }

    /// Letters, digits, `-` and `_`, always equally many.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(FeedCursor.byteCount)
        for number in [token, transaction, UInt64(clamping: sequence)] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: number >> shift))
            }
        }
        return Base64URL.encode(bytes + FeedCursor.check(bytes[...]))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// FNV-1a, folded to three bytes: it keeps mistakes apart from places, and is no signature.
    private static func check(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let folded = hash ^ hash >> 24 ^ hash >> 48
        return [16, 8, 0].map { UInt8(truncatingIfNeeded: folded >> $0) }
    }
}
