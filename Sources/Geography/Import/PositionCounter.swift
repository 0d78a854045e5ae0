/// Counts the positions of a GeoJSON text chunk by chunk, so that a file with far too many is refused unread.
///
/// A position is taken to be a list that begins with a number; other lists of numbers count too, so the count is
/// never too small.
package struct PositionCounter: Sendable {
    /// The most positions that a layer may hold.
    package static let mostPositions = 1_000_000

    /// The positions seen so far.
    package private(set) var count = 0
    private var isInText = false
    private var isEscaped = false
    private var followsBracket = false

    /// Nothing was seen yet.
    package init() {}

    /// Whether there were too many already.
    package var isOver: Bool { count > PositionCounter.mostPositions }

    /// Looks at the next bytes of the text.
    package mutating func see(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "["):
                followsBracket = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                if followsBracket { count += 1 }
                followsBracket = false
            case 0x20, 0x0A, 0x0D, 0x09:
                break
            default:
                followsBracket = false
                isInText = byte == UInt8(ascii: "\"")
            }
        }
    }
}
